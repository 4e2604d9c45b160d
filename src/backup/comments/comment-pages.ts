import type { KintoneComment } from "../../archive/records/kintone-app";
import type { NotedFile } from "../../domain/noted-file";
import type { Source } from "../../domain/source";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import { commentLine } from "./comment-lines";

/** So many letters of a record's comments are held until they are written; what is more waits in the workspace. */
const HELD_LETTERS = 16 * 1024;

/** What is known of an answer with comments; each but the first begins with the last comment of the one before. */
interface PageFacts {
  firstId?: string;
  lastId?: string;
  /** How many there are without that one. */
  added: number;
  /** Whether there are newer ones. */
  more: boolean;
}

/** As the journal has it. Without lines, they are in the file that is noted of the same question. */
type NotedPage = PageFacts & { lines?: string };

export interface CommentPage extends PageFacts {
  /** Of those that it adds. */
  lines(): Promise<Uint8Array>;
}

/** @param offset how many older comments the record has */
export type ReadPage = (offset: number) => Promise<CommentPage>;

/** Reads the comments of a record page by page, or takes the pages that an earlier attempt of the run read. */
export function createCommentPages(
  source: Pick<Source, "readComments">,
  recordId: string,
  ledger: TargetLedger,
  { memory, staging }: RunContext,
): ReadPage {
  const { folder, target } = ledger;
  const encoder = new TextEncoder();
  let held = 0;

  return async function page(offset) {
    const question = `comments ${recordId} from ${offset}`;
    let kept: NotedFile | undefined;
    const { lines, ...facts } = await memory.once<NotedPage>(folder, question, async () => {
      const { comments, more } = await source.readComments(target, recordId, offset);
      const added = offset > 0 ? comments.slice(1) : comments;
      const text = added.map((comment) => commentLine(recordId, comment)).join("");
      const answer = factsOf(comments, added.length, more);
      if (held + text.length <= HELD_LETTERS) return { ...answer, lines: text };
      kept = await staging.keep(folder, encoder.encode(text));
      ledger.keptMeanwhile(kept);
      if (memory.keeps) await memory.filed(folder, question, kept);
      return answer;
    });
    if (lines !== undefined) {
      held += lines.length;
      return { ...facts, lines: async () => encoder.encode(lines) };
    }
    const own = kept;
    if (own) return { ...facts, lines: () => staging.kept(own) };
    const recalled = await memory.file(folder, question);
    // It is not what it was: kintone is asked once more.
    if (!recalled) return page(offset);
    ledger.keptMeanwhile(recalled.noted);
    return { ...facts, lines: () => recalled.stored.bytes(0, recalled.stored.size) };
  };
}

function factsOf(comments: readonly KintoneComment[], added: number, more: boolean): PageFacts {
  const [first, last] = [comments[0], comments.at(-1)];
  return { ...(first && { firstId: first.id }), ...(last && { lastId: last.id }), added, more };
}
