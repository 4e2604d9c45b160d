import path from "node:path";
import { RESTORE_EXIT } from "../../../command/exit";
import type { RestoreTold } from "../../../command/host";
import { discardRestore } from "../../../restore/discard-restore";
import { planText } from "../../wiring/plan-text";
import { openAccess } from "./open-access";
import { createReportFile } from "./report-file";
import type { RestoreCall } from "./restore-call";
import { createRestoreFolder, type RestoreAbout } from "./restore-folder";
import { namedRestore } from "./unfinished";

/** Gives up a restore that was broken off, and lets the history tell of it. */
export async function discardOnNode(about: RestoreAbout, call: RestoreCall): Promise<RestoreTold> {
  const { file, messages } = call;
  const { restored } = messages;
  const { restoreId } = about.start;
  const folder = createRestoreFolder(file.folder, restoreId);
  const reportPath = path.join(file.folder, `${restoreId}.report.jsonl`);
  const { historyRecordId, maybeWritten } = await discardRestore(about, {
    ...openAccess(call),
    journal: folder.journal,
    planText: (plan) => planText(about.start, about, plan),
    openReport: () => createReportFile(reportPath),
  });
  await folder.clear();
  const lines = [
    restored.discarded(namedRestore(about)),
    ...(maybeWritten.length > 0 ? [restored.maybeWritten(maybeWritten)] : []),
    restored.report(reportPath),
    restored.remembered(historyRecordId),
  ];
  return { code: RESTORE_EXIT.notAsPlanned, report: `${lines.join("\n  ")}\n` };
}
