import { type BackupError, toBackupError } from "../../domain/errors";
import { lackingApp } from "../../domain/lacking-app";
import { formOf } from "../../domain/settings/form";
import { appOf, pluginsOf } from "../../domain/settings/known-settings";
import { showEveryRecord } from "../../domain/settings/record-permissions";
import type { SettingName, SettingOffer, Source } from "../../domain/source";
import { PARTS, type Target } from "../../domain/target";
import { isNotGiven } from "../../domain/under-consideration";
import { isWanted } from "../app-settings/is-wanted";
import { checkRecords } from "./check-records";
import { gravestFirst, type TargetCheck, type TargetFinding } from "./finding";

/**
 * Asks for a little of everything that a run would ask for, as the same user, and keeps nothing of it. What it costs: one
 * request for each setting, and up to five for the records. Resolves whatever is refused: a refusal is what it looks for.
 */
export async function checkTarget(source: Source, target: Target): Promise<TargetCheck> {
  const { appName } = target;
  const lacking = lackingApp(target);
  if (lacking) return { target, appName, findings: [{ kind: "blocked", error: lacking }] };
  try {
    const [app, fields] = await Promise.all([
      source.readSetting(target, "app"),
      source.readSetting(target, "app/form/fields"),
    ]);
    const { name, spaceId } = appOf(app);
    const found = await Promise.all([
      checkSettings(source, target, spaceId),
      checkPluginConfigurations(source, target),
      target.include.records ? checkRecords(source, target, formOf(fields)) : [],
      checkRecordPermissions(source, target),
      partsLeftOut(target),
    ]);
    return { target, appName: name ?? appName, findings: gravestFirst(found.flat()) };
  } catch (thrown) {
    return { target, appName, findings: [{ kind: "blocked", error: toBackupError(thrown) }] };
  }
}

/** Every setting that a run would read, in one language: the others have the same permissions. */
async function checkSettings(source: Source, target: Target, spaceId: string | null): Promise<TargetFinding[]> {
  const refused: SettingName[] = [];
  const failed: Array<{ name: SettingName; error: BackupError }> = [];
  const isHere = ({ of }: SettingOffer) => of === "app" || (of === "space" && spaceId !== null);
  const wanted = source.settings.filter((offer) => isWanted(offer, target) && isHere(offer));
  await Promise.all(
    wanted.map(async ({ name, of, underConsideration }) => {
      try {
        await source.readSetting(target, name, of === "space" && spaceId !== null ? { spaceId } : {});
      } catch (thrown) {
        const error = toBackupError(thrown);
        if (underConsideration && isNotGiven(error)) return;
        if (error.code === "NO_PERMISSION") refused.push(name);
        else failed.push({ name, error });
      }
    }),
  );
  const inOrder = (names: readonly SettingName[]) =>
    wanted.map(({ name }) => name).filter((name) => names.includes(name));
  return [
    ...(refused.length > 0 ? [{ kind: "settings-refused", settings: inOrder(refused) } as const] : []),
    ...byReason(failed).map(({ error, names }) => {
      const settings = inOrder(names);
      return { kind: "settings-failed", settings, error: error.with({ settings }) } as const;
    }),
  ];
}

/** Where kintone gives them, whoever decides about the backup has to know that they are in it. */
async function checkPluginConfigurations(source: Source, target: Target): Promise<TargetFinding[]> {
  const offer = source.settings.find(({ of }) => of === "plugin");
  if (!offer || !isWanted(offer, target)) return [];
  // That it cannot be read is told among the settings.
  const plugins = pluginsOf(await source.readSetting(target, "app/plugins").catch(() => ({})));
  const [first] = plugins;
  if (!first) return [];
  try {
    await source.readSetting(target, offer.name, { pluginId: first.id });
    return [{ kind: "plugin-configurations", plugins: plugins.map(({ name }) => name) }];
  } catch (thrown) {
    const error = toBackupError(thrown);
    return isNotGiven(error) ? [] : [{ kind: "settings-failed", settings: [offer.name], error }];
  }
}

/** Those that failed for the same reason are one thing to mend. */
function byReason(failed: ReadonlyArray<{ name: SettingName; error: BackupError }>) {
  const reasons = new Map<string, { error: BackupError; names: SettingName[] }>();
  for (const { name, error } of failed) {
    const reason = `${error.code} ${error.answer?.code ?? ""}`;
    const known = reasons.get(reason) ?? { error, names: [] };
    reasons.set(reason, { ...known, names: [...known.names, name] });
  }
  return [...reasons.values()];
}

/** kintone does not tell of records that the user may not view; whether there are permissions that could hide some, it does. */
async function checkRecordPermissions(source: Source, target: Target): Promise<TargetFinding[]> {
  const viewer = await source.viewer();
  if (!target.include.records || !viewer) return [];
  const answer = await source.readSetting(target, "record/acl").catch(() => undefined);
  if (answer === undefined) return [{ kind: "record-permissions-unknown" }];
  return showEveryRecord(answer, viewer) ? [] : [{ kind: "record-permissions" }];
}

function partsLeftOut({ include }: Target): TargetFinding[] {
  const parts = PARTS.filter((part) => !include[part]);
  return parts.length > 0 ? [{ kind: "parts-left-out", parts }] : [];
}
