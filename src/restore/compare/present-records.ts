import type { KintoneRecord } from "../../archive/records/kintone-app";
import { type BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import type { RecordVersion } from "../../domain/record-copies";
import type { RecordsRange, Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { rangesOf } from "../../records/id-ranges";
import { createPageSize, inFittingSize, sizeFor } from "../../records/page-size";
import { type Identified, pagesOfRanges } from "../../records/pages-of-ranges";

export type PresentReading = Pick<
  Source,
  "readVersions" | "readRecords" | "countRecords" | "readNewestRecords" | "readRecordsById" | "recordsPerPage"
>;

/** Ids and revisions of all records of an app, in ascending ids, several pages at the same time. */
export function presentVersions(
  source: PresentReading,
  app: AppRef,
  pagesAhead: () => number,
): AsyncGenerator<readonly RecordVersion[], void, undefined> {
  return presentPages(source, app, pagesAhead, (range) => source.readVersions(app, range));
}

/** Something light of all records of an app, in ascending ids, several pages at the same time. */
export async function* presentPages<Item extends Identified>(
  source: PresentReading,
  app: AppRef,
  pagesAhead: () => number,
  read: (range: RecordsRange) => Promise<readonly Item[]>,
): AsyncGenerator<readonly Item[], void, undefined> {
  const [count, [newest]] = await Promise.all([
    source.countRecords(app, { query: "" }),
    source.readNewestRecords(app, "", 1),
  ]);
  const spread = { count, newestId: Number(newest?.$id?.value ?? 0) };
  const { recordsPerPage } = source;
  yield* pagesOfRanges(rangesOf(spread, recordsPerPage), { read, recordsPerPage, query: "", pagesAhead });
}

/** What became of asking for records: each is there, is not, or could not be read. */
export interface PresentRecords {
  records: ReadonlyMap<string, KintoneRecord>;
  unread: ReadonlyMap<string, BackupError>;
}

/**
 * Records by their ids, as many at a time as kintone can give; what is too much falls for the rest of an app. A record that is too much by
 * itself is told, and the others come.
 */
export function createPresentRecords(source: PresentReading, app: AppRef) {
  const size = createPageSize(source.recordsPerPage, 1);
  return {
    /** @param recordBytes what one of them weighs, about */
    async of(ids: readonly string[], recordBytes: number): Promise<PresentRecords> {
      size.atMost(sizeFor(recordBytes, size));
      const records = new Map<string, KintoneRecord>();
      const unread = new Map<string, BackupError>();
      for (let rest = ids; rest.length > 0;) {
        let asked = rest;
        try {
          const found = await inFittingSize(size, (limit) => {
            asked = rest.slice(0, limit);
            return source.readRecordsById(app, { query: "", ids: asked });
          });
          for (const record of found) records.set(String(record.$id?.value), record);
        } catch (thrown) {
          const error = toBackupError(thrown);
          if (endsTheRun(error) || !error.divisible || asked.length > 1) throw error;
          for (const id of asked) unread.set(id, error);
        }
        rest = rest.slice(asked.length);
      }
      return { records, unread };
    },
  };
}
