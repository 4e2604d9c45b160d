import { createMeter } from "../../archive/bytes/digest";
import { utf8Chunks } from "../../archive/bytes/utf8";
import type { Clock } from "../../domain/clock";
import { BackupError, toBackupError } from "../../domain/errors";
import type { History } from "../../domain/history";
import type { RunOutcome, RunStart } from "../../domain/outcome";
import type { RecordStore } from "../../domain/record-store";
import { isChained } from "../chain/link";
import { written } from "../records/written";
import { isForGood, refusedOrThrown, tellingRights } from "./refused-begin";
import { returnedRunId } from "./returned-run";
import { writeEnd } from "./run-end";
import {
  aliveRun,
  type AppValues,
  type Describe,
  finishedRun,
  LOCK,
  lockHolder,
  reportedResults,
  startedRun,
} from "./run-fields";
import { takeOver } from "./take-over";
import { mayBeTaken, updateUnchanged } from "./taken";

export interface HistoryOptions {
  describe: Describe;
  /** Of this plugin, as its manifest says it. */
  pluginVersion: string;
  /** Only compared with kintone's clock to a quarter of an hour. */
  clock: Clock;
}

/**
 * A run whose record did not change for so long is taken for dead. A run must call `report` several times within it:
 * `domain/heartbeat.ts` has the sum.
 */
const SILENCE_LIMIT_MINUTES = 15;

/**
 * A dead run is taken over with one, that we were taken over ourselves is found with another. Others may free or take the
 * lock between our requests; more often than this it is no coincidence.
 */
const BEGIN_ATTEMPTS = 4;

/** The history as records of the backup-management app, one for each run. For one run, from `begin` to `finish`. */
export function createHistory(store: RecordStore, { describe, pluginVersion, clock }: HistoryOptions): History {
  /** As the run's record has it. */
  let begun: string | undefined;
  /** Results that the record has for certain: those of a report whose answer was lost are told again. */
  let told = JSON.stringify(reportedResults([], describe));

  return {
    async begin(run) {
      begun = await written(async () => {
        try {
          return await begin(tellingRights(store), run, pluginVersion, clock);
        } catch (thrown) {
          throw refusedOrThrown(thrown, run);
        }
      });
    },

    async report(results) {
      await written(async () => {
        if (!begun) throw new BackupError("UNEXPECTED", "The run's record was never written");
        const [record] = await store.find(`run_id = "${begun}" and run_lock = "${LOCK}" limit 1`);
        // Without its lock the run was taken over: its record is a link of the chain and stays as it is.
        if (!record) return;
        const values = reportedResults(results, describe);
        const telling = JSON.stringify(values);
        const changes = { ...aliveRun(clock.now()), ...(telling !== told && values) };
        if (await updateUnchanged(store, record, changes)) told = telling;
      });
    },

    async finish(outcome, log) {
      return written(async () => {
        const attached = await attach(store, outcome, log).catch(toBackupError);
        const record: AppValues = {
          ...startedRun(outcome, pluginVersion),
          ...finishedRun(outcome, describe),
          ...(attached instanceof BackupError ? {} : attached),
        };
        const id = await writeEnd(store, outcome, record, clock);
        if (attached instanceof BackupError) throw attached;
        return id;
      });
    },
  };
}

/**
 * Makes the new run's record, which holds the lock. A run that goes on after its process was killed finds the lock still
 * held for it, or has been taken over meanwhile: then it gets another record. Resolves to the run id in the record.
 */
async function begin(store: RecordStore, run: RunStart, pluginVersion: string, clock: Clock): Promise<string> {
  await lookForFields(store);
  const returned = returnedRunId(run.runId);
  let { runId } = run;
  let refused: unknown;
  for (let attempt = 1; attempt <= BEGIN_ATTEMPTS; attempt++) {
    try {
      await store.add(startedRun({ ...run, runId }, pluginVersion));
      return runId;
    } catch (error) {
      refused = error;
    }
    if (!mayBeTaken(toBackupError(refused))) throw refused;

    const record = (await store.find(`run_lock = "${LOCK}" limit 1`))[0];
    if (record === undefined) {
      if (await isTold(store, run.runId)) runId = returned;
      continue;
    }
    const holder = lockHolder(record);
    if (holder.runId === run.runId || holder.runId === returned) return holder.runId;
    if (!isSilent(holder.lastReport, clock)) {
      throw new BackupError("ANOTHER_RUN", `Run ${holder.runId} holds the lock`, {
        facts: { operator: holder.operator, since: holder.startedAt },
      });
    }
    refused = (await takeOver(store, record)) ?? refused;
  }
  throw refused;
}

/**
 * Asks something that only the history's fields can answer, and only who may view them. Values of fields that an app does not
 * have are passed over (cy-takeuchi/monosashi `fixtures/write-behavior.md`): in whatever app this is, a record of nothing would be
 * made, without a lock. And who may add but not view could never end the run. What passes is left to the record itself.
 */
async function lookForFields(store: RecordStore): Promise<void> {
  await store.find(`run_lock = "${LOCK}" limit 1`).catch((thrown: unknown) => {
    if (isForGood(thrown)) throw thrown;
  });
}

/** Whether the run has a record that is a link of the chain already. */
async function isTold(store: RecordStore, runId: string): Promise<boolean> {
  const [record] = await store.find(`run_id = "${runId}" limit 1`);
  return record !== undefined && isChained(record);
}

/** An unknown update time proves nothing, so the lock holds. */
function isSilent(lastReport: Date, clock: Clock): boolean {
  return clock.now().getTime() - lastReport.getTime() > SILENCE_LIMIT_MINUTES * 60_000;
}

async function attach(store: RecordStore, { runId }: RunOutcome, log: Iterable<string>): Promise<AppValues> {
  const chunks = [...utf8Chunks(log)];
  const meter = createMeter();
  for (const chunk of chunks) meter.add(chunk);
  const data = new Blob(chunks, { type: "text/plain;charset=utf-8" });
  const fileKey = await store.upload({ name: `${runId}.log.txt`, data });
  return { run_log: { value: [{ fileKey }] }, run_log_sha256: { value: (await meter.finish()).sha256 } };
}
