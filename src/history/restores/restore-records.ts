import type { Clock } from "../../domain/clock";
import { BackupError, toBackupError } from "../../domain/errors";
import type { RecordStore } from "../../domain/record-store";
import type { RestoreOutcome } from "../../domain/restore-outcome";
import type { RestoreFiles, Restores } from "../../domain/restores";
import { RESTORES } from "../app-definition/conditions";
import { LOCK } from "../lock/lock";
import { takeLock } from "../lock/take-lock";
import { attachText } from "../records/attached-text";
import { updateUnchanged } from "../records/taken";
import { written } from "../records/written";
import { writeEnd } from "../runs/run-end";
import type { AppValues } from "../records/app-values";
import { aliveRun } from "../runs/run-fields";
import { idLines } from "./id-lines";
import { putBack } from "./put-back";
import { type DescribeEnd, finishedRestore, reportedCounts, startedRestore } from "./restore-fields";
import { isTold } from "./told-archive";
import { untoldRestores } from "./untold";

export interface RestoresOptions {
  describe: DescribeEnd;
  /** Of this plugin, as its manifest says it. */
  pluginVersion: string;
  /** Only compared with kintone's clock to a quarter of an hour. */
  clock: Clock;
}

/** An app that was not prepared since there are restores has neither the word nor the fields. */
const NEEDS = `${RESTORES} and run_lock = "${LOCK}" and restore_archive_run_id = "-" limit 1`;

/** Restores as records of the backup-management app. For one restore, from `begin` to `finish`. */
export function createRestores(store: RecordStore, { describe, pluginVersion, clock }: RestoresOptions): Restores {
  let begun: { id: string; plan: string } | undefined;

  return {
    async begin(start, plan) {
      const record = async (id: string) => ({
        ...startedRestore({ ...start, restoreId: id }, pluginVersion),
        ...(await attachPlan(store, start, plan)),
      });
      const id = await takeLock(
        store,
        { ...start, runId: start.restoreId, record, restores: true, needs: NEEDS },
        clock,
      );
      begun = { id, plan };
    },

    async report(counts) {
      await written(async () => {
        if (!begun) throw new BackupError("UNEXPECTED", "The restore's record was never written");
        const [record] = await store.find(`run_id = "${begun.id}" and run_lock = "${LOCK}" limit 1`);
        // Without its lock it was taken over: its record is a link of the chain and stays as it is.
        if (record) await updateUnchanged(store, record, { ...aliveRun(clock.now()), ...reportedCounts(counts) });
      });
    },

    async finish(outcome, files) {
      return written(async () => {
        if (!begun) throw new BackupError("UNEXPECTED", "The restore's record was never written");
        const attached = await attachFiles(store, outcome, begun.plan, files).catch(toBackupError);
        const record: AppValues = {
          ...startedRestore(outcome, pluginVersion),
          ...finishedRestore(outcome, describe),
          ...(attached instanceof BackupError ? {} : attached),
        };
        const id = await writeEnd(store, { ...outcome, runId: outcome.restoreId }, record, clock);
        if (attached instanceof BackupError) throw attached;
        return id;
      });
    },

    putBack: (of) => putBack(store, of),
    untold: (app) => untoldRestores(store, app, clock),
    isTold: (archive) => isTold(store, archive),
  };
}

async function attachPlan(store: RecordStore, { restoreId }: { restoreId: string }, plan: string): Promise<AppValues> {
  const { file, sha256 } = await attachText(store, `${restoreId}.restore-plan.json`, [plan]);
  return { restore_plan: file, restore_plan_sha256: sha256 };
}

/** The plan once more, as one that was taken for dead meanwhile tells its end in another record. */
async function attachFiles(
  store: RecordStore,
  outcome: RestoreOutcome,
  plan: string,
  { report, ids }: RestoreFiles,
): Promise<AppValues> {
  const { restoreId } = outcome;
  const planned = await attachPlan(store, outcome, plan);
  const told = await attachText(store, `${restoreId}.restored.jsonl`, report);
  const given = ids.size > 0 ? await attachText(store, `${restoreId}.ids.jsonl`, idLines(ids)) : undefined;
  return {
    ...planned,
    ...{ restore_report: told.file, restore_report_sha256: told.sha256 },
    ...(given && { restore_ids: given.file, restore_ids_sha256: given.sha256 }),
  };
}
