import { type BackupError, toBackupError } from "../../domain/errors";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import { lastDigest } from "../chain/last-digest";
import { linkAfter } from "../chain/link";
import { mayBeTaken, updateUnchanged } from "../records/taken";
import { interruptedDisposal } from "../disposals/disposal-fields";
import { interruptedDrill } from "../drills/drill-fields";
import { written } from "../records/written";
import type { AppValues } from "../records/app-values";
import { interruptedRestore } from "../restores/restore-fields";
import { returnedRunId } from "../runs/returned-run";
import { interruptedRun } from "../runs/run-fields";
import { runReference } from "../runs/run-reference";
import { LOCK } from "./lock";

/**
 * Makes the run that holds the lock an `interrupted` one, or the restore, the drill or the disposal one that was stopped. Only as long as the record is what we read: its owner may have come
 * back, or somebody else was faster. What the run came to is a link of the chain from now on; a chain that cannot be read
 * must not keep the lock for ever. Resolves to why it was refused when another attempt may succeed.
 */
export async function takeOver(store: RecordStore, record: AppRecord): Promise<BackupError | undefined> {
  const interrupted = endOf(record);
  const link = await lastDigest(store).then(
    (previous) => linkAfter(previous, { ...record, ...interrupted }),
    () => ({}),
  );
  try {
    await updateUnchanged(store, record, { ...interrupted, ...link });
    return undefined;
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (mayBeTaken(error)) return error;
    throw error;
  }
}

function endOf(record: AppRecord): AppValues {
  switch (runReference(record).type) {
    case "restore":
      return interruptedRestore();
    case "drill":
      return interruptedDrill();
    case "disposal":
      return interruptedDisposal();
    case "run":
      return interruptedRun(record);
  }
}

/**
 * Makes a run, a restore or a drill `interrupted` of which it is known that nobody works on it any more, and frees its lock. One that holds no
 * lock is left as it is. Resolves to whether it had been under way. Rejects with `HISTORY_UNWRITABLE`.
 */
export async function interruptRun(store: RecordStore, runId: string): Promise<boolean> {
  return written(async () => {
    const ids = `"${runId}", "${returnedRunId(runId)}"`;
    const [record] = await store.find(`run_id in (${ids}) and run_lock = "${LOCK}" limit 1`);
    const refused = record && (await takeOver(store, record));
    if (refused) throw refused;
    return record !== undefined;
  });
}
