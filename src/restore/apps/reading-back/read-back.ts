import { isObject } from "../../../archive/records/understood";
import type { Source } from "../../../domain/source";
import { plainError } from "../../../domain/plain-error";
import { archivedSettings } from "../../settings/archived-settings";
import type { AppSettings, SettingState } from "../../settings/app-settings";
import { compareSettings } from "../../settings/compare-settings";
import { presentSettings } from "../../settings/present-settings";
import type { Place } from "../../settings/settings-comparison";
import type { AppIds } from "../app-ids";
import type { NewApp } from "../new-app";
import type { StepEnd } from "../steps/run-step";
import type { Piece, Told } from "../told";

export type ReadingSource = Pick<Source, "settings" | "readSetting" | "openFile">;

/** They say who made the app and where it is; or people have them to do, who are told so. */
const NOT_SET: ReadonlySet<string> = new Set(["app", "app/plugins", "app/categories"]);
/** In which what is told has the name that it has in a comparison. */
const NAMED: ReadonlySet<string> = new Set(["app/form/fields", "app/views", "app/reports", "app/actions"]);

/**
 * Reads the settings of a new app back, and compares them with the archive's. Resolves to what is another, or could not be read, and was not told before: whatever kintone answered,
 * what it has is what counts.
 *
 * @param isMeant which settings
 */
export async function readBack(
  made: NewApp,
  {
    ids,
    source,
    known,
    isMeant,
  }: { ids: AppIds; source: ReadingSource; known: StepEnd; isMeant: (name: string) => boolean },
): Promise<Told[]> {
  const { archived, app, name } = made;
  const { folder } = archived.facts;
  const isCompared = (setting: string) => !NOT_SET.has(setting) && isMeant(setting);
  const settings = source.settings
    .filter((offer) => offer.of === "app" && isCompared(offer.name))
    // Names in other languages are for people to enter.
    .map((offer) => ({ ...offer, languages: [] }));
  const offered = new Set<string>(settings.map((offer) => offer.name));
  const before = prepared(await archivedSettings(archived), { of: offered, appName: name, now: ids.now });
  const after = prepared(await presentSettings({ ...source, settings }, app), { of: offered, now: (id) => id });
  const { compared, notCompared } = compareSettings(before, after, false);
  const others = compared.flatMap(({ setting, differences }) =>
    differences.flatMap(({ where }): Told[] => {
      const names = namesIn(where);
      if (isKnown(setting, names, folder, known)) return [];
      return [{ folder, step: "checking", ...pieceOf(setting, names[0]), what: "otherwise" }];
    }),
  );
  const unread = notCompared.flatMap(({ setting, why }): Told[] => {
    if (why.reason !== "error" || isKnown(setting, [], folder, known)) return [];
    return [{ folder, step: "checking", ...pieceOf(setting), what: "unread", error: plainError(why.error) }];
  });
  return [...new Map([...others, ...unread].map((told) => [JSON.stringify(told), told])).values()];
}

const pieceOf = (setting: string, name?: string): Piece => ({
  setting: setting as Piece["setting"],
  ...(name !== undefined && { name }),
});

const namesIn = (where: readonly Place[]) => where.flatMap((place) => ("thing" in place ? [place.name] : []));

function isKnown(setting: string, names: readonly string[], folder: string, { told, toDos }: StepEnd): boolean {
  const own = told.filter((one) => one.folder === folder);
  // A form has no place for what it has not.
  if (setting === "app/form/layout" && own.some((one) => one.setting === "app/form/fields")) return true;
  const isLeft = toDos.some(
    (toDo) => toDo.folder === folder && toDo.what === "permissions" && toDo.settings.some((each) => each === setting),
  );
  return (
    isLeft ||
    own.some(
      (one) => one.setting === setting && (!NAMED.has(setting) || one.name === undefined || names.includes(one.name)),
    )
  );
}

interface Preparing {
  /** Names of the settings that are compared. */
  of: ReadonlySet<string>;
  /** What the app is called now. */
  appName?: string;
  now: (appId: string) => string | undefined;
}

function prepared({ states, whyAbsent }: AppSettings, { of, appName, now }: Preparing): AppSettings {
  const all = [...states].flatMap(([name, state]): Array<[string, SettingState]> => {
    if (!of.has(name)) return [];
    if ("unread" in state) return [[name, state]];
    const answer = name === "app/settings" && appName !== undefined ? renamed(state.answer, appName) : state.answer;
    return [[name, { ...state, answer: withApps(answer, now), languages: {} }]];
  });
  return { states: new Map(all), whyAbsent };
}

const renamed = (answer: unknown, name: string): unknown => (isObject(answer) ? { ...answer, name } : answer);

/** Other apps by the ids that they have now alone, as new ones have no codes; and no word of what people switch on by other settings. */
function withApps(value: unknown, now: Preparing["now"]): unknown {
  if (Array.isArray(value)) return value.map((item) => withApps(item, now));
  if (!isObject(value)) return value;
  const isOfProcess = ["STATUS", "STATUS_ASSIGNEE", "CATEGORY"].includes(String(Reflect.get(value, "type")));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]: [string, unknown]): Array<[string, unknown]> => {
      if (name === "enabled" && isOfProcess) return [];
      if ((name !== "relatedApp" && name !== "destApp") || !isObject(member)) return [[name, withApps(member, now)]];
      const app = String(Reflect.get(member, "app"));
      return [[name, { app: now(app) ?? app }]];
    }),
  );
}
