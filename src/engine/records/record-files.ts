import type { Entry } from "../../archive/entry";
import { joined } from "../../archive/joined";
import { jsonLine, readJsonLines } from "../../archive/json-lines";
import type { KintoneComment, KintoneRecord } from "../../archive/kintone-app";
import { type UnsupportedField, createCsvFormat } from "../../archive/records-csv";
import type { AttachmentShelf } from "../attachments/attachment-shelf";
import { type BackupError, endsTheRun, toBackupError } from "../errors";
import type { FetchedAttachment } from "../attachments/fetch-attachment";
import { type MissingFields, createMissingFields } from "./missing-fields";
import type { Form } from "../app-settings/read-settings";
import { versionOf } from "./record-pages";
import { type WrittenVersions, createWrittenVersions } from "./record-versions";
import type { RunContext } from "../run-context";
import type { StagedEntry, StagedWriter } from "../staging/staging";
import type { TargetLedger } from "../targets/target-ledger";

/** A record, and what belongs to it. */
export interface ArchivedRecord {
  record: KintoneRecord;
  /** Absent when they could not be read. */
  comments?: KintoneComment[];
}

/** What the files of records hold. */
export interface RecordCounts {
  records: number;
  attachments: { expected: number; written: number };
  comments: number;
  /** `$id` of the first and the last record; absent when there are none. */
  firstId?: string;
  lastId?: string;
}

/** `records.jsonl`, `records.csv` and `comments.jsonl` of a target, finished. */
export interface RecordFiles {
  readonly entries: readonly StagedEntry[];
  /** Why a file is not among the entries: it may be larger than a zip can hold. */
  readonly failures: readonly BackupError[];
  readonly counts: RecordCounts;
  readonly versions: WrittenVersions;
  readonly attachments: ReadonlySet<FetchedAttachment>;
  readonly missingFields: MissingFields;
  readonly notInCsv: readonly UnsupportedField[];
  /** The records as they were written; not for files with failures. */
  read(): AsyncGenerator<ArchivedRecord, void, undefined>;
  remove(): Promise<void>;
}

/** The same files, being written side by side. Exactly one of `close` and `discard` ends them. */
export interface RecordWriter {
  /** CSV names attachments of the records that are on the shelf, and no other. A record's `line` is that of `records.jsonl`. */
  write(archived: ReadonlyArray<ArchivedRecord & { line?: Uint8Array }>): Promise<void>;
  /** Whole or not, what was written is worth keeping. Rejects only with what ends the run. */
  close(): Promise<RecordFiles>;
  discard(): Promise<void>;
}

/** A write costs more than the text of a few records; the text of many large ones costs memory. */
const BYTES_AT_ONCE = 512 * 1024;

export async function createRecordWriter(
  form: Form,
  shelf: AttachmentShelf,
  ledger: TargetLedger,
  { staging }: RunContext,
): Promise<RecordWriter> {
  const csv = createCsvFormat(form.fields, form.layout);
  const stage = (name: string, kind: "records" | "csv" | "comments") =>
    staging.create({ path: `${ledger.folder}/${name}`, kind, target: ledger.folder });
  const jsonLines = await stage("records.jsonl", "records");
  const csvFile = await stage("records.csv", "csv");
  const commentLines = ledger.target.include.comments ? await stage("comments.jsonl", "comments") : undefined;
  const encoder = new TextEncoder();
  await csvFile.write(encoder.encode(csv.header()));

  const versions = createWrittenVersions();
  const attachments = new Set<FetchedAttachment>();
  const missingFields = createMissingFields(form.fields);
  const counts: RecordCounts = { records: 0, attachments: { expected: 0, written: 0 }, comments: 0 };

  const count = (record: KintoneRecord, files: FetchedAttachment[], comments: KintoneComment[]) => {
    const version = versionOf(record);
    versions.add(version);
    missingFields.see(record);
    for (const file of files) attachments.add(file);
    counts.firstId ??= version.id;
    counts.lastId = version.id;
    counts.records += 1;
    counts.attachments.expected += files.length;
    counts.attachments.written += files.filter(({ entry }) => entry).length;
    counts.comments += comments.length;
  };

  return {
    async write(archived) {
      let lines: Uint8Array[] = [];
      let bytes = 0;
      const text = { csv: "", comments: "" };
      const flush = async () => {
        if (bytes > 0) await jsonLines.write(joined(lines, bytes));
        if (text.csv) await csvFile.write(encoder.encode(text.csv));
        if (text.comments) await commentLines?.write(encoder.encode(text.comments));
        [lines, bytes] = [[], 0];
        Object.assign(text, { csv: "", comments: "" });
      };
      for (const { record, comments = [], line = encoder.encode(jsonLine(record)) } of archived) {
        const files = shelf.of(record);
        const attached = files.flatMap(({ entry, attachment }) => (entry ? [attachment] : []));
        lines.push(line);
        bytes += line.length;
        text.csv += csv.rows(record, attached);
        for (const comment of comments) text.comments += jsonLine({ record: versionOf(record).id, comment });
        count(record, files, comments);
        if (bytes + text.comments.length > BYTES_AT_ONCE) await flush();
      }
      await flush();
    },
    async close() {
      const failures: BackupError[] = [];
      const records = await closed(jsonLines, failures);
      const others = [await closed(csvFile, failures), commentLines && (await closed(commentLines, failures))];
      const commentsEntry = others[1];
      const entries = [records, ...others].filter((entry) => entry !== undefined);
      return {
        ...{
          entries,
          failures,
          counts: countsIn(counts, records, commentsEntry),
          versions,
          attachments,
          missingFields,
        },
        notInCsv: csv.unsupported,
        read: () => archivedRecords(records as StagedEntry, commentsEntry),
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

/** Puts records and their comments together again; both files are in the order of record ids. */
export async function* archivedRecords(
  records: Entry,
  comments: Entry | undefined,
): AsyncGenerator<ArchivedRecord, void, undefined> {
  const commentLines = comments && readJsonLines(await comments.open());
  let next = (await commentLines?.next())?.value as CommentLine | undefined;
  for await (const line of readJsonLines(await records.open())) {
    const record = line as KintoneRecord;
    const own: KintoneComment[] = [];
    for (; next?.record === record.$id?.value && next; next = (await commentLines?.next())?.value as typeof next) {
      own.push(next.comment);
    }
    yield { record, comments: own };
  }
}

interface CommentLine {
  record: string;
  comment: KintoneComment;
}
