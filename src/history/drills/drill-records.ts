import { BackupError, toBackupError } from "../../domain/errors";
import type { Drills } from "../../domain/drills";
import type { RecordStore } from "../../domain/record-store";
import type { AppRef } from "../../domain/target";
import { DRILLS } from "../app-definition/conditions";
import { LOCK } from "../lock/lock";
import { takeLock } from "../lock/take-lock";
import type { AppValues } from "../records/app-values";
import { attachText } from "../records/attached-text";
import { updateUnchanged } from "../records/taken";
import { namesUnknownOption } from "../records/unknown-field";
import { written } from "../records/written";
import type { RestoresOptions } from "../restores/restore-records";
import { isTold } from "../restores/told-archive";
import { writeEnd } from "../runs/run-end";
import { aliveRun } from "../runs/run-fields";
import { finishedDrill, scratchOf, startedDrill } from "./drill-fields";

/** An app that was not prepared since there are drills has neither the word nor the fields. */
const NEEDS = `${DRILLS} and run_lock = "${LOCK}" and drill_archive_run_id = "-" limit 1`;

/** Nobody has more scratch apps of one target that could still be there. */
const MOST_SCRATCH_APPS = 20;

/** Drills as records of the backup-management app. For one drill, from `begin` to `finish`. */
export function createDrills(store: RecordStore, { describe, pluginVersion, clock }: RestoresOptions): Drills {
  let begun: string | undefined;

  return {
    async begin(start) {
      const record = async (id: string) => startedDrill({ ...start, drillId: id }, pluginVersion);
      begun = await takeLock(store, { ...start, runId: start.drillId, record, restores: true, needs: NEEDS }, clock);
    },

    async report(scratch) {
      await written(async () => {
        if (begun === undefined) throw new BackupError("UNEXPECTED", "The drill's record was never written");
        const [record] = await store.find(`run_id = "${begun}" and run_lock = "${LOCK}" limit 1`);
        // Without its lock it was taken over: its record is a link of the chain and stays as it is.
        if (record) await updateUnchanged(store, record, { ...aliveRun(clock.now()), ...scratchOf(scratch) });
      });
    },

    async finish(outcome, report) {
      return written(async () => {
        if (begun === undefined) throw new BackupError("UNEXPECTED", "The drill's record was never written");
        const attached = await attachText(store, `${outcome.drillId}.drill.jsonl`, report).catch(toBackupError);
        const record: AppValues = {
          ...startedDrill(outcome, pluginVersion),
          ...finishedDrill(outcome, describe),
          ...(attached instanceof BackupError
            ? {}
            : { drill_report: attached.file, drill_report_sha256: attached.sha256 }),
        };
        const id = await writeEnd(store, { ...outcome, runId: outcome.drillId }, record, clock);
        if (attached instanceof BackupError) throw attached;
        return id;
      });
    },

    scratchApps: (target) => scratchApps(store, target),
    isTold: (archive) => isTold(store, archive),
  };
}

async function scratchApps(store: RecordStore, { appId }: AppRef): Promise<string[]> {
  const drills = `${DRILLS} and drill_app_id = "${appId}" and drill_scratch_app_id != ""`;
  try {
    const records = await store.find(`${drills} order by $id desc limit ${MOST_SCRATCH_APPS}`);
    return [...new Set(records.map((record) => String(record.drill_scratch_app_id?.value)))];
  } catch (thrown) {
    // It was not prepared since there are drills: `begin` says so.
    if (namesUnknownOption(thrown)) return [];
    throw thrown;
  }
}
