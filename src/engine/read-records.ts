import PQueue from "p-queue";
import { type Attachment, attachmentsOfRecord } from "../archive/attachments-of-record";
import type { KintoneRecord } from "../archive/kintone-app";
import { BackupError, cancelledByUser, endsTheRun, toBackupError } from "./errors";
import { type FetchedAttachment, fetchAttachment } from "./fetch-attachment";
import { inOrder } from "./in-order";
import { createMissingFields } from "./missing-fields";
import type { Form } from "./read-settings";
import { createRecordFiles } from "./record-files";
import { recordId, recordPages } from "./record-pages";
import type { RunContext } from "./run-context";
import type { TargetLedger } from "./target-ledger";

/** After so many files in a row that kintone would not give, the trouble is not with the files. */
const FAILURES_IN_A_ROW = 5;

/** About a page: how far the downloads may be ahead of the record that is written next. */
const ITEMS_AHEAD = 500;

/**
 * Archives every record of a target as JSON lines and as CSV, and its attachments. Attachments are fetched as the pages
 * come, while their keys are fresh, and memory holds a page or two of records and no file.
 *
 * What fails for one file is a problem of the ledger. Rejects when the records cannot be read to their end; what was
 * read until then is in the archive.
 */
export async function readRecords(form: Form, ledger: TargetLedger, context: RunContext): Promise<void> {
  const files = await createRecordFiles(form, ledger, context);
  const missingFields = createMissingFields(form.fields);
  const downloads = createDownloads(ledger, context);
  let archived: Attachment[] = [];
  let failuresInARow = 0;

  const take = async (item: Done) => {
    if ("record" in item) {
      await files.write(item.record, archived);
      missingFields.see(item.record);
      ledger.recordWritten(recordId(item.record));
      context.progress.recordRead();
      archived = [];
      return;
    }
    const { entry, error, attachment } = await settle(item, ledger, context);
    if (entry) archived.push(attachment);
    failuresInARow = error?.retryable ? failuresInARow + 1 : 0;
    if (error && failuresInARow >= FAILURES_IN_A_ROW) throw error;
  };

  try {
    const items = recordsWithAttachments(ledger, context);
    for await (const done of inOrder(items, ITEMS_AHEAD, downloads.fetch)) await downloads.unlessItFails(take(done));
    ledger.recordsComplete();
  } catch (thrown) {
    await (context.signal.aborted ? files.discard() : files.close());
    throw thrown;
  }
  await files.close();
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
type Done = FetchedAttachment | { record: KintoneRecord };

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

/** Fetches attachments, a few at a time; a record has nothing to wait for. After the first failure, no other is begun. */
function createDownloads(ledger: TargetLedger, context: RunContext) {
  const queue = new PQueue({ concurrency: context.options.attachmentsAtOnce });
  let failed = false;
  const unlessItFails = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (thrown) {
      failed = true;
      throw thrown;
    }
  };
  const fetchNext = async (attachment: Attachment) => {
    if (failed || context.signal.aborted) throw cancelledByUser();
    return unlessItFails(fetchAttachment(attachment, ledger, context));
  };
  const fetch = async (item: Item): Promise<Done> =>
    "record" in item ? item : queue.add(() => fetchNext(item.attachment));
  return { fetch, unlessItFails };
}

/** Puts an attachment into the archive and books what is wrong with it. Resolves to what became of it in the end. */
async function settle(
  fetched: FetchedAttachment,
  ledger: TargetLedger,
  { progress }: RunContext,
): Promise<FetchedAttachment> {
  const { attachment, entry, error } = await archive(fetched, ledger);
  if (entry) ledger.attachmentArchived(attachment);
  if (error) {
    const { recordId: record, field, path, file } = attachment;
    ledger.problem("attachments", error.with({ record, field, file: file.name }));
    if (!entry) ledger.missing({ code: "FAILED", what: "attachment", text: error.message, record, field, path });
  }
  progress.attachmentSettled();
  return { attachment, ...(entry && { entry }), ...(error && { error }) };
}

async function archive(fetched: FetchedAttachment, ledger: TargetLedger): Promise<FetchedAttachment> {
  try {
    if (fetched.entry) await ledger.add(fetched.entry);
    return fetched;
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    return { attachment: fetched.attachment, error };
  }
}
