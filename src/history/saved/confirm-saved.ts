import { BackupError } from "../../domain/errors";
import type { Volume } from "../../domain/outcome";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import { written } from "../records/written";
import { recordOfArchive } from "../runs/record-of-archive";
import { savedBy } from "../runs/run-fields";
import { compareVolumes, runVolumes } from "../runs/run-volumes";
import { updateUnchanged } from "../records/taken";
import { moveLastSaved } from "./last-saved";

/** Files that somebody has shown, who that was, and when. */
export interface Showing {
  runId: string;
  files: readonly Volume[];
  by: string;
  at: Date;
}

/** What came of it: it is written down; or the files are not all of the run; or there is nothing to write it into. */
export type Confirmation = "written" | "other-files" | "no-record" | "no-field";

/** Others may change the record between our requests; more often than this it is no coincidence. */
const ATTEMPTS = 3;

/**
 * Writes into the run's record that its zips are known to be saved, and into its targets that they have such a backup. The
 * run's facts stay as they are: none of these fields is one of them (`chain/fact-lists.ts`). Rejects with
 * `HISTORY_UNWRITABLE`; what was written until then stays, and the next showing writes the rest.
 */
export async function confirmSaved(store: RecordStore, showing: Showing): Promise<Confirmation> {
  return written(async () => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const record = await recordOfArchive(store, showing.runId);
      if (!record) return "no-record";
      if (!areShown(record, showing.files)) return "other-files";
      if (!record.run_saved) return "no-field";
      const isSaved = record.run_saved.value === "saved";
      if (!isSaved && !(await updateUnchanged(store, record, savedBy(showing.by, showing.at)))) continue;
      await moveLastSaved(store, record);
      return "written";
    }
    throw new BackupError("UNEXPECTED", "The run's record kept changing while it was being written");
  });
}

/** Bytes decide: a browser gives a file another name when there is one of that name already. */
function areShown(record: AppRecord, files: readonly Volume[]): boolean {
  const { volumes } = compareVolumes(runVolumes(record)?.volumes ?? [], files);
  return volumes.every(({ state }) => state === "unchanged" || state === "renamed");
}
