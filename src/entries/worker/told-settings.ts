import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import type { NotComparable } from "../../restore/compare/comparison";
import { settingsSinceArchive } from "../../restore/settings/compare-settings-of";
import { differencesIn, settingsVerdictOf } from "../../restore/settings/settings-verdict";
import type { ToldSettings } from "../../screens/restore/restore-desk";
import { comparedSettingsTextsIn } from "../../screens/text/compared-settings/language";
import { notComparedLines } from "../../screens/text/compared-settings/setting-lines";
import type { Messages } from "../../screens/text/run/messages";

/** What became of the settings of an app, as a page takes it: why something was not compared is told in words. */
export async function toldSettings(
  { archived, into }: { archived: ArchivedTarget; into?: AppRef },
  source: Source,
  { messages, language }: { messages: Messages; language: string },
): Promise<ToldSettings | NotComparable> {
  const comparison = await settingsSinceArchive(archived, source, into);
  if ("reason" in comparison) return comparison;
  return {
    ...{ compared: comparison.compared, differences: differencesIn(comparison) },
    verdict: settingsVerdictOf([comparison]),
    notCompared: notComparedLines(messages, comparedSettingsTextsIn(language), comparison),
  };
}
