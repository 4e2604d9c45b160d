import type { ArchivedTarget, OpenArchive } from "../../../archive/reading/open-archive";
import type { NotComparable } from "../../../restore/compare/comparison";
import { settingsOfArchives, settingsSinceArchive } from "../../../restore/settings/compare-settings-of";
import type { SettingsComparison } from "../../../restore/settings/settings-comparison";
import type { ComparisonCommandMessages } from "../../../screens/text/restore/command/language";
import { chosenTargets } from "../archive-to-compare";
import { openAccess } from "../restoring/open-access";

/** Compares the settings of an app of the archive with something. */
export type CompareTarget = (archived: ArchivedTarget) => Promise<SettingsComparison | NotComparable>;

/** With what they are now. */
export function compareWithKintone(around: Parameters<typeof openAccess>[0]): CompareTarget {
  const { source } = openAccess(around);
  return (archived) => settingsSinceArchive(archived, source);
}

/** With those of another archive. Rejects with `NothingToCompare` for an app that it does not have. */
export function compareWithArchive(other: OpenArchive, messages: ComparisonCommandMessages): CompareTarget {
  return async (archived) => {
    const { folder, appId } = archived.facts;
    const beside = other.target(folder);
    if (!beside) chosenTargets(other, messages, { apps: [appId] });
    return beside ? settingsOfArchives(archived, beside) : { reason: "no-form", app: archived.facts.appName };
  };
}
