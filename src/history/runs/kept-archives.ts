import { type KeptArchive, RUNS_OVER_ALL } from "../../domain/kept-archives";
import { isWorthSaving } from "../../domain/outcome";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { PlaceState } from "../../domain/saved";
import { RUNS } from "../app-definition/conditions";
import { isChained } from "../chain/link";
import { toldRun } from "../overview/told-run";
import { ascendingRecords } from "../records/ascending-records";
import { runVolumes } from "./run-volumes";

/** Less than kintone's 500: a run over many targets has a long table, and only one page is in memory. */
const PAGE = 100;

/**
 * The archives of all runs that were worth saving, by ascending `$id`. Of a run that is no link of the chain nothing is told: its volumes are known to
 * nobody for certain. Rejects with what the store rejects with.
 */
export async function keptArchives(store: RecordStore): Promise<KeptArchive[]> {
  const archives: KeptArchive[] = [];
  for await (const record of ascendingRecords(store, RUNS, PAGE)) archives.push(...archiveOf(record));
  return archives;
}

function archiveOf(record: AppRecord): KeptArchive[] {
  const told = runVolumes(record);
  const { startedAt, status, isSafetyBackup, results } = toldRun(record);
  const began = new Date(startedAt);
  if (!told || told.volumes.length === 0 || Number.isNaN(began.getTime())) return [];
  if (!isChained(record) || !isWorthSaving({ status })) return [];
  const { runId, volumes, archiveDigest: digest } = told;
  const series = isSafetyBackup ? `restore/${results[0]?.key ?? ""}` : RUNS_OVER_ALL;
  return [
    { runId, startedAt: began, isWhole: status === "success", series, volumes, digest, savedAt: savedAt(record) },
  ];
}

/** Before there were several places, none was named. */
function savedAt({ run_places: places }: AppRecord): string[] {
  return (places?.value ?? []).flatMap(({ value: { place_name: name, place_state: state } }) =>
    state?.value === ("saved" satisfies PlaceState) ? [String(name?.value)] : [],
  );
}
