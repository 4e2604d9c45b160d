import pLimit from "p-limit";
import { type BackupError, cancelledByUser, endsTheRun, toBackupError } from "../../domain/errors";
import type { Source } from "../../domain/source";
import { type FetchedAttachment, fetchAttachment } from "../attachments/fetch-attachment";
import type { Ask, CommentAllowance } from "../comments/comment-allowance";
import type { CommentLines } from "../comments/comment-lines";
import { readComments } from "../comments/read-comments";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import type { CommentsOf, FoundRecords, Item, ToFetch } from "./record-items";

export type FetchedComments = { commentsOf: string; comments?: CommentLines; error?: BackupError };
/** An item, when it was fetched. */
export type Done = FetchedAttachment | FetchedComments | { records: FoundRecords[] };

/** Fetches attachments and comments, a few at a time; a record has nothing to wait for. After the first failure, no other is begun. */
export function createFetches(
  { allowance }: { allowance?: CommentAllowance },
  ledger: TargetLedger,
  context: RunContext,
) {
  const limit = pLimit(context.options.requestsAtOnce);
  let failed = false;
  const unlessItFails = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (thrown) {
      failed = true;
      throw thrown;
    }
  };
  const fetchNext = async (item: ToFetch): Promise<Done> => {
    if (failed || context.signal.aborted) throw cancelledByUser();
    return unlessItFails<Done>(
      "attachment" in item
        ? fetchAttachment(item.attachment, ledger, context)
        : fetchComments(item, allowance, ledger, context),
    );
  };
  const fetch = async (item: Item): Promise<Done> => ("records" in item ? item : limit(() => fetchNext(item)));
  return { fetch, unlessItFails };
}

async function fetchComments(
  { commentsOf, share }: CommentsOf,
  allowance: CommentAllowance | undefined,
  ledger: TargetLedger,
  context: RunContext,
): Promise<FetchedComments> {
  try {
    const read = (ask: Ask) => readComments(within(ask, context.source), commentsOf, ledger, context);
    const comments = await (allowance ? allowance.ofRecord(share, read) : read((request) => request()));
    return { commentsOf, comments };
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
