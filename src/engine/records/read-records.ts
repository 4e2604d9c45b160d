import type { KintoneRecord } from "../../archive/kintone-app";
import { createAttachmentShelf } from "../attachments/attachment-shelf";
import { BackupError } from "../errors";
import type { Exclusion } from "../left-out/excluded-fields";
import type { Form } from "../app-settings/read-settings";
import type { RecordFiles } from "./record-files";
import { type RecordsAhead, allRecords } from "./record-pages";
import type { RunContext } from "../run-context";
import { settleRecords } from "./settle-records";
import type { TargetLedger } from "../targets/target-ledger";
import { type RecordDesk, writeRecords } from "./write-records";

/** What of each record a target wants. */
export interface Wanted {
  exclusion: Exclusion;
  /** Whether the app has comments, and they are wanted. */
  comments: boolean;
  /** What was found out before any record was read. */
  ahead: RecordsAhead;
}

/**
 * Archives every record of a target as JSON lines and as CSV, with its attachments and comments; and once more what
 * changed meanwhile.
 *
 * What fails for one file is a problem of the ledger. Rejects when the records cannot be read to their end; what was
 * read until then is in the ledger.
 */
export async function readRecords(
  form: Form,
  wanted: Wanted,
  ledger: TargetLedger,
  context: RunContext,
): Promise<void> {
  const { exclusion } = wanted;
  const desk: RecordDesk = {
    form: { ...form, fields: exclusion.formWithout(form.fields) },
    shelf: createAttachmentShelf(ledger),
    commentFailures: new Map(),
    readsComments: wanted.comments,
    newestId: String(wanted.ahead.newestId),
  };
  const write: typeof writeRecords = (records, ...others) => writeRecords(shown(records, exclusion), ...others);

  const first = await write(allRecords(wanted.ahead, ledger, exclusion, context), desk, ledger, context);
  let files = first.files;
  try {
    if (first.brokenOff) throw first.brokenOff;
    ledger.recordsComplete();
    files = await settleRecords(files, (records) => write(records, desk, ledger, context), desk, ledger, context);
  } finally {
    if (!context.signal.aborted) await archiveRecords(files, desk, ledger);
  }
}

/** Values of fields that are left out go no further than this. */
async function* shown<Item extends { record: KintoneRecord }>(
  groups: AsyncIterable<Item[]>,
  exclusion: Exclusion,
): AsyncGenerator<Item[], void, undefined> {
  for await (const group of groups) {
    yield group.map((item) => ({ ...item, record: exclusion.recordWithout(item.record) }));
  }
}

/** Hands everything over to the ledger, with what is wrong with it. */
async function archiveRecords(files: RecordFiles, desk: RecordDesk, ledger: TargetLedger): Promise<void> {
  ledger.recordsWritten(files.counts);
  ledger.formIsOutdated = files.missingFields.formIsOutdated;
  for (const entry of files.entries) ledger.add(entry);
  await desk.shelf.archive(files.attachments);
  for (const error of files.failures) {
    ledger.problem("records", error);
    const { path } = error.facts;
    ledger.missing({ code: "FAILED", what: "records", text: error.message, ...(path !== undefined && { path }) });
  }
  for (const [record, error] of desk.commentFailures) {
    ledger.problem("comments", error.with({ record }));
    ledger.missing({ code: "FAILED", what: "comments", record, text: error.message });
  }
  for (const { code, type, table } of files.notInCsv) {
    const where = table ? ` of table ${table}` : "";
    const text = `Field ${code}${where} (${type}) has no column in CSV.`;
    ledger.missing({ code: "NOT_IN_CSV", what: "field", field: code, text });
  }
  for (const field of files.missingFields.found()) {
    ledger.problem("records", new BackupError("FIELD_NOT_READABLE", `Records lack ${field}`, { facts: { field } }));
    const text = "The user who ran the backup may not read it.";
    ledger.missing({ code: "NOT_READABLE", what: "field", field, text });
  }
}
