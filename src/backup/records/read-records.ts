import type { FormFields, KintoneRecord } from "../../archive/records/kintone-app";
import { createCsvFormat } from "../../archive/records/records-csv";
import { fieldGap } from "../../domain/accepted-gap";
import { BackupError } from "../../domain/errors";
import type { Exclusion } from "../../records/excluded-fields";
import { createGapList } from "../../records/missing-fields";
import type { Form } from "../app-settings/read-settings";
import { type EarlierAttachments, createAttachmentShelf } from "../attachments/attachment-shelf";
import { createCommentAllowance } from "../comments/comment-allowance";
import type { CommentPlan } from "../comments/comment-plan";
import { type CommentsToTakeOver, findEarlierComments, withEarlierComments } from "../comments/earlier-comments";
import type { PreviousTarget } from "../previous/previous-archive";
import type { PreviousRecords } from "../previous/previous-records";
import { asStaged, takeOverRecordFiles } from "../previous/take-over";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import { foreseenBesideComments } from "../estimate/foreseen-requests";
import type { RecordFiles } from "./record-files";
import { createRecordLoad } from "./record-load";
import { type Asking, type CopiedPage, type RecordsAhead, allRecords } from "./record-pages";
import { settleRecords } from "./settle-records";
import { createUnreadRecords, type UnreadRecords } from "./unread-records";
import { type FoundRecords, type RecordDesk, writeRecords } from "./write-records";

/** What of each record a target wants. */
export interface Wanted {
  exclusion: Exclusion;
  /** Whether the app has comments, and they are wanted. */
  comments: boolean;
  /** What was found out before any record was read. */
  ahead: RecordsAhead;
  /** What an earlier run read; the sample is the newest records as they are now. */
  earlier?: { previous: PreviousTarget; records: PreviousRecords; sample: readonly KintoneRecord[] };
}

/**
 * Archives every record of a target as JSON lines and as CSV, with its attachments and comments; and once more what
 * changed meanwhile.
 *
 * What fails for one file, or for one record that is too much by itself, is a problem of the ledger. Rejects when the records cannot be read to their end; what was
 * read until then is in the ledger.
 */
export async function readRecords(
  form: Form,
  wanted: Wanted,
  ledger: TargetLedger,
  context: RunContext,
): Promise<void> {
  const earlier = await earlierComments(wanted, ledger, context);
  const desk = createDesk(form, wanted, earlier?.plan, ledger, context);
  const { source } = context;
  const asking: Asking = {
    order: {
      ...form,
      excludedFields: wanted.exclusion.codes,
      attachments: ledger.target.include.attachments,
      oneByOne: wanted.comments,
    },
    load: createRecordLoad(wanted.ahead, source.recordsPerPage),
    unread: createUnreadRecords(ledger.target, source),
  };
  const write = (records: AsyncIterable<FoundRecords[]>) => writeRecords(records, desk, ledger, context);

  const taken = takeOver(wanted, desk, ledger);
  if (taken)
    context.progress.recalled({ records: taken.counts.records, attachments: taken.counts.attachments.written });
  const all = () => found(allRecords(wanted.ahead, asking, ledger, context), desk);
  const first = taken ? { files: taken } : await write(earlier ? withEarlierComments(all(), earlier) : all());
  let files = first.files;
  try {
    if ("brokenOff" in first && first.brokenOff) throw first.brokenOff;
    ledger.recordsComplete();
    files = await settleRecords(
      files,
      { asking, rewrite: write, takenOver: taken !== undefined },
      desk,
      ledger,
      context,
    );
  } finally {
    if (!context.signal.aborted) await archiveRecords(files, asking.unread, desk, ledger, context);
  }
}

function createDesk(
  form: Form,
  wanted: Wanted,
  plan: CommentPlan | undefined,
  ledger: TargetLedger,
  context: RunContext,
): RecordDesk {
  const { exclusion, earlier, comments, ahead } = wanted;
  const fields = exclusion.formWithout(form.fields);
  return {
    csv: createCsvFormat(fields, form.layout),
    shelf: createAttachmentShelf(ledger, earlier && earlierAttachments(earlier, ledger)),
    holdsFiles: ledger.target.include.attachments && hasFileField(fields),
    gaps: createGapList(),
    commentFailures: new Map(),
    ...(comments && { allowance: allowanceFor(wanted, plan?.first ?? 0, ledger, context) }),
    newestId: String(ahead.newestId),
  };
}

function allowanceFor(
  { earlier, ahead }: Wanted,
  first: number,
  { target, requestsBefore }: TargetLedger,
  context: RunContext,
) {
  // Those of the previous archive are mostly not downloaded again.
  const share = Math.max(0, 1 - (earlier?.records.versions.length ?? 0) / Math.max(1, ahead.count));
  const source = { settings: context.source.settings, recordsPerPage: ahead.pageSize };
  const held = { records: ahead.count, attachments: Math.ceil(ahead.attachments * share) };
  const foreseen = foreseenBesideComments(target, held, source);
  // To know which comments are to be read, all revisions are looked at once more.
  const requests = foreseen.requests + (earlier ? Math.ceil(ahead.count / ahead.pageSize) : 0);
  return createCommentAllowance(target.appId, { ...foreseen, requests }, { before: requestsBefore, first }, context);
}

async function earlierComments(
  wanted: Wanted,
  ledger: TargetLedger,
  context: RunContext,
): Promise<CommentsToTakeOver | undefined> {
  const { earlier, comments, ahead } = wanted;
  if (!earlier || !comments) return undefined;
  const room = () => allowanceFor(wanted, 0, ledger, context).room();
  return findEarlierComments(earlier, ahead, room, ledger, context);
}

function hasFileField({ properties }: FormFields): boolean {
  return Object.values(properties).some(
    ({ type, fields = {} }) => type === "FILE" || Object.values(fields).some((inner) => inner.type === "FILE"),
  );
}

function earlierAttachments(
  { previous: { entries }, records }: NonNullable<Wanted["earlier"]>,
  { folder }: TargetLedger,
): EarlierAttachments {
  return {
    revisionOf: (id) => records.versions.revisionOf(id),
    entry(path) {
      const entry = entries.get(`${folder}/attachments/${path}`);
      return entry && asStaged(entry);
    },
  };
}

/** Comments do not raise a record's revision: where they are wanted, each record is read afresh. */
function takeOver(
  { earlier, comments, exclusion }: Wanted,
  desk: RecordDesk,
  ledger: TargetLedger,
): RecordFiles | undefined {
  if (!earlier || comments) return undefined;
  const { revision } = ledger;
  return takeOverRecordFiles({ ...earlier, exclusion, revision, options: ledger.options() }, desk);
}

async function* found(
  pages: AsyncIterable<CopiedPage>,
  { gaps }: RecordDesk,
): AsyncGenerator<FoundRecords[], void, undefined> {
  for await (const page of pages) {
    gaps.add(page.gaps);
    yield page.copies.map((copies) => ({ copies }));
  }
}

/** Hands everything over to the ledger, with what is wrong with it. */
async function archiveRecords(
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
  for (const error of files.failures) {
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
