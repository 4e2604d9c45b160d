import type { RecordsRange } from "../domain/source";
import { bounds, type IdRange, restOf } from "./id-ranges";
import { createPageSize, inFittingSize } from "./page-size";
import { readRanges } from "./range-reader";

/** What is read of a record, whatever it is. */
export interface Identified {
  /** `$id`. */
  id: string;
}

interface PagesReading<Item extends Identified> {
  /** The first page of a range, in ascending ids; as many as its limit says, if there are. */
  read: (range: RecordsRange) => Promise<readonly Item[]>;
  recordsPerPage: number;
  /** As in `Target.query`. */
  query: string;
  /** How many pages may be on their way. */
  pagesAhead: () => number;
  /** Called before a page is asked for once more, smaller. */
  again?: () => void;
}

/** Something light of the records in some ranges, ascending, several pages at the same time: ids and revisions, or a field; those of a page together. */
export async function* pagesOfRanges<Item extends Identified>(
  ranges: readonly IdRange[],
  { read, recordsPerPage, query, pagesAhead, again }: PagesReading<Item>,
): AsyncGenerator<readonly Item[], void, undefined> {
  // They are light, however heavy the records are; but whoever looks for them may take long.
  const size = createPageSize(recordsPerPage);
  const readPage = async (range: IdRange) =>
    inFittingSize(
      size,
      async (limit) => {
        const items = await read({ query, ...bounds(range), limit });
        const rest = items.length < limit ? [] : restOf(range, Number(items.at(-1)?.id), limit);
        return { items, length: items.length, rest };
      },
      again,
    );
  for await (const { items } of readRanges(ranges, { read: readPage, pagesAhead })) yield items;
}
