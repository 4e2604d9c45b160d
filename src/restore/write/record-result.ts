import type { BackupError } from "../../domain/errors";
import type { MissingFiles } from "./missing-files";

/** What became of one record of a plan. Ids are the archive's. */
export type RecordResult =
  | ({ outcome: "added"; newId: string; revision: string } & OfRecord)
  | ({ outcome: "put-back"; presentId: string; revision: string } & OfRecord)
  | { id: string; outcome: "removed" }
  /** kintone does not take it. `fields`: codes to kintone's sentences, where it names any. */
  | { id: string; outcome: "refused"; error: BackupError; fields?: Readonly<Record<string, readonly string[]>> }
  /** Somebody changed it since it was compared: it was left as it is. */
  | { id: string; outcome: "changed-meanwhile" }
  /** Somebody deleted it since it was compared. */
  | { id: string; outcome: "gone" }
  /** It cannot be told that it is not there: who restores may not see all records. It was not added, or there might be two. */
  | { id: string; outcome: "hidden" }
  /** The answer was lost, and nobody can tell whether it was written. */
  | { id: string; outcome: "undecided"; error: BackupError };

interface OfRecord {
  id: string;
  withoutFiles?: MissingFiles;
}
