import type { Credentials } from "../../../command/credentials";
import { RESTORE_EXIT } from "../../../command/exit";
import type { Done } from "../../../command/checked";
import type { DrillAsked } from "../../../command/host";
import { BackupError, endsTheRun, toBackupError } from "../../../domain/errors";
import { drillableForm } from "../../../restore/drill/drillable-form";
import type { DrillRun } from "../../../restore/drill/run-drill";
import { summarizeDrill } from "../../../screens/text/drill/command/drill-summary";
import { drillCommandMessagesFor } from "../../../screens/text/drill/command/language";
import { harmlessLine } from "../../../screens/text/harmless";
import { describeProblem } from "../../../screens/text/run/problem-sentence";
import { type CommandFile, folderOfArchives } from "../../../settings/command-file";
import { chosenTargets } from "../archive-to-compare";
import type { Outputs } from "../outputs";
import { whyNothing } from "../restoring/why-nothing";
import { openAccess } from "../restoring/open-access";
import { operatorOf } from "../run";
import type { ReadKeys } from "../encrypted/key-files";
import { withSoundArchive } from "../with-sound-archive";
import { type DrillCall, drillApp } from "./drill-app";

interface DrillHost {
  language: string;
  pluginVersion: string;
  keys: ReadKeys;
  signal: AbortSignal;
  outputs: Pick<Outputs, "progressLine">;
}

/** Drills apps of an archive, one after the other, and tells of each in words. */
export async function drillOnNode(
  file: CommandFile,
  credentials: Credentials,
  asked: DrillAsked,
  { language, pluginVersion, keys, signal, outputs }: DrillHost,
): Promise<Done> {
  const messages = drillCommandMessagesFor(language);
  const operator = operatorOf(credentials);
  if (operator.code === "") return { code: RESTORE_EXIT.nothingWritten, told: `${messages.drill.token}\n` };
  const line = outputs.progressLine(({ said }: { phase: string; said: string }) => said);
  signal.addEventListener("abort", line.end);
  const saying = (phase: string, said: string) => line.report({ phase, said });
  const codes: number[] = [];
  const [report, told]: [string[], string[]] = [[], []];
  try {
    await drillAll();
  } catch (thrown) {
    told.push(whyNothing(thrown, messages));
    codes.push(codes.length > 0 ? RESTORE_EXIT.notAsPlanned : RESTORE_EXIT.nothingWritten);
  } finally {
    line.end();
  }
  return {
    code: worstOf(codes),
    ...(report.length > 0 && { report: text(report) }),
    ...(told.length > 0 && { told: text(told) }),
  };

  async function drillAll(): Promise<void> {
    const zips = asked.zips.length > 0 ? asked.zips : [folderOfArchives(file)];
    const { runId } = asked;
    await withSoundArchive({ zips, runId, keys, messages, signal, saying }, async (sound, heading) => {
      const { archive } = sound;
      report.push(...heading);
      const access = openAccess({ file, credentials, messages, pluginVersion, signal, saying });
      const call: DrillCall = { file, asked, messages, operator, signal, saying, sound, access };
      for (const { folder, appName, appId } of chosenTargets(archive, messages, asked)) {
        const archived = archive.target(folder);
        const form = archived && (await drillableForm(archived));
        if (!archived || !form) {
          const app = messages.restore.value.nameAndCode(appName, appId);
          told.push(harmlessLine(messages.drill.notDrillable(app)));
          codes.push(RESTORE_EXIT.notAsPlanned);
          continue;
        }
        const drilled = await drillApp({ archived, form }, call).catch(overBudget);
        if (drilled instanceof BackupError) {
          const app = messages.restore.value.nameAndCode(appName, appId);
          told.push(harmlessLine(`${app}: ${describeProblem(messages, { error: drilled })} ${messages.drill.goOver}`));
          codes.push(RESTORE_EXIT.notAsPlanned);
          continue;
        }
        const { run, path } = drilled;
        report.push(...summarizeDrill(messages, run, path));
        codes.push(run.unrecorded ? RESTORE_EXIT.notAsPlanned : EXIT_OF[run.outcome.verdict]);
        if (run.unrecorded) told.push(unrecorded(run.unrecorded));
        const ended = ending(run);
        if (ended) throw ended;
      }
    });
  }

  function unrecorded(error: BackupError): string {
    return `${messages.drill.unrecorded}\n${describeProblem(messages, { error: toBackupError(error) })}`;
  }
}

/** Another app may need fewer. */
function overBudget(thrown: unknown): BackupError {
  if (thrown instanceof BackupError && thrown.code === "OVER_BUDGET") return thrown;
  throw thrown;
}

/** Every other app would meet the same. */
const ending = ({ outcome: { stopped } }: DrillRun) => (stopped && endsTheRun(stopped) ? stopped : undefined);

const EXIT_OF = {
  ...{ passed: RESTORE_EXIT.asPlanned, explained: RESTORE_EXIT.explained },
  ...{ failed: RESTORE_EXIT.notAsPlanned, stopped: RESTORE_EXIT.notAsPlanned },
} as const;

/** In the order in which they weigh. */
const WORST_FIRST = [
  ...[RESTORE_EXIT.notAsPlanned, RESTORE_EXIT.nothingWritten, RESTORE_EXIT.explained, RESTORE_EXIT.asPlanned],
];

const worstOf = (codes: readonly number[]): number =>
  WORST_FIRST.find((code) => codes.includes(code)) ?? RESTORE_EXIT.nothingWritten;

const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;
