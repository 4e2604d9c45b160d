import type { RecordVersion } from "../domain/record-copies";
import type { Source } from "../domain/source";
import type { AppRef } from "../domain/target";
import { bounds, type IdRange, restOf } from "./id-ranges";
import { createPageSize, inFittingSize } from "./page-size";
import { readRanges } from "./range-reader";

interface VersionsReading {
  source: Pick<Source, "readVersions" | "recordsPerPage">;
  app: AppRef;
  /** As in `Target.query`. */
  query: string;
  /** How many pages may be on their way. */
  pagesAhead: () => number;
  /** Called before a page is asked for once more, smaller. */
  again?: () => void;
}

/** Ids and revisions of the records in some ranges, ascending, several pages at the same time; those of a page together. */
export async function* versionsOfRanges(
  ranges: readonly IdRange[],
  { source, app, query, pagesAhead, again }: VersionsReading,
): AsyncGenerator<readonly RecordVersion[], void, undefined> {
  // They are light, however heavy the records are; but whoever looks for them may take long.
  const size = createPageSize(source.recordsPerPage);
  const read = async (range: IdRange) =>
    inFittingSize(
      size,
      async (limit) => {
        const versions = await source.readVersions(app, { query, ...bounds(range), limit });
        const rest = versions.length < limit ? [] : restOf(range, Number(versions.at(-1)?.id), limit);
        return { versions, length: versions.length, rest };
      },
      again,
    );
  for await (const { versions } of readRanges(ranges, { read, pagesAhead })) yield versions;
}
