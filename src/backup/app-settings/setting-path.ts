import type { Language, SettingName } from "../../domain/source";

/** Where a setting is in the archive, below the folder of its target. */
export function settingPath(name: SettingName, language?: Language): string {
  return `settings/${name}${language ? `.${language}` : ""}.json`;
}
