import type { ArchivedTarget } from "../../archive/reading/open-archive";
import { type Attachment, attachmentsOfRecord } from "../../archive/records/attachments-of-record";
import type { KintoneRecord } from "../../archive/records/kintone-app";
import { cellOf } from "../../archive/records/understood";
import { BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import { createMeter } from "../../archive/bytes/digest";
import type { FieldDifference } from "./record-differences";

/** What the bytes of a record's files told, beyond their names and sizes. */
interface ComparedBytes {
  differences: FieldDifference[];
  /** The first file that could not be compared. */
  unread?: BackupError;
}

/** Compares files of which names and sizes are the same by their bytes. */
export type CompareBytes = (
  archived: KintoneRecord,
  present: KintoneRecord,
  known: readonly FieldDifference[],
) => Promise<ComparedBytes>;

/**
 * Downloads each file of a record, a request each, and compares its SHA-256 with the one that the manifest has. Rejects only when nothing
 * else could be compared either.
 *
 * @param fields as for `createRecordComparer`
 */
export function createByteComparison(
  { facts, entries }: Pick<ArchivedTarget, "facts" | "entries">,
  {
    app,
    fields,
    source,
    attachmentsOf,
  }: {
    app: AppRef;
    fields: ReadonlySet<string>;
    source: Pick<Source, "openFile">;
    /** The files of a record of the archive. */
    attachmentsOf: (archived: KintoneRecord) => Attachment[];
  },
): CompareBytes {
  async function isSame({ path }: Attachment, { file }: Attachment): Promise<boolean> {
    const place = `${facts.folder}/attachments/${path}`;
    const entry = entries.get(place);
    // A gap of the archive: there is nothing to compare with.
    if (!entry) throw new BackupError("FILE_GONE", `${place} is not in the archive`, { facts: { path: place } });
    return (await digestOf(await source.openFile(app, file.fileKey))) === entry.sha256;
  }

  return async (archived, present, known) => {
    const others = new Set(known.filter(({ role }) => role === "written").map(({ field }) => field));
    const comparable = ({ field, table }: Attachment) => fields.has(field) && !others.has(table ?? field);
    // Names, sizes and rows of what is left are the same, so that the files stand in the same order.
    const [before, now] = [attachmentsOf(archived), attachmentsOfRecord(present)].map((all) => all.filter(comparable));
    const differences = new Map<string, FieldDifference>();
    let unread: BackupError | undefined;
    for (const [at, attachment] of (before ?? []).entries()) {
      const { recordId: record, field, table, file } = attachment;
      const other = now?.[at];
      if (!other || differences.has(field)) continue;
      try {
        if (await isSame(attachment, other)) continue;
      } catch (thrown) {
        const error = toBackupError(thrown);
        if (endsTheRun(error)) throw error;
        unread ??= error.with({ record, field, file: file.name });
        continue;
      }
      const cell = table ?? field;
      const values = { archived: cellOf(archived, cell)?.value, present: cellOf(present, cell)?.value };
      differences.set(field, {
        field: cell,
        ...(table && { inner: field }),
        role: "written",
        ...values,
        ofBytes: true,
      });
    }
    return { differences: [...differences.values()], ...(unread && { unread }) };
  };
}

/** Whether a record of the archive has files, told from its line: in a text, the quotation marks would be escaped. */
export function hasFiles(line: Uint8Array): boolean {
  return new TextDecoder().decode(line).includes('"fileKey":');
}

async function digestOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const meter = createMeter();
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return (await meter.finish()).sha256;
      meter.add(value);
    }
  } finally {
    // An open stream holds one of the few requests that may be under way.
    await reader.cancel().catch(() => undefined);
  }
}
