import { RESTORE_EXIT } from "../../../command/exit";
import type { Done } from "../../../command/checked";
import type { RestoreReportLine } from "../../../restore/report/report-line";
import type { RestoreRun } from "../../../restore/run-restore";
import { describeRestore } from "../../../screens/text/restored/command/restore-summary";
import { describeProblem } from "../../../screens/text/run/problem-sentence";
import type { RestoreCall } from "./restore-call";
import { undoCommand } from "./undo-command";

interface Telling {
  /** Which archive it was of. */
  heading: readonly string[];
  /** The first lines about records that are not as it was wished. */
  otherwise: readonly RestoreReportLine[];
  reportPath: string;
  /** What was known before, and stood in no way. */
  toldBefore: readonly string[];
}

/** What came of a restore, what it means for who scripts the command, and what there is to do. */
export function toldRestore(
  { outcome, historyRecordId, unrecorded, unreported }: RestoreRun,
  { heading, otherwise, reportPath, toldBefore }: Telling,
  { asked, messages }: RestoreCall,
): Done {
  const { restored: words } = messages;
  const undo = undoCommand(outcome, asked.settingsFile);
  const isSecured = outcome.safetyBackup !== undefined;
  const { add, putBack, remove } = outcome.planned;
  const afterwards = [
    ...toldBefore,
    ...(isSecured ? [words.safety(outcome.safetyBackup?.runId ?? "")] : []),
    ...(!isSecured && add + putBack + remove > 0 ? [words.noSafety] : []),
    ...(undo === undefined ? [] : [words.undo(undo)]),
    words.report(reportPath),
    ...(unreported ? [words.unreported] : []),
    ...(historyRecordId === undefined ? [] : [words.remembered(historyRecordId)]),
  ];
  const lines = describeRestore(messages, { outcome, otherwise, heading, afterwards });
  const unwritten = unrecorded && `${words.unrecorded}\n${describeProblem(messages, { error: unrecorded })}\n`;
  return {
    code: unrecorded ? RESTORE_EXIT.notAsPlanned : EXIT_OF[outcome.verdict],
    report: `${lines.join("\n")}\n`,
    ...(unwritten !== undefined && { told: unwritten }),
  };
}

const EXIT_OF = {
  ...{ "as-planned": RESTORE_EXIT.asPlanned, explained: RESTORE_EXIT.explained },
  ...{ "not-as-planned": RESTORE_EXIT.notAsPlanned, stopped: RESTORE_EXIT.notAsPlanned },
} as const;
