import type { AppRecord, RecordStore } from "../../domain/record-store";
import { TARGETS_OF_ANY_TYPE } from "../app-definition/conditions";
import { ascendingRecords } from "../records/ascending-records";

/** Every record of a target, enabled or not, by ascending `$id`. Rejects with what the store rejects with. */
export async function allTargets(store: RecordStore): Promise<AppRecord[]> {
  const targets: AppRecord[] = [];
  for await (const record of ascendingRecords(store, TARGETS_OF_ANY_TYPE)) targets.push(record);
  return targets;
}
