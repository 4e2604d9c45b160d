import { ArchiveError } from "../../../archive/archive-error";
import type { TargetFacts } from "../../../archive/manifest/manifest";
import type { OpenArchive } from "../../../archive/reading/open-archive";
import { RESTORE_EXIT } from "../../../command/exit";
import type { Done } from "../../../command/checked";
import type { CommandHost, SettingsComparisonAsked } from "../../../command/host";
import { BackupError, endsTheRun, toBackupError } from "../../../domain/errors";
import type { NotComparable } from "../../../restore/compare/comparison";
import { settingLines } from "../../../restore/settings/setting-lines";
import type { SettingsComparison } from "../../../restore/settings/settings-comparison";
import { differencesIn, settingsVerdictOf } from "../../../restore/settings/settings-verdict";
import {
  type ComparedAppSettings,
  describeSettings,
} from "../../../screens/text/compared-settings/command/settings-report";
import { comparedSettingsTextsIn } from "../../../screens/text/compared-settings/language";
import { comparisonCommandMessagesFor } from "../../../screens/text/restore/command/language";
import { folderOfArchives } from "../../../settings/command-file";
import { chosenTargets, NothingToCompare } from "../archive-to-compare";
import type { Outputs } from "../outputs";
import { whyUnusable } from "../why-unusable";
import type { ReadKeys } from "../encrypted/key-files";
import { withSoundArchive } from "../with-sound-archive";
import { addFieldOnNode } from "./add-field";
import { compareWithArchive, compareWithKintone, type CompareTarget } from "./compare-with";

interface SettingsHost {
  pluginVersion: string;
  keys: ReadKeys;
  signal: AbortSignal;
  /** For how far it is. */
  outputs: Pick<Outputs, "progressLine">;
}

type Access = Parameters<CommandHost["compareSettings"]>[1];

/** Compares the settings of an archive's apps with those that they have now, or in another archive, and tells of it. Changes nothing. */
export async function compareSettingsOnNode(
  { zips, runId, apps, beside, json, language, field }: SettingsComparisonAsked,
  access: Access,
  { pluginVersion, keys, signal, outputs }: SettingsHost,
): Promise<Done> {
  const messages = comparisonCommandMessagesFor(language);
  const texts = comparedSettingsTextsIn(language);
  const line = outputs.progressLine(({ said }: { phase: string; said: string }) => said);
  const saying = (phase: string, said: string) => line.report({ phase, said });
  signal.addEventListener("abort", line.end);
  const compared: ComparedAppSettings[] = [];
  const heading: string[] = [];
  let added: Done | undefined;
  try {
    const own = zips.length > 0 ? zips : [access ? folderOfArchives(access.file) : ""];
    await withArchive(own, runId, async (archive) => {
      const targets = chosenTargets(archive, messages, { apps });
      if (beside !== undefined) {
        await withArchive(beside, undefined, (other) =>
          compareAll(archive, targets, compareWithArchive(other, messages)),
        );
      } else if (access) {
        const around = { ...access, messages, pluginVersion, signal, saying };
        if (field) {
          added = await addFieldOnNode({ archive, targets, field, language }, around);
          return;
        }
        await compareAll(archive, targets, compareWithKintone(around));
      }
    });
    return added ?? told();
  } catch (thrown) {
    const code = compared.length > 0 ? RESTORE_EXIT.notAsPlanned : RESTORE_EXIT.nothingWritten;
    return { ...told(), code, told: text([whyUnusable(thrown, messages)]) };
  } finally {
    line.end();
  }

  async function withArchive(
    paths: readonly string[],
    asked: string | undefined,
    work: (archive: OpenArchive) => Promise<void>,
  ): Promise<void> {
    const meant = { zips: paths, runId: asked, keys, messages, signal, saying };
    await withSoundArchive(meant, async ({ archive }, lines) => {
      heading.push(...lines);
      await work(archive);
    });
  }

  async function compareAll(archive: OpenArchive, targets: readonly TargetFacts[], compare: CompareTarget) {
    for (const { folder, appId, guestSpaceId, appName } of targets) {
      saying(folder, messages.restore.comparing(appName));
      const archived = archive.target(folder);
      if (!archived) continue;
      const app = { appId, appName, ...(guestSpaceId && { guestSpaceId }) };
      compared.push({ app, ...(await compare(archived).then(outcomeOf, obstacleIn(appId))) });
    }
  }

  function told(): Done {
    if (compared.length === 0) return { code: RESTORE_EXIT.nothingWritten };
    const found = compared.flatMap(({ found: each }) => each ?? []);
    const verdict = settingsVerdictOf(found);
    const differences = found.reduce((sum, each) => sum + differencesIn(each), 0);
    const isWhole = found.length === compared.length && verdict !== "unsure";
    const code = verdict === "differs" ? RESTORE_EXIT.explained : RESTORE_EXIT.asPlanned;
    const report = json
      ? compared.flatMap((each) => settingLines(each)).map((each) => JSON.stringify(each))
      : describeSettings(messages, texts, { apps: compared, heading, verdict, differences });
    return { code: isWhole ? code : RESTORE_EXIT.notAsPlanned, report: text(report) };
  }
}

const outcomeOf = (found: SettingsComparison | NotComparable): Omit<ComparedAppSettings, "app"> =>
  "reason" in found ? { obstacle: found } : { found };

const obstacleIn =
  (app: string) =>
  (thrown: unknown): Omit<ComparedAppSettings, "app"> => {
    if (thrown instanceof NothingToCompare) return { obstacle: thrown.message };
    const error =
      thrown instanceof ArchiveError
        ? new BackupError("ARCHIVE_DAMAGED", thrown.message, {
            facts: { ...(thrown.facts.path && { path: thrown.facts.path }) },
            cause: thrown,
          })
        : toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    return { obstacle: error.with({ app }) };
  };

const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;
