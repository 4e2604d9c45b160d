import type { Clock } from "../engine/clock";
import { BackupError, toBackupError } from "../engine/errors";
import type { History } from "../engine/history";
import type { RunOutcome, RunStart } from "../engine/outcome";
import type { AppRecord, RecordStore } from "./record-store";
import { finishedRun, interruptedRun, LOCK, lockHolder, reportedRun, startedRun, type Describe } from "./run-fields";
import { written } from "./written";

export interface HistoryOptions {
  describe: Describe;
  /** Of this plugin, as its manifest says it. */
  pluginVersion: string;
  /** Only compared with kintone's clock to a quarter of an hour. */
  clock: Clock;
}

/**
 * A run whose record did not change for so long is taken for dead. A run must call `report` several times within it:
 * the engine's heartbeat is a matter of a minute or two.
 */
const SILENCE_LIMIT_MINUTES = 15;

/** Another begin may free or take the lock between our two requests; more often than this it is no coincidence. */
const BEGIN_ATTEMPTS = 3;

/** The history as records of the backup-management app, one for each run. For one run, from `begin` to `finish`. */
export function createHistory(store: RecordStore, { describe, pluginVersion, clock }: HistoryOptions): History {
  let recordId: string | undefined;

  return {
    async begin(run) {
      recordId = await written(() => begin(store, run, pluginVersion, clock));
    },

    async report(results) {
      await written(async () => {
        const id = recordId ?? notBegun();
        await store.update([{ id, record: reportedRun(results, describe, clock.now()) }]);
      });
    },

    async finish(outcome, log) {
      return written(async () => {
        const facts = finishedRun(outcome, describe);
        const attached = await attach(store, outcome, log).catch(toBackupError);
        const record = attached instanceof BackupError ? facts : { ...facts, run_log: attached };
        const known = recordId ?? (await idOf(store, outcome.runId));
        if (known !== undefined) await store.update([{ id: known, record }]);
        const id = known ?? (await store.add({ ...startedRun(outcome, pluginVersion), ...record }));
        if (attached instanceof BackupError) throw attached;
        return id;
      });
    },
  };
}

/** The `$id` of the new run's record, which holds the lock. */
async function begin(store: RecordStore, run: RunStart, pluginVersion: string, clock: Clock): Promise<string> {
  let refused: unknown;
  for (let attempt = 1; attempt <= BEGIN_ATTEMPTS; attempt++) {
    try {
      return await store.add(startedRun(run, pluginVersion));
    } catch (error) {
      refused = error;
    }
    if (!mayBeTheLock(toBackupError(refused))) throw refused;

    const record = (await store.find(`run_lock = "${LOCK}" limit 1`))[0];
    if (record === undefined) continue;
    const holder = lockHolder(record);
    if (holder.runId === run.runId) return holder.recordId;
    if (!isSilent(holder.lastReport, clock)) {
      throw new BackupError("ANOTHER_RUN", `Run ${holder.runId} holds the lock`, {
        facts: { operator: holder.operator, since: holder.startedAt },
      });
    }
    await takeOver(store, record);
  }
  throw refused;
}

/** An unknown update time proves nothing, so the lock holds. */
function isSilent(lastReport: Date, clock: Clock): boolean {
  return clock.now().getTime() - lastReport.getTime() > SILENCE_LIMIT_MINUTES * 60_000;
}

/**
 * A value that another record already has is a CB_VA01, like everything that kintone's validation refuses. An answer
 * that was lost on its way may have been a success: then the lock is ours already.
 */
function mayBeTheLock(error: BackupError): boolean {
  return error.answer?.code === "CB_VA01" || error.retryable;
}

/** Only as long as the record is what we read: its owner may have come back, or somebody else was faster. */
async function takeOver(store: RecordStore, record: AppRecord): Promise<void> {
  const { recordId, revision } = lockHolder(record);
  try {
    await store.update([{ id: recordId, revision, record: interruptedRun(record) }]);
  } catch (error) {
    if (toBackupError(error).answer?.code !== "GAIA_CO02") throw error;
  }
}

async function idOf(store: RecordStore, runId: string): Promise<string | undefined> {
  const [record] = await store.find(`run_id = "${runId}" limit 1`);
  return record && String(record.$id?.value);
}

async function attach(store: RecordStore, { runId }: RunOutcome, log: string): Promise<{ value: unknown }> {
  const data = new Blob([log], { type: "text/plain;charset=utf-8" });
  const fileKey = await store.upload({ name: `${runId}.log.txt`, data });
  return { value: [{ fileKey }] };
}

function notBegun(): never {
  throw new BackupError("UNEXPECTED", "The run's record was never written");
}
