import { sha256Hex } from "../../archive/bytes/digest";
import { BackupError } from "../../domain/errors";
import type { AppRecord, RecordStore } from "../../domain/record-store";

/** A file that a restore's record has, as it was written; `undefined` where there is none. Rejects with `HISTORY_FILE_CHANGED` when it is another. */
export async function writtenText(
  store: Pick<RecordStore, "download">,
  restore: AppRecord,
  field: "restore_ids" | "restore_report",
): Promise<string | undefined> {
  const [file] = restore[field]?.value ?? [];
  if (!file) return undefined;
  const text = await store.download(file.fileKey);
  if (sha256Hex(text) === restore[`${field}_sha256`]?.value) return text;
  throw new BackupError("HISTORY_FILE_CHANGED", "The file is not the one that was written", {
    facts: { file: file.name, record: String(restore.$id?.value) },
  });
}
