import { jsonLine, lineBytesOf } from "../../archive/records/json-lines";
import type { KintoneComment } from "../../archive/records/kintone-app";
import { type Openable, inTurn } from "../../archive/records/numbered-files";
import { oneByOne } from "../../domain/one-by-one";

/**
 * The comments of a record as `comments.jsonl` has them, whole lines at a time: together they may be more than memory holds. They are
 * taken from where they lie when they are iterated over, which is done once.
 */
export type CommentLines = AsyncIterable<Uint8Array>;

export function commentLine(record: string, comment: KintoneComment): string {
  return jsonLine({ record, comment });
}

const HEAD = '{"record":"';
const LONGEST_ID = 20;

/** Whose comment it is, as `commentLine` writes it at the beginning. */
export function recordOfLine(line: Uint8Array): number {
  const head = new TextDecoder().decode(line.subarray(0, HEAD.length + LONGEST_ID));
  return head.startsWith(HEAD) ? Number.parseInt(head.slice(HEAD.length), 10) : 0;
}

/** Comments that lie in files, ordered by the ids of their records. */
export interface FiledComments {
  /** Read them in the order of the ids. */
  of(id: number): CommentLines;
  /** Call it when no more are read. */
  end(): Promise<void>;
}

export function createFiledComments(files: readonly Openable[]): FiledComments {
  const lines = oneByOne(inTurn(files, lineBytesOf));
  let next: Promise<Uint8Array | undefined> | undefined;
  // Once it broke, each of those that come hears of it: for them, the files would be empty.
  const take = async () => (await lines.next()).value ?? undefined;

  return {
    async *of(id) {
      next ??= take();
      for (let line = await next; line && recordOfLine(line) <= id; line = await next) {
        // Records that are not wanted, or not there any more, have some, too.
        if (recordOfLine(line) === id) yield line;
        next = take();
      }
    },
    async end() {
      await lines.return();
    },
  };
}
