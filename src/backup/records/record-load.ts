import type { CopiedRecords } from "../../domain/record-copies";
import { createPageSize, type PageSize, sizeFor } from "../../records/page-size";

/** Of the JSON of records that wait for those before them: about 20 pages of records with 20 fields, or a few of large ones. */
const CHARACTERS_AHEAD = 24 * 1024 ** 2;

/** Of a letter in UTF-8, at most: so many bytes are at least a third as many letters. */
const BYTES_OF_A_LETTER = 3;

/** What a sample of a target's records told of how heavy they are. */
export interface FoundLoad {
  /** Of a record as JSON. */
  recordCharacters: number;
  /** How many at a time were not too much. */
  pageSize: number;
}

/** How heavy the records of a target are, and how many at a time are not too much. */
export interface RecordLoad {
  readonly size: PageSize;
  /** Older records may be heavier than those of the sample. */
  saw(copied: CopiedRecords): void;
  /** How many pages may be held at the same time. */
  pagesIn(shareOfMemory: number): number;
}

export function createRecordLoad({ recordCharacters, pageSize }: FoundLoad, recordsPerPage: number): RecordLoad {
  const size = createPageSize(recordsPerPage);
  size.atMost(pageSize);
  size.atMost(sizeFor(recordCharacters, size));
  let heaviest = recordCharacters;
  return {
    size,
    saw({ lines, copies }) {
      const records = copies.reduce((sum, { versions }) => sum + versions.length, 0);
      const bytes = copies.reduce((sum, { rows }) => sum + (rows?.length ?? 0), lines.length);
      if (records > 0) heaviest = Math.max(heaviest, bytes / BYTES_OF_A_LETTER / records);
    },
    pagesIn: (share) => Math.floor((CHARACTERS_AHEAD * share) / Math.max(1, size.now * heaviest)),
  };
}
