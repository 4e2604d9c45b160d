import type { AppRecord, RecordStore } from "../../domain/record-store";
import { TARGETS_AND_RULES_OF_ANY_TYPE, TARGETS_OF_ANY_TYPE } from "../app-definition/conditions";
import { ascendingRecords } from "../records/ascending-records";
import { namesUnknownField } from "../records/unknown-field";

/** Every record of a target, rules too, enabled or not, by ascending `$id`. Rejects with what the store rejects with. */
export async function allTargets(store: RecordStore): Promise<AppRecord[]> {
  try {
    return await records(store, TARGETS_AND_RULES_OF_ANY_TYPE);
  } catch (thrown) {
    // It was not prepared since there are rules: there can be none.
    if (!namesUnknownField(thrown)) throw thrown;
    return records(store, TARGETS_OF_ANY_TYPE);
  }
}

async function records(store: RecordStore, condition: string): Promise<AppRecord[]> {
  const targets: AppRecord[] = [];
  for await (const record of ascendingRecords(store, condition)) targets.push(record);
  return targets;
}
