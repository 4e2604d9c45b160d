import { BackupError } from "../../domain/errors";
import type { Source } from "../../domain/source";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import type { CommentLines } from "./comment-lines";
import { type CommentPage, type ReadPage, createCommentPages } from "./comment-pages";

/** How often a record's comments are read from their beginning, when some were deleted in the middle. */
const ATTEMPTS = 3;

/**
 * All comments of a record, oldest first. kintone gives ten at a time, by their position: should one be deleted between
 * two requests, the next would be skipped. So each page begins with the last comment of the page before, and when it does
 * not, the comments are read anew. Rejects with `BAD_RESPONSE` when that does not help.
 */
export async function readComments(
  source: Pick<Source, "readComments">,
  recordId: string,
  ledger: TargetLedger,
  context: RunContext,
): Promise<CommentLines> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const pages = await readOnce(createCommentPages(source, recordId, ledger, context));
    if (pages) return linesOf(pages);
  }
  throw new BackupError("BAD_RESPONSE", "The comments of a record changed each time that they were read");
}

async function readOnce(page: ReadPage): Promise<CommentPage[] | undefined> {
  const pages = [await page(0)];
  for (let [last] = pages, read = 0; last?.more; last = pages.at(-1)) {
    read += last.added;
    const next = await page(read - 1);
    if (next.firstId === undefined || next.firstId !== last.lastId) return undefined;
    if (next.added === 0 && next.more) throw new BackupError("BAD_RESPONSE", "A page of comments was empty");
    pages.push(next);
  }
  return pages;
}

async function* linesOf(pages: readonly CommentPage[]): CommentLines {
  for (const { lines } of pages) yield await lines();
}
