import { DEFAULT_SETTINGS, type SettingName, type Settings } from "./settings";

/** A setting that has another value than before. */
export interface SettingDifference {
  name: SettingName;
  /** `undefined` when nobody can tell: the settings before could not be read. */
  before: Settings[SettingName] | undefined;
  after: Settings[SettingName];
}

/** In the order of the screen. */
const NAMES = Object.keys(DEFAULT_SETTINGS).filter((name): name is SettingName => name !== "version");

/** What differs. Without settings before, every setting does. */
export function differencesBetween(before: Settings | undefined, after: Settings): SettingDifference[] {
  return NAMES.filter((name) => before?.[name] !== after[name]).map((name) => ({
    name,
    before: before?.[name],
    after: after[name],
  }));
}
