import { appOf, pluginsOf } from "../../domain/settings/known-settings";
import type { Language } from "../../domain/source";
import { LANGUAGES, type AppSettings, type ReadSetting, type SettingState } from "./app-settings";
import { isSameDifference, valueDifferences } from "./compare-values";
import { settingShape } from "./setting-shapes";
import type {
  ComparedSetting,
  NotComparedSetting,
  SettingDifference,
  SettingsComparison,
  Side,
  Unread,
} from "./settings-comparison";
import { withTranslations } from "./translations";

/** In the order in which people set them up; others come behind. */
const ORDER = [
  ...(["app", "app/settings", "app/form/fields", "app/form/layout", "app/views", "app/reports", "app/status"] as const),
  ...(["app/acl", "record/acl", "field/acl"] as const),
  ...(["app/notifications/general", "app/notifications/perRecord", "app/notifications/reminder"] as const),
  ...(["app/actions", "app/customize", "app/plugins", "app/plugin/config"] as const),
  ...(["app/categories", "app/adminNotes", "space", "space/members"] as const),
];

/** Of each plug-in by itself, its id behind. */
const PLUGINS = "app/plugin/config";
const pluginIn = (name: string) => (name.startsWith(`${PLUGINS}/`) ? name.slice(PLUGINS.length + 1) : undefined);

/**
 * Two states of an app's settings beside one another, setting by setting. What one side does not tell is named, and is no difference.
 *
 * @param hasSameIds both are of one and the same app
 */
export function compareSettings(before: AppSettings, after: AppSettings, hasSameIds: boolean): SettingsComparison {
  const names = [...new Set([...before.states.keys(), ...after.states.keys()])].sort(
    (one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1),
  );
  const notCompared: NotComparedSetting[] = [];
  const compared = names.flatMap((name): ComparedSetting[] => {
    const [was, is] = [stateIn(before, name), stateIn(after, name)];
    const unread = [...whyNot(name, "before", was), ...whyNot(name, "after", is)];
    if (isNowhere(name, before) || isNowhere(name, after)) return [];
    notCompared.push(...unread);
    if ("unread" in was || "unread" in is) return [];
    notCompared.push(...filesNotCompared(name, "before", was), ...filesNotCompared(name, "after", is));
    const plugin = pluginIn(name);
    return [{ setting: plugin === undefined ? name : PLUGINS, differences: differencesOf(name, was, is) }];
  });
  return { compared: toldOnce(compared), notCompared };

  function differencesOf(name: string, was: ReadSetting, is: ReadSetting): SettingDifference[] {
    const languages = LANGUAGES.filter((language) => {
      const unread = [
        ...whyNot(name, "before", was.languages[language]),
        ...whyNot(name, "after", is.languages[language]),
      ];
      notCompared.push(...unread.map((each) => ({ ...each, language })));
      return unread.length === 0;
    });
    const [old, now] = [was, is].map((state) => withTranslations(state.answer, translated(state, languages)));
    const found = valueDifferences(old, now, settingShape(name), hasSameIds);
    const plugin = pluginIn(name);
    // Its configuration may hold secrets.
    return plugin === undefined || found.length === 0
      ? found
      : [{ where: [{ thing: "plugin", name: plugin }], change: "hidden" }];
  }
}

const translated = ({ languages }: ReadSetting, wanted: readonly Language[]) =>
  wanted.flatMap((language) => {
    const state = languages[language];
    return state && "answer" in state ? [[language, state.answer] as const] : [];
  });

function stateIn(side: AppSettings, name: string): SettingState {
  return side.states.get(name) ?? { unread: side.whyAbsent(name) };
}

function whyNot(name: string, side: Side, state: SettingState | undefined): NotComparedSetting[] {
  return state && "unread" in state ? [notComparedOf(name, side, state.unread)] : [];
}

const filesNotCompared = (name: string, side: Side, { unreadFiles }: ReadSetting) =>
  unreadFiles.map(({ file, unread }): NotComparedSetting => ({ setting: name, of: file, side, why: unread }));

function notComparedOf(name: string, side: Side, why: Unread): NotComparedSetting {
  const plugin = pluginIn(name);
  return { setting: plugin === undefined ? name : PLUGINS, ...(plugin !== undefined && { of: plugin }), side, why };
}

function placeOf(name: string): number {
  const at = ORDER.findIndex((each) => each === (pluginIn(name) === undefined ? name : PLUGINS));
  return at === -1 ? ORDER.length : at;
}

/** Another setting says that an app is in no space, or has no such plug-in. */
function isNowhere(name: string, { states }: AppSettings): boolean {
  const [plugin, [app, plugins]] = [pluginIn(name), ["app", "app/plugins"].map((each) => states.get(each))];
  if (plugin !== undefined) return has(plugins) && !pluginsOf(plugins.answer).some(({ id }) => id === plugin);
  return OF_SPACE.includes(name) && has(app) && appOf(app.answer).spaceId === null;
}

const OF_SPACE = ["space", "space/members"];
const has = (state: SettingState | undefined): state is ReadSetting => state !== undefined && "answer" in state;

/** The name and the description of an app are in two settings. */
function toldOnce(compared: readonly ComparedSetting[]): ComparedSetting[] {
  const general = compared.find(({ setting }) => setting === "app/settings")?.differences ?? [];
  return compared.map(({ setting, differences }) => ({
    setting,
    differences:
      setting === "app"
        ? differences.filter((each) => !general.some((told) => isSameDifference(each, told)))
        : differences,
  }));
}
