import type { CommentFacts, RecordSpans } from "../../archive/manifest/manifest";

/** When the comments of a record were read that are in the archive: ISO 8601, UTC. */
export type CommentAge = string;
/** They were never read. */
export const NEVER: CommentAge = "";

/** When the comments of each record were read, where it was not now: neighbours of one age take as much room as one record. */
export interface CommentAges {
  /** Ids must ascend. Without an age they were read now, or there are none to read. */
  add(id: number, age?: CommentAge): void;
  /** `undefined`: now. */
  of(id: number): CommentAge | undefined;
  facts(): Omit<CommentFacts, "written">;
}

interface Span {
  first: number;
  last: number;
  records: number;
  age: CommentAge;
}

export function createCommentAges(): CommentAges {
  const spans: Span[] = [];
  /** The span that the record before this one ended. */
  let open: Span | undefined;

  return {
    add(id, age) {
      if (age !== undefined && open?.age === age) {
        open.last = id;
        open.records += 1;
        return;
      }
      open = age === undefined ? undefined : { first: id, last: id, records: 1, age };
      if (open) spans.push(open);
    },
    of(id) {
      let [low, high] = [0, spans.length - 1];
      while (low <= high) {
        const middle = (low + high) >> 1;
        const { first, last, age } = spans[middle] as Span;
        if (first <= id && id <= last) return age;
        if (last < id) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    },
    facts() {
      const ages = [...new Set(spans.map(({ age }) => age))].sort();
      const of = (wanted: CommentAge) => together(spans.filter(({ age }) => age === wanted));
      const takenOver = ages.filter((age) => age !== NEVER).map((readAt) => ({ readAt, ...of(readAt) }));
      return { ...(ages.includes(NEVER) && { unread: of(NEVER) }), ...(takenOver.length > 0 && { takenOver }) };
    },
  };
}

function together(spans: readonly Span[]): RecordSpans {
  return {
    records: spans.reduce((sum, { records }) => sum + records, 0),
    ids: spans.map(({ first, last }) => [String(first), String(last)]),
  };
}
