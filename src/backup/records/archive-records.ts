import { fieldGap } from "../../domain/accepted-gap";
import { BackupError } from "../../domain/errors";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import { bookOddCells } from "./book-odd-cells";
import type { RecordFiles } from "./record-files";
import type { UnreadRecords } from "./unread-records";
import type { RecordDesk } from "./write-records";

/** Hands everything over to the ledger, with what is wrong with it. */
export async function archiveRecords(
  files: RecordFiles,
  unread: UnreadRecords,
  desk: RecordDesk,
  ledger: TargetLedger,
  context: RunContext,
): Promise<void> {
  ledger.recordsWritten(files.counts);
  const { missing, formIsOutdated } = desk.gaps.all();
  ledger.formIsOutdated = formIsOutdated;
  for (const entry of files.entries) ledger.add(entry);
  await desk.shelf.archive(files.attachments);
  for (const { error } of files.failures) {
    ledger.problem("records", error);
    const { path } = error.facts;
    ledger.missing({ code: "FAILED", what: "records", text: error.message, ...(path !== undefined && { path }) });
  }
  for (const [record, error] of unread.all()) {
    ledger.problem("records", error);
    ledger.missing({ code: "FAILED", what: "records", record, text: error.message });
  }
  for (const [record, error] of desk.commentFailures) {
    ledger.problem("comments", error.with({ record }));
    ledger.missing({ code: "FAILED", what: "comments", record, text: error.message });
  }
  tellComments(files, ledger, context);
  bookOddCells(files.odd, ledger);
  for (const { code, type, table } of desk.csv.unsupported) {
    const where = table ? ` of table ${table}` : "";
    const text = `Field ${code}${where} (${type}) has no column in CSV.`;
    ledger.missing({ code: "NOT_IN_CSV", what: "field", field: code, text });
  }
  for (const field of missing) {
    ledger.problem("records", new BackupError("FIELD_NOT_READABLE", `Records lack ${field}`, { facts: { field } }));
    const text = "The user who ran the backup may not read it.";
    ledger.missing({ code: "NOT_READABLE", what: "field", field, text }, fieldGap(field));
  }
}

/** What of the comments is not of now. */
function tellComments({ counts }: RecordFiles, ledger: TargetLedger, { budget }: RunContext): void {
  const { unread, takenOver = [] } = counts.comments;
  const [oldest] = takenOver;
  if (oldest) {
    const actual = takenOver.reduce((sum, { records }) => sum + records, 0);
    const text = `The comments of ${actual} records are those of earlier runs`;
    ledger.tell("comments", new BackupError("COMMENTS_TAKEN_OVER", text, { facts: { actual, since: oldest.readAt } }));
  }
  if (unread) {
    const [expected, actual] = [budget.perAppAndDay, unread.records];
    const text = `The comments of ${actual} records were not read: each takes a request, and a day has ${expected} for the app.`;
    ledger.problem("comments", new BackupError("OVER_BUDGET", text, { facts: { expected, actual } }));
    ledger.missing({ code: "FAILED", what: "comments", text });
  }
}
