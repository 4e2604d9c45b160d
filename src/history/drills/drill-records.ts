import { BackupError, toBackupError } from "../../domain/errors";
import type { Drills, EarlierDrill } from "../../domain/drills";
import type { AppRecord, RecordStore } from "../../domain/record-store";
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

/** A scratch app that no drill of these used is no use any more. */
const MOST_DRILLS = 50;

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

    earlier: (target) => earlierDrills(store, target, begun),
    isTold: (archive) => isTold(store, archive),
  };
}

async function earlierDrills(store: RecordStore, { appId }: AppRef, own: string | undefined): Promise<EarlierDrill[]> {
  try {
    const records = await store.find(`${DRILLS} and drill_app_id = "${appId}" order by $id desc limit ${MOST_DRILLS}`);
    return records.filter((record) => record.run_id?.value !== own).map(earlierDrill);
  } catch (thrown) {
    // It was not prepared since there are drills: `begin` says so.
    if (namesUnknownOption(thrown)) return [];
    throw thrown;
  }
}

function earlierDrill(record: AppRecord): EarlierDrill {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "");
  const scratchAppId = text("drill_scratch_app_id");
  return {
    ...{ operatorCode: text("run_operator_code"), startedAt: new Date(text("run_started_exact")) },
    ...(scratchAppId !== "" && { scratchAppId }),
  };
}
