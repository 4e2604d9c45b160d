import type { BackupError } from "../../../../domain/errors";
import type { NotComparable, ToldApp } from "../../../../restore/compare/comparison";
import type { SettingsComparison } from "../../../../restore/settings/settings-comparison";
import type { SettingsVerdict } from "../../../../restore/settings/settings-verdict";
import { harmlessLine } from "../../harmless";
import type { ComparisonCommandMessages } from "../../restore/command/language";
import { describeObstacle } from "../../restore/comparison-lines";
import type { ComparedSettingsTexts } from "../messages";
import { describeSettingDifference, equalSettings, notComparedLines } from "../setting-lines";

/** An app whose settings were compared, or why they were not. */
export interface ComparedAppSettings {
  app: ToldApp;
  found?: SettingsComparison;
  obstacle?: NotComparable | BackupError | string;
}

interface SettingsToTell {
  apps: readonly ComparedAppSettings[];
  /** Of those that were compared. */
  verdict: SettingsVerdict;
  differences: number;
  /** Which archives it was about. */
  heading: readonly string[];
}

/** What comparing the settings of apps told, as plain lines for a terminal. */
export function describeSettings(
  messages: ComparisonCommandMessages,
  texts: ComparedSettingsTexts,
  { apps, heading, verdict, differences }: SettingsToTell,
): string[] {
  const { restore, run } = messages;
  const comparisons = apps.flatMap(({ found }) => found ?? []);
  return [
    ...(comparisons.length < apps.length ? [restore.verdict.unable] : []),
    ...(comparisons.length > 0
      ? [verdict === "differs" ? texts.verdict.differs(differences) : texts.verdict[verdict]]
      : []),
    ...heading.map((line) => `  ${line}`),
    ...apps.flatMap(({ app, found, obstacle }) => {
      const { appId, guestSpaceId, appName } = app;
      const name = restore.value.nameAndCode(restore.app(appName), run.appId(appId, guestSpaceId));
      return ["", harmlessLine(name), ...(found ? linesOf(found) : []), ...(obstacle ? [`  ${whyNot(obstacle)}`] : [])];
    }),
  ];

  function whyNot(obstacle: NotComparable | BackupError | string): string {
    return typeof obstacle === "string" ? obstacle : describeObstacle(messages, obstacle);
  }

  function linesOf(found: SettingsComparison): string[] {
    const differing = found.compared.filter(({ differences: own }) => own.length > 0);
    const equal = equalSettings(texts, found.compared);
    const notCompared = notComparedLines(messages, texts, found);
    return [
      ...differing.flatMap(({ setting, differences: own }) => [
        `  ${harmlessLine(texts.setting(setting))}`,
        ...own.map((difference) => `    - ${describeSettingDifference(texts, difference)}`),
      ]),
      ...(equal.length > 0 ? [`  ${texts.heading.same(equal)}`] : []),
      ...(notCompared.length > 0 ? [`  ${texts.heading.notCompared}`] : []),
      ...notCompared.map((line) => `    - ${line}`),
    ];
  }
}
