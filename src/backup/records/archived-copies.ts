import type { Entry } from "../../archive/entry";
import { type Attachment, attachmentsOfRecord } from "../../archive/records/attachments-of-record";
import { recordRows } from "../../archive/records/csv-rows";
import { lineBytesOf } from "../../archive/records/json-lines";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { inTurn } from "../../archive/records/numbered-files";
import { BackupError } from "../../domain/errors";
import { oneByOne } from "../../domain/one-by-one";
import type { RecordCopies } from "../../domain/record-copies";
import type { OddCells } from "./odd-cells";
import type { WrittenVersions } from "./record-versions";

/** Files of records, those of a kind in their order, and what is known of what they hold. */
export interface ArchivedFiles {
  records: readonly Entry[];
  /** Without them, rows are made anew when the records are written. */
  csv?: ArchivedRows;
  /** Of the records, in their order. */
  versions: WrittenVersions;
  /** Whether a record may have attachments that are wanted. */
  holdsFiles: boolean;
}

interface ArchivedRows {
  files: readonly Entry[];
  hasTables: boolean;
  /** Which records have rows there. */
  odd: Pick<OddCells, "hasRows">;
}

/** Longer rows of a record are not held, but made anew. */
const MOST_ROWS_BYTES = 4 * 1024 ** 2;

/**
 * Puts each record's line and rows together again, each record by itself; all files are in the order of record ids. What is not needed
 * is not parsed. Rejects with `ARCHIVE_DAMAGED` when the files do not agree.
 */
export async function* archivedCopies(files: ArchivedFiles): AsyncGenerator<RecordCopies, void, undefined> {
  const lines = oneByOne(inTurn(files.records, lineBytesOf));
  const rows = files.csv && rowsByRecord(files.csv);
  try {
    for (const [id, revision] of files.versions) {
      const line = (await lines.next()).value;
      if (!line) throw disagreement();
      const version = { id: String(id), revision: String(revision) };
      const own = await rows?.of(version.id);
      const attachments = files.holdsFiles ? attachmentsIn(line) : [];
      yield { versions: [version], lines: line, ...(own && { rows: own }), attachments };
    }
    if (!(await lines.next()).done) throw disagreement();
    await rows?.expectEnd();
  } finally {
    await lines.return();
    await rows?.end();
  }
}

function attachmentsIn(line: Uint8Array): Attachment[] {
  return attachmentsOfRecord(JSON.parse(new TextDecoder().decode(line)) as KintoneRecord);
}

/** Gives the rows of records whose ids ascend. */
function rowsByRecord({ files, hasTables, odd }: ArchivedRows) {
  const rows = oneByOne(inTurn(files, (stream) => recordRows(stream, hasTables, MOST_ROWS_BYTES)));
  return {
    /** Nothing of a record that has none there, or more than are held. */
    async of(id: string): Promise<Uint8Array | undefined> {
      if (!odd.hasRows(id)) return undefined;
      const own = (await rows.next()).value;
      if (!own) throw disagreement();
      return own.length > 0 ? own : undefined;
    },
    async expectEnd(): Promise<void> {
      if (!(await rows.next()).done) throw disagreement();
    },
    end: () => rows.return(),
  };
}

function disagreement(): BackupError {
  return new BackupError("ARCHIVE_DAMAGED", "The files of JSON lines and of CSV do not hold the same records");
}
