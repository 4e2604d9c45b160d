import type { Manager, RecordRule } from "../../domain/app-settings";
import {
  CHAINED_DISPOSALS,
  CHAINED_DRILLS,
  CHAINED_RESTORES,
  CHAINED_RUNS,
  CHANGES,
  DISPOSALS,
  DRILLS,
  RESTORES,
  RUNS,
  TARGETS,
  UNCONFIRMED_RUNS,
} from "./conditions";

export type RecordRuleKey =
  | ("unconfirmedRuns" | "chainedRuns" | "runs" | "chainedRestores" | "restores" | "changes" | "targets")
  | ("chainedDrills" | "drills" | "chainedDisposals" | "disposals");

/**
 * What may be done with the records of the app, in kintone's order: the first rule that fits decides, and a record that none
 * fits follows the app's permissions.
 *
 * A run is written with the session of the operator who began it, and a run that died is taken over with that of whoever
 * begins the next one. So runs stay open to operators until they are a link of the chain (`chain/link.ts`), which is the
 * last thing that is written to them; from then on operators may only read. No operator deletes a run, in whatever state.
 *
 * One thing is known later: that the zips of a download were saved (`saved/confirm-saved.ts`). Until somebody showed them,
 * such a run stays open, although it is a link: what somebody changes of its facts meanwhile shows in the chain. kintone has no
 * right over a single field of a record that depends on what is in it.
 *
 * A restore and a drill are written and closed as a run is. What is to be done after a drill that did not pass is written by those who manage the app.
 * What is remembered of generations is written and closed likewise.
 *
 * What was changed in the settings is written once, and closed from its first moment on: adding a record is a right of the
 * app's permissions, which these rules leave alone.
 *
 * A target is written with an operator's session too, so it stays open; what defines it is closed field by field
 * (`target-rights.ts`). No operator deletes one. As every record is of one of these types, none can be made deletable by
 * giving it another.
 *
 * Those who manage the app keep their rights. They could change these rules anyway, and somebody must be able to clear
 * runs away after the years that they are to be kept; that the history was touched shows in the chain.
 *
 * A rule only ever takes rights away: what the app's permissions do not give, it cannot.
 */
export function recordRules(managers: readonly Manager[]): Record<RecordRuleKey, RecordRule> {
  const all = { viewable: true, editable: true, deletable: true };
  const rule = (filterCond: string, editable: boolean): RecordRule => ({
    filterCond,
    entities: [
      ...managers.map(({ entity, includeSubs }) => ({ entity, includeSubs, ...all })),
      // kintone treats this group last, wherever it stands; without it, everybody else may do nothing (OpenAPI 20250423).
      { entity: { ...EVERYONE }, includeSubs: false, viewable: true, editable, deletable: false },
    ],
  });
  return {
    unconfirmedRuns: rule(UNCONFIRMED_RUNS, true),
    chainedRuns: rule(CHAINED_RUNS, false),
    runs: rule(RUNS, true),
    chainedRestores: rule(CHAINED_RESTORES, false),
    restores: rule(RESTORES, true),
    changes: rule(CHANGES, false),
    targets: rule(TARGETS, true),
    chainedDrills: rule(CHAINED_DRILLS, false),
    drills: rule(DRILLS, true),
    chainedDisposals: rule(CHAINED_DISPOSALS, false),
    disposals: rule(DISPOSALS, true),
  };
}

/** Ours that mean some of the records of another of ours, and must come before it. */
export const WIDER: Record<RecordRuleKey, readonly RecordRuleKey[]> = {
  ...{ unconfirmedRuns: ["chainedRuns", "runs"], chainedRuns: ["runs"], chainedRestores: ["restores"] },
  ...{
    chainedDrills: ["drills"],
    chainedDisposals: ["disposals"],
    disposals: [],
    runs: [],
    restores: [],
    changes: [],
    targets: [],
    drills: [],
  },
};

/** The group that kintone has by itself (OpenAPI 20250423: record/acl). */
export const EVERYONE = { type: "GROUP", code: "everyone" } as const;
