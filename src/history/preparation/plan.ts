import type { Change } from "../../domain/settings-desk";
import type { PerRecordKey, ReminderKey } from "../app-definition/notifications";
import type { RecordRuleKey } from "../app-definition/record-rights";

/** One thing that is missing and will be added, or was changed and will be repaired. Labels are as they will be read. */
export type PlanItem =
  | { kind: "field"; label: string; code: string; table?: string }
  | { kind: "options"; label: string; code: string; options: readonly string[] }
  | { kind: "unique"; label: string; code: string }
  | { kind: "view"; name: string }
  | { kind: "notification"; key: PerRecordKey }
  | { kind: "reminder"; key: ReminderKey }
  | { kind: "record-rule"; key: RecordRuleKey }
  | { kind: "field-right"; label: string; code: string };

/** A field of somebody else stands where one of ours must be. People must give it another code first. */
export interface Conflict {
  code: string;
  label: string;
  /** Types of kintone: the one that is there, and ours. */
  present: string;
  wanted: string;
}

/** What people should know before they agree. */
export type PlanNote =
  /** Their own record permissions come first: where one of them fits, ours protect nothing. */
  | "rules-before-ours"
  /** Views are written all together, and kintone lets only its system administrators write custom views. */
  | "custom-views"
  /** Somebody's changes wait for an update of the app, and will go live with ours. */
  | "waiting-changes";

/** What a preparation would do, in words and as requests. Made without asking anybody. */
export interface Plan {
  items: readonly PlanItem[];
  changes: readonly Change[];
  conflicts: readonly Conflict[];
  notes: readonly PlanNote[];
}

/** A part of a plan. */
export type PartOfPlan = Partial<Plan>;
