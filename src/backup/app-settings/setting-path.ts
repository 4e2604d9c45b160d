import { safeName } from "../../archive/names";
import type { Language, SettingName } from "../../domain/source";

/** Where a setting is in the archive, below the folder of its target. */
export function settingPath(name: SettingName, language?: Language): string {
  return `settings/${name}${language ? `.${language}` : ""}.json`;
}

/** Where a setting of one plug-in is. */
export function pluginSettingPath(name: SettingName, pluginId: string): string {
  return `settings/${name}/${safeName(pluginId)}.json`;
}
