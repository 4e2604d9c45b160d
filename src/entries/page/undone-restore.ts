import type { AppRecord, RecordStore } from "../../domain/record-store";
import { writtenText } from "../../history/restores/written-text";
import { wayBack } from "../../history/restores/way-back";
import type { RestoreReportLine } from "../../restore/report/report-line";
import { undoPlan } from "../../restore/report/undo-plan";
import type { DecidedRestore } from "../../screens/restore/decided-restore";
import type { RestoringMessages } from "../../screens/text/restoring/language";

/** The way back from a restore of the history; nothing where it did nothing, or nobody knows what. Rejects when its report cannot be read, or is another than was written. */
export async function undoneRestore(
  store: RecordStore,
  record: AppRecord,
  { restoring }: RestoringMessages,
): Promise<DecidedRestore | undefined> {
  const report = (await writtenText(store, record, "restore_report")) ?? "";
  const lines = report.split("\n").filter(Boolean);
  const told = wayBack(record);
  const plan = undoPlan(
    told,
    lines.map((line) => JSON.parse(line) as RestoreReportLine),
    location.origin,
  );
  const { undoing, undoReason } = restoring.outcome;
  return plan && { plan, told: undoing(told.restoreId), reason: undoReason(told.restoreId) };
}
