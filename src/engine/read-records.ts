import { type Attachment, attachmentsOfRecord } from "../archive/attachments-of-record";
import { jsonLine } from "../archive/json-lines";
import type { KintoneRecord } from "../archive/kintone-app";
import { createCsvFormat } from "../archive/records-csv";
import { BackupError } from "./errors";
import { type FetchedAttachment, fetchAttachment } from "./fetch-attachment";
import { inOrder } from "./in-order";
import { createMissingFields } from "./missing-fields";
import type { Form } from "./read-settings";
import { recordId, recordPages } from "./record-pages";
import type { RunContext } from "./run-context";
import type { TargetLedger } from "./target-ledger";

/** After so many files in a row that kintone would not give, the trouble is not with the files. */
const FAILURES_IN_A_ROW = 5;

/**
 * Archives every record of a target as JSON lines and as CSV, and its attachments. Attachments are fetched as the pages
 * come, while their keys are fresh, and nothing is held in memory longer than that.
 *
 * What fails for one file is a problem of the ledger. Rejects when the records cannot be read to their end; what was
 * read until then is in the archive.
 */
export async function readRecords(form: Form, ledger: TargetLedger, context: RunContext): Promise<void> {
  const files = await createRecordFiles(form, ledger, context);
  const missingFields = createMissingFields(form.fields);
  let archived: Attachment[] = [];
  let failuresInARow = 0;
  try {
    const items = recordsWithAttachments(ledger, context);
    const fetch = async (item: Item) =>
      "attachment" in item ? fetchAttachment(item.attachment, ledger, context) : item;
    for await (const done of inOrder(items, context.options.attachmentsAtOnce, fetch)) {
      if ("record" in done) {
        await files.write(done.record, archived);
        missingFields.see(done.record);
        ledger.recordWritten(recordId(done.record));
        context.progress.recordRead();
        archived = [];
      } else {
        if (await settle(done, ledger, context)) archived.push(done.attachment);
        failuresInARow = done.error?.retryable ? failuresInARow + 1 : 0;
        if (failuresInARow >= FAILURES_IN_A_ROW && done.error) throw done.error;
      }
    }
    ledger.recordsComplete();
  } finally {
    await files.close(context.signal.aborted);
  }
  for (const field of missingFields.found()) {
    ledger.problem("records", new BackupError("FIELD_NOT_READABLE", `Records lack ${field}`, { facts: { field } }));
    ledger.missing({
      code: "NOT_READABLE",
      what: "field",
      field,
      text: "The user who ran the backup may not read it.",
    });
  }
}

type Item = { attachment: Attachment } | { record: KintoneRecord };

/** Every attachment of a record, then the record itself: by then it is known which of its files are in the archive. */
async function* recordsWithAttachments(
  ledger: TargetLedger,
  { source, progress }: RunContext,
): AsyncGenerator<Item, void, undefined> {
  for await (const page of recordPages(source, ledger.target)) {
    for (const record of page) {
      for (const attachment of attachmentsOfRecord(record)) {
        ledger.attachmentExpected();
        progress.attachmentFound();
        yield { attachment };
      }
      yield { record };
    }
  }
}

/** Books what became of an attachment; whether it is in the archive. */
async function settle(
  { attachment, entry, error }: FetchedAttachment,
  ledger: TargetLedger,
  { progress }: RunContext,
): Promise<boolean> {
  if (entry) {
    await ledger.add(entry);
    ledger.attachmentArchived(attachment);
  }
  if (error) {
    const { recordId: record, field, path, file } = attachment;
    ledger.problem("attachments", error.with({ record, field, file: file.name }));
    if (!entry) {
      ledger.missing({ code: "FAILED", what: "attachment", text: error.message, record, field, path });
    }
  }
  progress.attachmentSettled();
  return entry !== undefined;
}

/** `records.jsonl` and `records.csv` of a target, written side by side. */
async function createRecordFiles(form: Form, ledger: TargetLedger, { staging }: RunContext) {
  const csv = createCsvFormat(form.fields, form.layout);
  for (const { code, type, table } of csv.unsupported) {
    const where = table ? ` of table ${table}` : "";
    ledger.missing({
      code: "NOT_IN_CSV",
      what: "field",
      field: code,
      text: `Field ${code}${where} (${type}) has no column in CSV.`,
    });
  }
  const label = (name: string) => ({ path: `${ledger.folder}/${name}`, target: ledger.folder });
  const jsonLines = await staging.create({ ...label("records.jsonl"), kind: "records" });
  const csvFile = await staging.create({ ...label("records.csv"), kind: "csv" });
  const encoder = new TextEncoder();
  await csvFile.write(encoder.encode(csv.header()));
  return {
    async write(record: KintoneRecord, archived: readonly Attachment[]) {
      await jsonLines.write(encoder.encode(jsonLine(record)));
      await csvFile.write(encoder.encode(csv.rows(record, archived)));
    },
    /** Whole or not, what was read is worth keeping; the manifest's counts tell how much it is. */
    async close(discard: boolean) {
      for (const file of [jsonLines, csvFile]) {
        if (discard) await file.discard();
        else await ledger.add(await file.close());
      }
    },
  };
}
