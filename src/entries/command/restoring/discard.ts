import path from "node:path";
import { RESTORE_EXIT } from "../../../command/exit";
import type { Done } from "../../../command/checked";
import type { BackupError } from "../../../domain/errors";
import { discardRestore } from "../../../restore/discard-restore";
import { describeProblem } from "../../../screens/text/run/problem-sentence";
import { planText } from "../../wiring/plan-text";
import { openAccess } from "./open-access";
import { createReportFile } from "./report-file";
import type { RestoreCall } from "./restore-call";
import { createRestoreFolder, type RestoreAbout } from "./restore-folder";
import { namedRestore } from "./unfinished";

/** Gives up a restore that was broken off, as somebody wants it or as it can never be gone on with, and lets the history tell of it. */
export async function discardOnNode(about: RestoreAbout, call: RestoreCall, why?: BackupError): Promise<Done> {
  const { file, messages } = call;
  const { restored } = messages;
  const { restoreId } = about.start;
  const folder = createRestoreFolder(file.folder, restoreId);
  const reportPath = path.join(file.folder, `${restoreId}.report.jsonl`);
  const { historyRecordId, maybeWritten } = await discardRestore(
    about,
    {
      ...openAccess(call),
      journal: folder.journal,
      planText: (plan) => planText(about.start, about, plan),
      openReport: () => createReportFile(reportPath),
    },
    why,
  );
  await folder.clear();
  const lines = [
    ...(why
      ? [restored.verdict.stopped, restored.stopped(describeProblem(messages, { error: why }))]
      : [restored.discarded(namedRestore(about))]),
    ...(maybeWritten.length > 0 ? [restored.maybeWritten(maybeWritten)] : []),
    restored.report(reportPath),
    restored.remembered(historyRecordId),
  ];
  return { code: RESTORE_EXIT.notAsPlanned, report: `${lines.join("\n  ")}\n` };
}
