import type { SettingOffer } from "../../domain/source";
import type { Target } from "../../domain/target";

/** Whether a setting is among what the target asks for. */
export function isWanted(
  { readers, of }: SettingOffer,
  { include, withoutPluginConfigurations }: Pick<Target, "include" | "withoutPluginConfigurations">,
): boolean {
  if (of === "plugin" && withoutPluginConfigurations) return false;
  return readers === "viewers" ? include.settings : include.administration;
}
