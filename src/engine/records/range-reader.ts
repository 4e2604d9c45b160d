import { type IdRange, restOf } from "./id-ranges";

export interface RangeReading<Item> {
  /** The first page of a range, ascending; one that is not full is all of it. */
  read(range: IdRange): Promise<Item[]>;
  idOf(item: Item): number;
  /** The most that a page holds. */
  pageSize: number;
  /** How many pages may be on their way, or wait for those before them. */
  pagesAhead: () => number;
}

/** A range in its place among the others. */
interface Piece<Item> {
  range: IdRange;
  page?: Promise<Item[]>;
  failed?: true;
}

/**
 * Reads ranges of ids, several at the same time, and yields their pages in the order of ids, none of them empty. What a full page
 * leaves of its range is read like a range of its own. Which ranges are read depends on what they hold alone, never on what is answered
 * first: a run that goes on asks the same.
 *
 * When a range cannot be read, the pages before it still come, and then the error; what is under way is awaited first.
 */
export async function* readRanges<Item>(
  ranges: readonly IdRange[],
  { read, idOf, pageSize, pagesAhead }: RangeReading<Item>,
): AsyncGenerator<Item[], void, undefined> {
  const line: Array<Piece<Item>> = ranges.map((range) => ({ range }));
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
  async function fetch(piece: Piece<Item>): Promise<Item[]> {
    try {
      const page = await read(piece.range);
      const last = page.length < pageSize ? undefined : page[page.length - 1];
      const rest = last === undefined ? [] : restOf(piece.range, idOf(last), pageSize);
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
      const page = (await first.page) ?? [];
      line.shift();
      start();
      if (page.length > 0) yield page;
    }
  } finally {
    stopped = true;
    await Promise.allSettled(line.map(({ page }) => page));
  }
}
