import { type IdRange, restOf } from "./id-ranges";

/** What an answer holds, in ascending ids. */
export interface Page {
  readonly length: number;
  /** Of no use in an empty page. */
  readonly lastId: number;
}

export interface RangeReading<Answer extends Page> {
  /** The first page of a range; one that is not full is all of it. */
  read(range: IdRange): Promise<Answer>;
  /** The most that a page holds. */
  pageSize: number;
  /** How many pages may be on their way, or wait for those before them. */
  pagesAhead: () => number;
}

/** A range in its place among the others. */
interface Piece<Answer> {
  range: IdRange;
  page?: Promise<Answer>;
  failed?: true;
}

/**
 * Reads ranges of ids, several at the same time, and yields their pages in the order of ids, none of them empty. What a full page
 * leaves of its range is read like a range of its own. Which ranges are read depends on what they hold alone, never on what is answered
 * first: a run that goes on asks the same.
 *
 * When a range cannot be read, the pages before it still come, and then the error; what is under way is awaited first.
 */
export async function* readRanges<Answer extends Page>(
  ranges: readonly IdRange[],
  { read, pageSize, pagesAhead }: RangeReading<Answer>,
): AsyncGenerator<Answer, void, undefined> {
  const line: Array<Piece<Answer>> = ranges.map((range) => ({ range }));
  let stopped = false;

  const start = () => {
    for (const piece of line.slice(0, pagesAhead())) {
      // What comes behind a range that cannot be read is of no use.
      if (stopped || piece.failed) return;
      if (piece.page) continue;
      piece.page = fetch(piece);
      piece.page.catch(() => undefined); // it is awaited when its turn has come
    }
  };
  async function fetch(piece: Piece<Answer>): Promise<Answer> {
    try {
      const page = await read(piece.range);
      const rest = page.length < pageSize ? [] : restOf(piece.range, page.lastId, pageSize);
      line.splice(line.indexOf(piece) + 1, 0, ...rest.map((range) => ({ range })));
      if (rest.length > 0) start();
      return page;
    } catch (thrown) {
      piece.failed = true;
      throw thrown;
    }
  }

  try {
    for (;;) {
      start();
      const [first] = line;
      if (!first) return;
      const page = await first.page;
      line.shift();
      start();
      if (page && page.length > 0) yield page;
    }
  } finally {
    stopped = true;
    await Promise.allSettled(line.map(({ page }) => page));
  }
}
