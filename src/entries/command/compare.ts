import type { ArchivedTarget } from "../../archive/reading/open-archive";
import type { Checked } from "../../command/checked";
import type { Credentials } from "../../command/credentials";
import type { ComparisonAsked } from "../../command/host";
import { type BackupError, toBackupError } from "../../domain/errors";
import { compareTarget } from "../../restore/compare/compare-target";
import type { ComparedTarget } from "../../restore/compare/comparison";
import type { DifferenceLine } from "../../restore/compare/difference-lines";
import { verdictOf } from "../../restore/compare/verdict";
import { describeComparison } from "../../screens/text/restore/command/comparison-report";
import { comparisonCommandMessagesFor } from "../../screens/text/restore/command/language";
import { restoreCommandMessagesFor } from "../../screens/text/restored/command/language";
import { type CommandFile, folderOfArchives } from "../../settings/command-file";
import { chosenTargets } from "./archive-to-compare";
import { recordedComparison } from "../wiring/recorded-comparison";
import type { RestoreAccess } from "../wiring/restoring";
import { createDifferencesFile, type DifferencesFile } from "./differences-file";
import type { Outputs } from "./outputs";
import { openAccess } from "./restoring/open-access";
import { operatorOf } from "./run";
import { whyUnusable } from "./why-unusable";
import type { ReadKeys } from "./encrypted/key-files";
import { withSoundArchive } from "./with-sound-archive";

interface ComparisonHost {
  language: string;
  pluginVersion: string;
  keys: ReadKeys;
  signal: AbortSignal;
  /** For how far it is. */
  outputs: Pick<Outputs, "progressLine">;
}

/** Compares an archive with the apps that it came from, and tells of it in words. Changes nothing in kintone. */
export async function compareOnNode(
  file: CommandFile,
  credentials: Credentials,
  { zips, runId, apps, bytes, differences, record, reason = "" }: ComparisonAsked,
  { language, pluginVersion, keys, signal, outputs }: ComparisonHost,
): Promise<Checked> {
  const messages = comparisonCommandMessagesFor(language);
  const { restore, run, quantities } = messages;
  const line = outputs.progressLine(({ said }: { phase: string; said: string }) => said);
  signal.addEventListener("abort", line.end);
  const targets: ComparedTarget[] = [];
  let heading: string[] = [];
  const remembered: string[] = [];
  let unrecorded: BackupError | undefined;
  const report = (verdict = verdictOf(targets)) =>
    text([...describeComparison(messages, { verdict, targets, heading, bytes }), ...remembered]);
  let written: DifferencesFile | undefined;
  try {
    written = differences === undefined ? undefined : await createDifferencesFile(differences);
    await compareAll(written?.tell ?? (async () => undefined));
    await written?.close();
    const verdict = verdictOf(targets);
    if (unrecorded) return { report: report(), unusable: text([whyUnusable(unrecorded, messages)]) };
    if (verdict !== "unable") return { sound: verdict === "same", report: report() };
    return { report: report(), unusable: text([restore.verdict.unable]) };
  } catch (thrown) {
    await written?.close().catch(() => undefined);
    return { unusable: text([whyUnusable(thrown, messages)]), ...(targets.length > 0 && { report: report("unable") }) };
  } finally {
    line.end();
  }

  function say(phase: string, said: string): void {
    line.report({ phase, said });
  }

  async function compareAll(tell: DifferencesFile["tell"]): Promise<void> {
    const meant = {
      ...{ zips: zips.length > 0 ? zips : [folderOfArchives(file)], runId, keys },
      ...{ messages, signal, saying: say },
    };
    await withSoundArchive(meant, async (sound, lines) => {
      heading = lines;
      const { archive } = sound;
      const asked = { trigger: "headless" as const, operator: operatorOf(credentials), reason };
      const access = openAccess({
        ...{ file, credentials, messages, pluginVersion, signal },
        saying: say,
      });
      const { source, requestsAllowed, requestsLeft } = access;
      for (const { folder, appName } of chosenTargets(archive, messages, { apps })) {
        const archived = archive.target(folder);
        const saying = (...amount: string[]) =>
          line.report({ phase: folder, said: [restore.comparing(appName), ...amount].join(" | ") });
        saying();
        const reportDone = ({ done, total }: { done: number; total: number }) =>
          saying(run.amount(quantities.number(done), quantities.number(total)));
        if (!archived) continue;
        const recorded = record ? recordedComparison({ ...sound, ...asked, archived }, access) : undefined;
        const told = async (difference: DifferenceLine) => {
          recorded?.tell(difference);
          await tell(difference);
        };
        const parts = { source, requestsAllowed, requestsLeft, signal, tell: told, report: reportDone };
        const target = await compareTarget(archived, { bytes, putBack: await putBackInto(archived, access) }, parts);
        targets.push(target);
        await recorded
          ?.finish(target)
          .then((id) => remembered.push(restoreCommandMessagesFor(language).restored.remembered(id)), notRecorded);
      }
    });
  }

  function notRecorded(thrown: unknown): void {
    unrecorded ??= toBackupError(thrown);
  }

  /** Without the history, what was put back would seem to be missing: then nothing is said at all. */
  async function putBackInto({ facts }: ArchivedTarget, { restores }: RestoreAccess) {
    const { appId, guestSpaceId } = facts;
    const app = { appId, ...(guestSpaceId && { guestSpaceId }) };
    return restores.putBack({ archivedAppId: appId, app }).catch((thrown: unknown) => {
      throw toBackupError(thrown).with({ app: file.app });
    });
  }
}

const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;
