import type { KintoneRecord } from "../archive/records/kintone-app";
import { BackupError } from "../domain/errors";
import type { RecordVersion } from "../domain/record-copies";

/** `$id` and `$revision` of a record. Throws `BAD_RESPONSE` for one without them: nothing could be paged or restored by such a record. */
export function versionOf(record: KintoneRecord): RecordVersion {
  const [id, revision] = [record.$id?.value, record.$revision?.value];
  if (typeof id === "string" && typeof revision === "string") return { id, revision };
  // The others may be as they should be.
  throw new BackupError("BAD_RESPONSE", "A record came without $id or $revision", { divisible: true });
}
