import { countLines, linesIn } from "../../archive/records/json-lines";
import type { CsvFormat } from "../../archive/records/records-csv";
import type { NumberedKind } from "../../archive/records/numbered-files";
import { cutBytes } from "../../archive/volumes/volume-limits";
import { type BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import type { RecordCopies } from "../../domain/record-copies";
import type { StagedEntry } from "../../staging/staging";
import type { AttachmentShelf } from "../attachments/attachment-shelf";
import type { FetchedAttachment } from "../attachments/fetch-attachment";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import { type CommentAge, type CommentAges, createCommentAges } from "../comments/comment-ages";
import { type CommentLines, type FiledComments, createFiledComments } from "../comments/comment-lines";
import { archivedCopies } from "./archived-copies";
import { createCsvFile } from "./csv-file";
import { createFileSeries, type FinishedSeries } from "./file-series";
import { createOddCells, type OddCells } from "./odd-cells";
import type { RecordCounts } from "./record-counts";
import { type WrittenVersions, createWrittenVersions } from "./record-versions";

/** Records to write, and what belongs to them. */
export interface RecordsToWrite {
  copies: RecordCopies;
  /** Of one record; absent when they could not be read. */
  comments?: CommentLines;
  /** Absent when they were read now. */
  commentAge?: CommentAge;
}

/** The files of a target's records, as JSON lines and as CSV, and of their comments, finished. */
export interface RecordFiles {
  readonly entries: readonly StagedEntry[];
  /** Why a file is not among the entries. */
  readonly failures: ReadonlyArray<{ kind: NumberedKind; error: BackupError }>;
  readonly odd: OddCells;
  readonly counts: RecordCounts;
  readonly versions: WrittenVersions;
  readonly commentAges: Pick<CommentAges, "of">;
  readonly attachments: ReadonlySet<FetchedAttachment>;
  /** The records as they were written, each by itself; without rows where those of CSV failed, and not where others did. */
  read(): AsyncGenerator<RecordCopies, void, undefined>;
  /** Their comments; absent where there are no files of them. */
  readComments?(): FiledComments;
  remove(): Promise<void>;
}

/** The same files, being written side by side. Exactly one of `close` and `discard` ends them. */
export interface RecordWriter {
  /** CSV names attachments of the records that are on the shelf, and no other. */
  write(records: readonly RecordsToWrite[]): Promise<void>;
  /** Whole or not, what was written is worth keeping. Rejects only with what ends the run. */
  close(): Promise<RecordFiles>;
  discard(): Promise<void>;
}

/** What the writer of a target's records needs of it. */
export interface RecordWriting {
  csv: CsvFormat;
  shelf: AttachmentShelf;
  /** Whether records may have attachments that are wanted. */
  holdsFiles: boolean;
  /** Why the comments of a record are not all there, by its id. */
  commentFailures: Map<string, BackupError>;
}

export async function createRecordWriter(
  { csv, shelf, holdsFiles, commentFailures }: RecordWriting,
  { folder, target }: TargetLedger,
  { staging, options }: RunContext,
): Promise<RecordWriter> {
  const plan = { folder, maxBytes: cutBytes(options.volumeLimits) };
  const odd = createOddCells();
  const jsonLines = await createFileSeries({ ...plan, kind: "records", items: linesIn }, staging);
  const csvRows = await createCsvFile({ ...plan, csv }, odd, staging);
  const commentLines = target.include.comments
    ? await createFileSeries({ ...plan, kind: "comments", items: linesIn }, staging)
    : undefined;

  const versions = createWrittenVersions();
  const commentAges = createCommentAges();
  const attachments = new Set<FetchedAttachment>();
  const counts = { expected: 0, written: 0 };

  const count = (records: RecordCopies, files: FetchedAttachment[]) => {
    for (const version of records.versions) versions.add(version);
    for (const file of files) attachments.add(file);
    counts.expected += files.length;
    counts.written += files.filter(({ entry }) => entry).length;
  };

  async function writeComments(id: string, lines: CommentLines): Promise<void> {
    try {
      for await (const some of lines) await commentLines?.write(some, countLines(some));
    } catch (thrown) {
      // Where they lay until now they cannot be read: that is a matter of this record alone.
      const error = toBackupError(thrown);
      if (endsTheRun(error)) throw error;
      commentFailures.set(id, error);
    }
  }

  return {
    async write(records) {
      for (const { copies, comments, commentAge } of records) {
        const files = shelf.of(copies.attachments);
        const id = copies.versions[0]?.id ?? "";
        count(copies, files);
        commentAges.add(Number(id), commentAge);
        odd.add(copies.odd ?? []);
        await jsonLines.write(copies.lines, copies.versions.length);
        if (jsonLines.failure) throw jsonLines.failure;
        await csvRows.write(copies, files);
        if (comments) await writeComments(id, comments);
      }
    },
    async close() {
      const [records, rows] = [await jsonLines.close(), await csvRows.close()];
      const ownComments = await commentLines?.close();
      const series: Array<[NumberedKind, FinishedSeries]> = [
        ["records", records],
        ["csv", rows],
        ...(ownComments ? [["comments", ownComments] as [NumberedKind, FinishedSeries]] : []),
      ];
      const comments = { written: ownComments?.items ?? 0, ...commentAges.facts() };
      const entries = series.flatMap(([, each]) => each.entries);
      return {
        entries,
        failures: series.flatMap(([kind, { failure }]) => (failure ? [{ kind, error: failure }] : [])),
        odd,
        counts: {
          ...firstAndLast(versions, records.items),
          ...{ records: records.items, attachments: counts, comments },
        },
        ...{ versions, attachments, commentAges },
        read: () =>
          archivedCopies({
            records: records.entries,
            ...(!rows.failure && { csv: { files: rows.entries, hasTables: csv.hasTables, odd } }),
            ...{ versions, holdsFiles },
          }),
        ...(ownComments && { readComments: () => createFiledComments(ownComments.entries) }),
        async remove() {
          for (const entry of entries) await entry.remove();
        },
      };
    },
    async discard() {
      for (const series of [jsonLines, csvRows, commentLines]) await series?.discard();
    },
  };
}

/** Of the records that are in the files: of one that could not be finished, nothing is. */
function firstAndLast(versions: WrittenVersions, records: number): Pick<RecordCounts, "firstId" | "lastId"> {
  const [first, last] = [versions.idAt(0), versions.idAt(records - 1)];
  return records > 0 ? { firstId: String(first), lastId: String(last) } : {};
}
