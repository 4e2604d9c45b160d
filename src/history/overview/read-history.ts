import type { RecordStore } from "../../domain/record-store";
import type { BoundedRule } from "../../domain/rule";
import type { FieldCode } from "../app-definition/fields";
import { departures, type Departures } from "../changes/departures";
import { checkHistory } from "../chain/check-history";
import type { ChainVerdict } from "../chain/verdict";
import { LARGEST_PAGE } from "../records/ascending-records";
import { runReference } from "../runs/run-reference";
import { allTargets } from "../targets/all-targets";
import { boundedRuleIn, isEnabled } from "../targets/target-record";
import { toldDrill, type ToldDrill } from "./told-drill";
import { toldRestore, type ToldRestore } from "./told-restore";
import { toldRun, type ToldRun } from "./told-run";
import { toldTarget, type ToldTarget } from "./told-target";

/** The whole history as the user may see it. */
export interface ReadHistory {
  /** By ascending `$id`. */
  runs: ToldRun[];
  /** Restores, and comparisons that somebody wanted remembered, likewise. */
  restores: ToldRestore[];
  /** Likewise. */
  drills: ToldDrill[];
  targets: ToldTarget[];
  /** Those that are enabled. */
  rules: BoundedRule[];
  verdict: ChainVerdict;
  /** Codes of fields that the user may not view, or that the app lacks: what would be worked out from them is not known. */
  hidden: string[];
  /** Who made of a target what it is no more; absent when there is no such target. */
  departureOf?: Departures;
}

const TARGET_FIELDS = [
  "target_app_id",
  "target_app_name",
  "target_guest_space_id",
  "target_enabled",
  "target_last_status",
  "target_last_success",
  "target_last_saved",
  "target_unsaved_since",
] as const satisfies readonly FieldCode[];

/**
 * Reads runs, restores, drills and targets with nothing but the right to view, and checks the chain over the same records. Rejects with what
 * the store rejects with.
 *
 * @param watch is told how many runs, restores and drills were read by now, and the reading waits for it
 */
export async function readHistory(
  store: RecordStore,
  watch: (runs: number) => void | Promise<void>,
): Promise<ReadHistory> {
  const targets = await allTargets(store);
  let runs: ToldRun[] = [];
  let restores: ToldRestore[] = [];
  let drills: ToldDrill[] = [];
  const verdict = await checkHistory(
    store,
    (record, read) => {
      // The check may look a second time, from the beginning.
      if (read === 1) [runs, restores, drills] = [[], [], []];
      const { type } = runReference(record);
      if (type === "restore") restores.push(toldRestore(record));
      if (type === "drill") drills.push(toldDrill(record));
      if (type === "run") runs.push(toldRun(record));
      return watch(read);
    },
    // Little is kept of each record, and requests are counted.
    LARGEST_PAGE,
  );
  const told = targets.flatMap((record) => toldTarget(record) ?? []);
  const enabled = new Set(told.filter((target) => target.enabled).map(({ key }) => key));
  const isLost = told.length > enabled.size || runs.some(({ results }) => results.some(({ key }) => !enabled.has(key)));
  const departureOf = isLost ? await departures(store) : undefined;
  const hidden = TARGET_FIELDS.filter((code) => targets.some((record) => !record[code]));
  return {
    ...{ runs, restores, drills, targets: told },
    rules: targets.filter(isEnabled).flatMap((record) => boundedRuleIn(record) ?? []),
    verdict,
    hidden: [...verdict.hidden, ...hidden],
    ...(departureOf && { departureOf }),
  };
}
