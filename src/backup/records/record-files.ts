import { jsonLine } from "../../archive/records/json-lines";
import type { KintoneComment, KintoneRecord } from "../../archive/records/kintone-app";
import type { CsvFormat } from "../../archive/records/records-csv";
import { type BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import type { RecordCopies } from "../../domain/record-copies";
import { gathering } from "../../staging/gathering-writer";
import type { StagedEntry, StagedWriter } from "../../staging/staging";
import type { AttachmentShelf } from "../attachments/attachment-shelf";
import type { FetchedAttachment } from "../attachments/fetch-attachment";
import type { RunContext } from "../run-context";
import type { TargetLedger } from "../targets/target-ledger";
import { type ArchivedCopy, archivedCopies } from "./archived-copies";
import type { RecordCounts } from "./record-counts";
import { type WrittenVersions, createWrittenVersions } from "./record-versions";

/** Records to write, and what belongs to them. */
export interface RecordsToWrite {
  copies: RecordCopies;
  /** Of one record; absent when they could not be read. */
  comments?: KintoneComment[];
}

/** `records.jsonl`, `records.csv` and `comments.jsonl` of a target, finished. */
export interface RecordFiles {
  readonly entries: readonly StagedEntry[];
  /** Why a file is not among the entries: it may be larger than a zip can hold. */
  readonly failures: readonly BackupError[];
  readonly counts: RecordCounts;
  readonly versions: WrittenVersions;
  readonly attachments: ReadonlySet<FetchedAttachment>;
  /** The records as they were written, each by itself; not for files with failures. */
  read(): AsyncGenerator<ArchivedCopy, void, undefined>;
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
}

export async function createRecordWriter(
  { csv, shelf, holdsFiles }: RecordWriting,
  ledger: TargetLedger,
  { staging }: RunContext,
): Promise<RecordWriter> {
  const stage = async (name: string, kind: "records" | "csv" | "comments") =>
    gathering(await staging.create({ path: `${ledger.folder}/${name}`, kind, target: ledger.folder }));
  const jsonLines = await stage("records.jsonl", "records");
  const csvFile = await stage("records.csv", "csv");
  const commentLines = ledger.target.include.comments ? await stage("comments.jsonl", "comments") : undefined;
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  await csvFile.write(encoder.encode(csv.header()));

  const versions = createWrittenVersions();
  const attachments = new Set<FetchedAttachment>();
  const counts: RecordCounts = { records: 0, attachments: { expected: 0, written: 0 }, comments: 0 };

  const count = (records: RecordCopies, files: FetchedAttachment[], comments: KintoneComment[]) => {
    for (const version of records.versions) {
      versions.add(version);
      counts.firstId ??= version.id;
      counts.lastId = version.id;
    }
    for (const file of files) attachments.add(file);
    counts.records += records.versions.length;
    counts.attachments.expected += files.length;
    counts.attachments.written += files.filter(({ entry }) => entry).length;
    counts.comments += comments.length;
  };

  /** The copy says what would be if all attachments had arrived. */
  const rowsOf = ({ lines, rows }: RecordCopies, files: FetchedAttachment[]) => {
    if (files.every(({ entry }) => entry)) return rows;
    const record = JSON.parse(decoder.decode(lines)) as KintoneRecord;
    const arrived = files.flatMap(({ entry, attachment }) => (entry ? [attachment] : []));
    return encoder.encode(csv.rows(record, arrived));
  };

  return {
    async write(records) {
      for (const { copies, comments: own = [] } of records) {
        const files = shelf.of(copies.attachments);
        const id = copies.versions[0]?.id;
        count(copies, files, own);
        await jsonLines.write(copies.lines);
        await csvFile.write(rowsOf(copies, files));
        if (own.length > 0) {
          await commentLines?.write(encoder.encode(own.map((comment) => jsonLine({ record: id, comment })).join("")));
        }
      }
    },
    async close() {
      const failures: BackupError[] = [];
      const records = await closed(jsonLines, failures);
      const csvEntry = await closed(csvFile, failures);
      const comments = commentLines && (await closed(commentLines, failures));
      const entries = [records, csvEntry, comments].filter((entry) => entry !== undefined);
      return {
        ...{ entries, failures, counts: countsIn(counts, records, comments), versions, attachments },
        read() {
          const files = { records: records as StagedEntry, csv: csvEntry as StagedEntry, comments };
          return archivedCopies({ ...files, versions, hasTables: csv.hasTables, holdsFiles });
        },
        async remove() {
          for (const entry of entries) await entry.remove();
        },
      };
    },
    async discard() {
      for (const file of [jsonLines, csvFile, commentLines]) await file?.discard();
    },
  };
}

/** What is in the files that there are: of one that could not be finished, nothing is. */
function countsIn(
  counts: RecordCounts,
  records: StagedEntry | undefined,
  comments: StagedEntry | undefined,
): RecordCounts {
  const { firstId: _first, lastId: _last, ...others } = counts;
  return { ...(records ? counts : { ...others, records: 0 }), comments: comments ? counts.comments : 0 };
}

/** One of the files may be larger than a zip can hold; the others are worth having all the same. */
async function closed(file: StagedWriter, failures: BackupError[]): Promise<StagedEntry | undefined> {
  try {
    return await file.close();
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    failures.push(error);
    return undefined;
  }
}
