import type { Clock } from "../../domain/clock";
import { BackupError, toBackupError } from "../../domain/errors";
import type { History } from "../../domain/history";
import type { RecordStore } from "../../domain/record-store";
import { LOCK } from "../lock/lock";
import { takeLock } from "../lock/take-lock";
import { attachText } from "../records/attached-text";
import { updateUnchanged } from "../records/taken";
import { written } from "../records/written";
import { writeEnd } from "./run-end";
import type { AppValues } from "../records/app-values";
import { aliveRun, type Describe, finishedRun, reportedResults, startedRun } from "./run-fields";

export interface HistoryOptions {
  describe: Describe;
  /** Of this plugin, as its manifest says it. */
  pluginVersion: string;
  /** Only compared with kintone's clock to a quarter of an hour. */
  clock: Clock;
}

/** The history as records of the backup-management app, one for each run. For one run, from `begin` to `finish`. */
export function createHistory(store: RecordStore, { describe, pluginVersion, clock }: HistoryOptions): History {
  /** As the run's record has it. */
  let begun: string | undefined;
  /** Results that the record has for certain: those of a report whose answer was lost are told again. */
  let told = JSON.stringify(reportedResults([], describe));

  return {
    async begin(run) {
      const record = async (runId: string) => startedRun({ ...run, runId }, pluginVersion);
      begun = await takeLock(store, { ...run, record, needs: `run_lock = "${LOCK}" limit 1` }, clock);
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
        const attached = await attachText(store, `${outcome.runId}.log.txt`, log).catch(toBackupError);
        const record: AppValues = {
          ...startedRun(outcome, pluginVersion),
          ...finishedRun(outcome, describe),
          ...(attached instanceof BackupError ? {} : { run_log: attached.file, run_log_sha256: attached.sha256 }),
        };
        const id = await writeEnd(store, outcome, record, clock);
        if (attached instanceof BackupError) throw attached;
        return id;
      });
    },
  };
}
