import type { RecordStore } from "../../domain/record-store";
import { RUNS_OVER_TARGETS } from "../app-definition/conditions";
import { type RunVolumes, runVolumes } from "./run-volumes";

/** One of the latest should do: of a folder to which nothing came for longer, everything is read afresh. */
const RUNS = 10;

/**
 * The archives of the user's latest runs, the newest first. Only the user's own: another may have been allowed to read more, or
 * less.
 */
export async function earlierArchives(store: RecordStore, operatorCode: string): Promise<RunVolumes[]> {
  const runs = await store.find(
    `${RUNS_OVER_TARGETS} and run_status in ("success", "partial") order by $id desc limit ${RUNS}`,
  );
  return runs
    .filter(({ run_operator_code: code }) => code?.value === operatorCode)
    .flatMap((run) => runVolumes(run) ?? [])
    .filter(({ volumes }) => volumes.length > 0);
}
