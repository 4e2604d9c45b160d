import pLimit from "p-limit";
import type { ArchivedEntry, ArchivedTarget } from "../../archive/reading/open-archive";
import type { Attachment } from "../../archive/records/attachments-of-record";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf, filesOf, rowsOf } from "../../archive/records/understood";
import { BackupError } from "../../domain/errors";
import type { Sink } from "../../domain/sink";
import type { AppRef } from "../../domain/target";
import type { PlannedChange } from "../plan/restore-plan";
import type { FileKeys } from "../plan/written-values";

/** Files of a record on their way into it. */
export interface RecordFiles {
  keys: FileKeys;
  /** Fields, a table as a whole, of which the archive lacks a file. */
  lacking: ReadonlyMap<string, readonly string[]>;
  /** How many were uploaded for it. */
  uploaded: number;
}

export interface RecordFilesOptions {
  archived: ArchivedTarget;
  app: AppRef;
  sink: Pick<Sink, "upload">;
  /** The content of an entry, wherever there is room for it. */
  blobOf: (entry: ArchivedEntry) => Promise<Blob>;
  /** The files of a record as it is to be, at the paths that they have in the archive. */
  attachmentsOf: (wanted: KintoneRecord) => Attachment[];
  signal: AbortSignal;
  /** How many files may be on their way, of all records together. */
  requestsAllowed: () => number;
}

/**
 * Uploads the files of a record, and gives the keys that put them into it. A file that the record has in the same cell, by name and size, is
 * kept by the key that it has there (cybozu.dev update-record); keys of uploads are good for three days, so this is done right before the record is written.
 */
export function createRecordFiles({
  archived,
  app,
  sink,
  blobOf,
  attachmentsOf,
  signal,
  requestsAllowed,
}: RecordFilesOptions) {
  const { facts, entries } = archived;
  const limit = pLimit(1);
  const entryOf = ({ path }: Attachment) => entries.get(`${facts.folder}/attachments/${path}`);

  /** @param change which fields are written; all when absent */
  return async (
    record: KintoneRecord,
    change?: Pick<PlannedChange, "fields" | "anew">,
    present?: KintoneRecord,
  ): Promise<RecordFiles> => {
    const uploads: Array<{ place: string; key: Promise<string> }> = [];
    const keys = new Map<string, string>();
    const lacking = new Map<string, string[]>();
    const kept = present ? presentFiles(present) : new Map<string, KeptFile[]>();
    const counted = new Map<string, number>();
    const isWritten = ({ field, table }: Attachment) => change?.fields.includes(table ?? field) ?? true;
    for (const attachment of attachmentsOf(record).filter(isWritten)) {
      const { field, table, rowIndex, file } = attachment;
      const cell = placeText(field, rowIndex);
      const at = counted.get(cell) ?? 0;
      counted.set(cell, at + 1);
      const isKept = !change?.anew?.includes(table ?? field);
      const keptKey = isKept ? takeKept(kept.get(cellText(record, attachment)), file) : undefined;
      const entry = entryOf(attachment);
      const place = `${cell} ${at}`;
      if (keptKey !== undefined) {
        keys.set(place, keptKey);
      } else if (entry) {
        uploads.push({ place, key: uploaded(file.name, entry) });
      } else {
        lacking.set(table ?? field, [...(lacking.get(table ?? field) ?? []), file.name]);
      }
    }
    // Nothing goes on behind the back of whoever hears that one failed.
    await Promise.allSettled(uploads.map(({ key }) => key));
    for (const { place, key } of uploads) keys.set(place, await key);
    return {
      keys: ({ field, rowIndex, at }) => keys.get(`${placeText(field, rowIndex)} ${at}`),
      ...{ lacking, uploaded: uploads.length },
    };
  };

  async function uploaded(name: string, entry: ArchivedEntry): Promise<string> {
    keepPace();
    return limit(async () => {
      signal.throwIfAborted();
      return sink.upload(app, { name, data: await contentOf(name, entry) }).finally(keepPace);
    });
  }

  /** Many wait already when it is found out that there may be more at the same time. */
  function keepPace(): void {
    limit.concurrency = Math.max(1, requestsAllowed());
  }

  /** Its size and its CRC are looked at while it is read. */
  async function contentOf(file: string, entry: ArchivedEntry): Promise<Blob> {
    try {
      return await blobOf(entry);
    } catch (thrown) {
      if (thrown instanceof BackupError) throw thrown;
      const { path } = entry;
      throw new BackupError("ARCHIVE_DAMAGED", `${path} cannot be read`, { facts: { file, path }, cause: thrown });
    }
  }
}

interface KeptFile {
  fileKey: string;
  name: string;
  size: string;
}

/** The files that a record has now: by cell, in tables by the row's id, as rows move. */
function presentFiles(record: KintoneRecord): Map<string, KeptFile[]> {
  const cells = new Map<string, KeptFile[]>();
  for (const [code, cell] of Object.entries(record)) {
    if (cell.type === "FILE") cells.set(`${code} `, [...filesOf(cell)]);
    for (const { id, value } of cell.type === "SUBTABLE" ? rowsOf(cell) : []) {
      for (const [inner, innerCell] of Object.entries(value)) {
        if (innerCell.type === "FILE") cells.set(`${inner} ${id}`, [...filesOf(innerCell)]);
      }
    }
  }
  return cells;
}

function cellText(record: KintoneRecord, { field, table, rowIndex }: Attachment): string {
  if (table === undefined) return `${field} `;
  const row = rowsOf(cellOf(record, table)).find((each) => each.rowIndex === rowIndex);
  return `${field} ${row?.id ?? ""}`;
}

function takeKept(files: KeptFile[] | undefined, { name, size }: { name: string; size: string }): string | undefined {
  const at = files?.findIndex((file) => file.name === name && String(file.size) === String(size)) ?? -1;
  return at === -1 ? undefined : files?.splice(at, 1)[0]?.fileKey;
}

const placeText = (field: string, rowIndex: number | undefined) => `${field} ${rowIndex ?? ""}`;
