import PQueue from "p-queue";
import type { Attachment } from "../../archive/records/attachments-of-record";
import type { KintoneComment } from "../../archive/records/kintone-app";
import { BackupError, cancelledByUser, endsTheRun, toBackupError } from "../../domain/errors";
import { inOrder } from "../../domain/in-order";
import type { Source } from "../../domain/source";
import type { createGapList } from "../../records/missing-fields";
import { type FetchedAttachment, fetchAttachment } from "../attachments/fetch-attachment";
import { NEVER } from "../comments/comment-ages";
import type { Ask, CommentAllowance, Share } from "../comments/comment-allowance";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import { readComments } from "./read-comments";
import { type RecordFiles, type RecordWriting, type RecordsToWrite, createRecordWriter } from "./record-files";

/** After so many files or comments in a row that kintone would not give, the trouble is not with them. */
const FAILURES_IN_A_ROW = 5;

/** About a page: how far the downloads, and records, may be ahead of the record that is written next. */
const ITEMS_AHEAD = 500;

/** Of a record's lines and rows: heavier ones count for several, so that what waits is no more than 24 MB, or one page. */
const BYTES_OF_AN_ITEM = 48 * 1024;

/** Records to write; without comments they are read, as are those of their attachments that are not on the shelf. */
export type FoundRecords = RecordsToWrite & {
  known?: boolean;
  /** What reading its comments takes, or that they are not read, as there are some that do. */
  share?: Share | "none";
};

/** Of what is not known. */
const ONE: Share = { turn: "first", requests: 1 };

/** What of the records could be written, and why not the rest. */
export interface WrittenRecords {
  files: RecordFiles;
  brokenOff?: BackupError;
}

/** Where the records of a target go, and what is known of them beside their files. */
export interface RecordDesk extends RecordWriting {
  gaps: ReturnType<typeof createGapList>;
  /** Why the comments of a record could not be read, by its id. */
  commentFailures: Map<string, BackupError>;
  /** What comments may cost; absent where there can be none, or they are not wanted. */
  allowance?: CommentAllowance;
  /** `$id` of the newest record when the reading began; "0" when there was none. */
  newestId: string;
}

/**
 * Writes records, in their order, as JSON lines and as CSV, with their attachments and comments. These are fetched as the
 * records come, while file keys are fresh; memory holds a page or two of records and no file.
 *
 * Resolves with what was written, also when the records broke off. Rejects only with what ends the run.
 */
export async function writeRecords(
  records: AsyncIterable<FoundRecords[]>,
  desk: RecordDesk,
  ledger: TargetLedger,
  context: RunContext,
): Promise<WrittenRecords> {
  const writer = await createRecordWriter(desk, ledger, context);
  const fetches = createFetches(desk, ledger, context);
  let fetched: FetchedComments | undefined;
  let failuresInARow = 0;

  const take = async (done: Done) => {
    if ("records" in done) {
      await writer.write(done.records.map((item) => (fetched && !item.known ? withComments(item, fetched) : item)));
      fetched = undefined;
      context.progress.recordsRead(lengthOf(done.records.filter(({ known }) => !known)));
      return;
    }
    if ("attachment" in done) {
      desk.shelf.put(done);
      context.progress.attachmentSettled();
    } else {
      fetched = done;
      if (done.error && !isOverBudget(done)) desk.commentFailures.set(done.commentsOf, done.error);
    }
    failuresInARow = done.error?.retryable ? failuresInARow + 1 : 0;
    if (done.error && failuresInARow >= FAILURES_IN_A_ROW) throw done.error;
  };

  try {
    const items = itemsOf(records, desk, context);
    for await (const done of inOrder(items, ITEMS_AHEAD, fetches.fetch, weightOf)) {
      await fetches.unlessItFails(take(done));
    }
    return { files: await writer.close() };
  } catch (thrown) {
    if (context.signal.aborted) {
      await writer.discard();
      throw thrown;
    }
    return { files: await writer.close(), brokenOff: toBackupError(thrown) };
  }
}

