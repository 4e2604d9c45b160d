import type { IdRange } from "./id-ranges";

/** What was read of a range, in ascending ids. */
export interface Page {
  readonly length: number;
  /** What is still to be read of it, in ascending ids. */
  readonly rest: readonly IdRange[];
}

export interface RangeReading<Answer extends Page> {
  /** The first page of a range. */
  read(range: IdRange): Promise<Answer>;
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
 * Reads ranges of ids, several at the same time, and yields their pages in the order of ids, none of them empty. What a page leaves of
 * its range is read like a range of its own. Which ranges are read depends on what they hold, and on how much was asked for, never on
 * what is answered first: a run that goes on asks the same.
 *
 * When a range cannot be read, the pages before it still come, and then the error; what is under way is awaited first.
 */
export async function* readRanges<Answer extends Page>(
  ranges: readonly IdRange[],
  { read, pagesAhead }: RangeReading<Answer>,
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
      line.splice(line.indexOf(piece) + 1, 0, ...page.rest.map((range) => ({ range })));
      if (page.rest.length > 0) start();
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
