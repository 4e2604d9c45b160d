import { createMeter } from "../../archive/bytes/digest";
import { BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import { appOf, pluginsOf } from "../../domain/settings/known-settings";
import type { SettingOffer, SettingRequest, Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { isNotGiven } from "../../domain/under-consideration";
import type { AppSettings, ReadSetting, SettingState } from "./app-settings";
import { filesNamedIn, withDigests } from "./digested-files";
import type { Unread } from "./settings-comparison";

type SettingsSource = Pick<Source, "settings" | "readSetting" | "openFile">;

/**
 * All settings of an app as they are now. What may not be read says so; rejects when the app itself cannot be read, or with what would keep every other
 * setting from being read, too.
 */
export async function presentSettings(source: SettingsSource, app: AppRef): Promise<AppSettings> {
  const { spaceId } = appOf(await source.readSetting(app, "app"));
  const states = new Map<string, SettingState>();
  const ofApp = source.settings.filter(({ of }) => of === "app" || (of === "space" && spaceId !== null));
  await Promise.all(
    ofApp.map(async (offer) => {
      states.set(offer.name, await readSetting(source, app, offer, spaceId === null ? {} : { spaceId }));
    }),
  );
  const plugins = states.get("app/plugins");
  const listed = plugins && "answer" in plugins ? pluginsOf(plugins.answer) : [];
  for (const offer of source.settings.filter(({ of }) => of === "plugin")) {
    await Promise.all(
      listed.map(async ({ id: pluginId }) => {
        states.set(`${offer.name}/${pluginId}`, await readSetting(source, app, offer, { pluginId }));
      }),
    );
  }
  return { states, whyAbsent: () => ({ reason: "not-given" }) };
}

async function readSetting(
  source: SettingsSource,
  app: AppRef,
  { name, languages, of, underConsideration }: SettingOffer,
  { spaceId, pluginId }: SettingRequest,
): Promise<SettingState> {
  const request = { ...(of === "space" && spaceId && { spaceId }), ...(of === "plugin" && pluginId && { pluginId }) };
  const asked = async (language?: (typeof languages)[number]): Promise<SettingState> => {
    try {
      const answer = await source.readSetting(app, name, { ...request, ...(language && { language }) });
      return { answer, languages: {}, unreadFiles: [] };
    } catch (thrown) {
      const error = toBackupError(thrown);
      if (underConsideration && isNotGiven(error)) return { unread: { reason: "not-given" } };
      return { unread: unreadBy(error) };
    }
  };
  const own = await asked();
  if ("unread" in own) return own;
  const inLanguages: ReadSetting["languages"] = {};
  await Promise.all(
    languages.map(async (language) => {
      inLanguages[language] = await asked(language);
    }),
  );
  const [digests, unreadFiles] = [new Map<string, string>(), [] as Array<{ file: string; unread: Unread }>];
  for (const { file } of filesNamedIn(name, own.answer)) {
    const digest = await digestOf(source, app, file.fileKey).catch((thrown: unknown) => toBackupError(thrown));
    if (typeof digest === "string") digests.set(file.fileKey, digest);
    else unreadFiles.push({ file: file.name, unread: unreadBy(digest) });
  }
  return { answer: withDigests(own.answer, digests), languages: inLanguages, unreadFiles };
}

async function digestOf(source: SettingsSource, app: AppRef, fileKey: string): Promise<string> {
  const meter = createMeter();
  const reader = (await source.openFile(app, fileKey)).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) meter.add(piece.value);
  return (await meter.finish()).sha256;
}

function unreadBy(error: BackupError): Unread {
  if (endsTheRun(error)) throw error;
  return { reason: "error", error };
}