type CommentsOf = { commentsOf: string; share: Share };
type Item = { attachment: Attachment } | CommentsOf | { records: FoundRecords[] };
type FetchedComments = { commentsOf: string; comments?: KintoneComment[]; error?: BackupError };
type Done = FetchedAttachment | FetchedComments | { records: FoundRecords[] };

const isOverBudget = ({ error }: FetchedComments): boolean => error?.code === "OVER_BUDGET";

/** Without the budget to read them, those stay that are known from before. */
function withComments(item: FoundRecords, fetched: FetchedComments): FoundRecords {
  const { comments: earlier, commentAge: _, ...record } = item;
  if (fetched.comments) return { ...record, comments: fetched.comments };
  if (!isOverBudget(fetched)) return record;
  return earlier ? item : { ...record, commentAge: NEVER };
}

const weightOf = (item: Item): number =>
  "records" in item ? Math.max(lengthOf(item.records), bytesOf(item.records) / BYTES_OF_AN_ITEM) : 1;

const bytesOf = (records: readonly FoundRecords[]): number =>
  records.reduce((sum, { copies }) => sum + copies.lines.length + copies.rows.length, 0);

const lengthOf = (records: readonly FoundRecords[]): number =>
  records.reduce((sum, { copies }) => sum + copies.versions.length, 0);

/**
 * Everything that belongs to a record, then the record itself: by then it is known what of it is in the archive. Records to which
 * nothing belongs that is to be fetched stay together.
 */
async function* itemsOf(
  groups: AsyncIterable<FoundRecords[]>,
  { shelf, allowance }: RecordDesk,
  { progress }: RunContext,
): AsyncGenerator<Item, void, undefined> {
  for await (const group of groups) {
    let together: FoundRecords[] = [];
    for (const item of group) {
      const attachments = shelf.wanted(item.copies);
      const { share = ONE } = item;
      const asks = allowance && !item.known && share !== "none" ? { share } : undefined;
      if (attachments.length === 0 && !asks) {
        together.push(item);
        continue;
      }
      if (together.length > 0) yield { records: together };
      together = [];
      for (const attachment of attachments) {
        progress.attachmentFound();
        yield { attachment };
      }
      const [version] = item.copies.versions;
      if (asks && version) yield { commentsOf: version.id, ...asks };
      yield { records: [item] };
    }
    if (together.length > 0) yield { records: together };
  }
}

/** Fetches attachments and comments, a few at a time; a record has nothing to wait for. After the first failure, no other is begun. */
function createFetches({ allowance }: RecordDesk, ledger: TargetLedger, context: RunContext) {
  const queue = new PQueue({ concurrency: context.options.requestsAtOnce });
  let failed = false;
  const unlessItFails = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (thrown) {
      failed = true;
      throw thrown;
    }
  };
  const fetchNext = async (item: Exclude<Item, { records: unknown }>): Promise<Done> => {
    if (failed || context.signal.aborted) throw cancelledByUser();
    return unlessItFails<Done>(
      "attachment" in item
        ? fetchAttachment(item.attachment, ledger, context)
        : fetchComments(item, allowance, ledger, context),
    );
  };
  const fetch = async (item: Item): Promise<Done> => ("records" in item ? item : queue.add(() => fetchNext(item)));
  return { fetch, unlessItFails };
}

async function fetchComments(
  { commentsOf, share }: CommentsOf,
  allowance: CommentAllowance | undefined,
  { target, folder }: TargetLedger,
  { source, memory }: RunContext,
): Promise<FetchedComments> {
  try {
    const read = (ask: Ask) => readComments(within(ask, source), target, commentsOf);
    const ask = () => (allowance ? allowance.ofRecord(share, read) : read((request) => request()));
    return { commentsOf, comments: await memory.once(folder, `comments ${commentsOf}`, ask) };
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    return { commentsOf, error };
  }
}

/** The same source, whose requests for comments are made so. */
function within(ask: Ask, source: Source): Pick<Source, "readComments"> {
  return { readComments: (...asked) => ask(() => source.readComments(...asked)) };
}
