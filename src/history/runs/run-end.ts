import type { Clock } from "../../domain/clock";
import { BackupError, toBackupError } from "../../domain/errors";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import { isChained } from "../chain/link";
import { nextLink } from "../chain/next-link";
import { returnedRunId } from "./returned-run";
import type { AppValues } from "../records/app-values";
import { mayBeTaken, updateUnchanged } from "../records/taken";

/** Another run may take the place in the chain between our two requests; more often than this it is no coincidence. */
const ATTEMPTS = 3;

/** What ends, a run or a restore. */
export interface Ended {
  runId: string;
  finishedAt: Date;
}

/**
 * Writes the end of a run or a restore as the next link of the chain; resolves to the `$id` of its record.
 *
 * A record that is a link already is never written again. So an end that was written before, and whose answer was lost,
 * stays as it is; and a run that comes back after it was taken over tells its end in a record of its own, because that it
 * was `interrupted` is what the next run follows. When the chain cannot be read, the facts are written without a link,
 * and the error follows: facts and lock are worth more.
 */
export async function writeEnd(store: RecordStore, ended: Ended, record: AppValues, clock: Clock): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const place = await findPlace(store, ended);
    if ("told" in place) return place.told;
    const whole = { ...record, run_id: { value: place.runId }, ...(place.open ? {} : madeAt(clock.now())) };
    // Not at the same time: what takes the place in the chain meanwhile must be seen.
    const link = await nextLink(store, whole).catch(toBackupError);
    const values = link instanceof BackupError ? whole : { ...whole, ...link };
    const id = await write(store, place.open, values).catch((error: unknown) => {
      if (attempt === ATTEMPTS || !mayBeWritten(toBackupError(error))) throw error;
    });
    if (id === undefined && attempt === ATTEMPTS) {
      throw new BackupError("UNEXPECTED", "The record kept changing while its end was being written");
    }
    if (id === undefined) continue;
    if (link instanceof BackupError) throw link;
    return id;
  }
}

/**
 * A record that is made only now may get a higher `$id` than those of runs that began meanwhile, and that follow it in the
 * chain: whoever checks the chain must see that this is so.
 */
function madeAt(now: Date): AppValues {
  return { run_reported_exact: { value: now.toISOString() } };
}

/**
 * The key of the log puts it into one record, once (cybozu.dev upload-file): when kintone no longer knows it, an end whose
 * answer was lost may have taken it.
 */
function mayBeWritten(error: BackupError): boolean {
  return mayBeTaken(error) || error.code === "FILE_GONE";
}

/** The record that has this end, or the one that waits for it, or the run id of a new one. */
type Place = { told: string } | { open: AppRecord | undefined; runId: string };

async function findPlace(store: RecordStore, { runId, finishedAt }: Ended): Promise<Place> {
  const returned = returnedRunId(runId);
  const records = await store.find(`run_id in ("${runId}", "${returned}") order by $id asc limit 2`);
  const told = records.find(
    (record) => isChained(record) && record.run_finished_exact?.value === finishedAt.toISOString(),
  );
  if (told) return { told: String(told.$id?.value) };
  const open = records.find((record) => !isChained(record));
  if (open) return { open, runId: String(open.run_id?.value) };
  return { open: undefined, runId: records.length === 0 ? runId : returned };
}

/** The record's `$id`; `undefined` when it is not any more what was read. */
async function write(store: RecordStore, open: AppRecord | undefined, values: AppValues): Promise<string | undefined> {
  if (!open) return store.add(values);
  return (await updateUnchanged(store, open, values)) ? String(open.$id?.value) : undefined;
}
