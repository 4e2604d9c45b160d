import type { KintoneComment } from "../../archive/records/kintone-app";
import { BackupError } from "../../domain/errors";
import type { Source } from "../../domain/source";
import type { Target } from "../../domain/target";

/** How often a record's comments are read from their beginning, when some were deleted in the middle. */
const ATTEMPTS = 3;

/**
 * All comments of a record, oldest first. kintone gives ten at a time, by their position: should one be deleted between
 * two requests, the next would be skipped. So each page begins with the last comment of the page before, and when it does
 * not, the comments are read anew. Rejects with `BAD_RESPONSE` when that does not help.
 */
export async function readComments(
  source: Pick<Source, "readComments">,
  target: Target,
  recordId: string,
): Promise<KintoneComment[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const comments = await readOnce(source, target, recordId);
    if (comments) return comments;
  }
  throw new BackupError("BAD_RESPONSE", "The comments of a record changed each time that they were read");
}

async function readOnce(
  source: Pick<Source, "readComments">,
  target: Target,
  recordId: string,
): Promise<KintoneComment[] | undefined> {
  const { comments, more } = await source.readComments(target, recordId, 0);
  for (let goOn = more; goOn;) {
    const page = await source.readComments(target, recordId, comments.length - 1);
    const [first, ...others] = page.comments;
    if (first === undefined || first.id !== comments.at(-1)?.id) return undefined;
    if (others.length === 0 && page.more) throw new BackupError("BAD_RESPONSE", "A page of comments was empty");
    comments.push(...others);
    goOn = page.more;
  }
  return comments;
}
