import type { SettingsComparison } from "./settings-comparison";

/** `unsure` where nothing differs, but kintone did not give a setting that it has. */
export type SettingsVerdict = "same" | "differs" | "unsure";

export function settingsVerdictOf(comparisons: readonly SettingsComparison[]): SettingsVerdict {
  if (comparisons.some((comparison) => differencesIn(comparison) > 0)) return "differs";
  const isSure = comparisons.every(({ notCompared }) => notCompared.every(({ why }) => why.reason !== "error"));
  return isSure ? "same" : "unsure";
}

export const differencesIn = ({ compared }: SettingsComparison): number =>
  compared.reduce((sum, { differences }) => sum + differences.length, 0);
