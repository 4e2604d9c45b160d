import { type BackupError, toBackupError } from "../../domain/errors";
import { inOrder } from "../../domain/in-order";
import type { createGapList } from "../../records/missing-fields";
import { NEVER } from "../comments/comment-ages";
import type { CommentAllowance } from "../comments/comment-allowance";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import { type Done, type FetchedComments, createFetches } from "./record-fetches";
import { type RecordFiles, type RecordWriting, createRecordWriter } from "./record-files";
import { type FoundRecords, itemsOf, lengthOf, weightOf } from "./record-items";

/** After so many files or comments in a row that kintone would not give, the trouble is not with them. */
const FAILURES_IN_A_ROW = 5;

/** About a page: how far the downloads, and records, may be ahead of the record that is written next. */
const ITEMS_AHEAD = 500;

/** What of the records could be written, and why not the rest. */
export interface WrittenRecords {
  files: RecordFiles;
  brokenOff?: BackupError;
}

/** Where the records of a target go, and what is known of them beside their files. */
export interface RecordDesk extends RecordWriting {
  gaps: ReturnType<typeof createGapList>;
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

const isOverBudget = ({ error }: FetchedComments): boolean => error?.code === "OVER_BUDGET";

/** Without the budget to read them, those stay that are known from before. */
function withComments(item: FoundRecords, fetched: FetchedComments): FoundRecords {
  const { comments: earlier, commentAge: _, ...record } = item;
  if (fetched.comments) return { ...record, comments: fetched.comments };
  if (!isOverBudget(fetched)) return record;
  return earlier ? item : { ...record, commentAge: NEVER };
}
