import type { Entry } from "../../archive/entry";
import { type Attachment, attachmentsOfRecord } from "../../archive/records/attachments-of-record";
import { recordRows } from "../../archive/records/csv-rows";
import { lineBytesOf, readJsonLines } from "../../archive/records/json-lines";
import type { KintoneComment, KintoneRecord } from "../../archive/records/kintone-app";
import { inTurn } from "../../archive/records/numbered-files";
import { BackupError } from "../../domain/errors";
import type { RecordCopies } from "../../domain/record-copies";
import type { WrittenVersions } from "./record-versions";

/** A record that is in files, by itself, and what belongs to it. */
export interface ArchivedCopy {
  copies: RecordCopies;
  /** Absent when the files have none. */
  comments?: KintoneComment[];
}

/** Files of records, those of a kind in their order, and what is known of what they hold. */
export interface ArchivedFiles {
  records: readonly Entry[];
  csv: readonly Entry[];
  comments?: readonly Entry[] | undefined;
  /** Of the records, in their order. */
  versions: WrittenVersions;
  hasTables: boolean;
  /** Whether a record may have attachments that are wanted. */
  holdsFiles: boolean;
}

/**
 * Puts each record's line, rows and comments together again; all files are in the order of record ids. What is not needed
 * is not parsed. Rejects with `ARCHIVE_DAMAGED` when the files do not agree.
 */
export async function* archivedCopies(files: ArchivedFiles): AsyncGenerator<ArchivedCopy, void, undefined> {
  const lines = oneByOne(inTurn(files.records, lineBytesOf));
  const rows = oneByOne(inTurn(files.csv, (stream) => recordRows(stream, files.hasTables)));
  const comments = files.comments && commentsByRecord(files.comments);
  try {
    for (const [id, revision] of files.versions) {
      const [line, row] = [(await lines.next()).value, (await rows.next()).value];
      if (!line || !row) throw disagreement();
      const version = { id: String(id), revision: String(revision) };
      const attachments = files.holdsFiles ? attachmentsIn(line) : [];
      const copies = { versions: [version], lines: line, rows: row, attachments };
      yield { copies, ...(comments && { comments: await comments.of(version.id) }) };
    }
    if (!(await lines.next()).done || !(await rows.next()).done) throw disagreement();
  } finally {
    await lines.return();
    await rows.return();
    await comments?.end();
  }
}

function attachmentsIn(line: Uint8Array): Attachment[] {
  return attachmentsOfRecord(JSON.parse(new TextDecoder().decode(line)) as KintoneRecord);
}

async function* oneByOne<Item>(chunks: AsyncIterable<Item[]>): AsyncGenerator<Item, void, undefined> {
  for await (const chunk of chunks) yield* chunk;
}

/** Gives the comments of records whose ids ascend. */
function commentsByRecord(files: readonly Entry[]) {
  const lines = inTurn(files, readJsonLines);
  const take = async () => (await lines.next()).value as CommentLine | undefined;
  let next: Promise<CommentLine | undefined> | undefined;
  return {
    async of(id: string): Promise<KintoneComment[]> {
      const own: KintoneComment[] = [];
      next ??= take();
      for (let line = await next; line?.record === id; line = await next) {
        own.push(line.comment);
        next = take();
      }
      return own;
    },
    end: () => lines.return(),
  };
}

interface CommentLine {
  record: string;
  comment: KintoneComment;
}

function disagreement(): BackupError {
  return new BackupError("ARCHIVE_DAMAGED", "The files of JSON lines and of CSV do not hold the same records");
}
