import type { RecordRule } from "../../domain/app-settings";
import { recordRules, type RecordRuleKey, WIDER } from "../app-definition/record-rights";
import type { PartOfPlan } from "./plan";
import type { PresentApp } from "./present-app";
import { sameCondition } from "./same-condition";

/**
 * Record permissions that are missing, behind those that are there: the first rule that fits decides, and ours must not
 * open to everybody what a rule of theirs keeps from somebody. One of ours is recognised by its condition; people may
 * change who may do what in it.
 */
export function planRecordRules({ recordRules: present, managers }: PresentApp): PartOfPlan {
  const wanted = recordRules(managers);
  const find = ({ filterCond }: RecordRule) => present.findIndex((rule) => sameCondition(rule.filterCond, filterCond));
  const missing = (Object.keys(wanted) as RecordRuleKey[]).filter((key) => find(wanted[key]) === -1);
  if (missing.length === 0) return {};

  const rights = [...present];
  for (const key of missing) rights.splice(placeAmong(rights, key, wanted), 0, wanted[key]);
  const ours = Object.values(wanted);
  const isTheirs = (rule: RecordRule) => !ours.some(({ filterCond }) => sameCondition(rule.filterCond, filterCond));
  return {
    items: missing.map((key) => ({ kind: "record-rule", key })),
    changes: [{ method: "PUT", setting: "record/acl", body: { rights } }],
    notes: present.some(isTheirs) ? ["rules-before-ours"] : [],
  };
}

/** Of ours, the narrower must come before the wider, or it would never be reached. */
function placeAmong(
  rights: readonly RecordRule[],
  key: RecordRuleKey,
  wanted: Record<RecordRuleKey, RecordRule>,
): number {
  const place = rights.findIndex((rule) =>
    WIDER[key].some((wider) => sameCondition(rule.filterCond, wanted[wider].filterCond)),
  );
  return place === -1 ? rights.length : place;
}
