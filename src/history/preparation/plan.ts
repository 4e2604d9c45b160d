import type { Labels } from "../app-definition/labels";
import type { PerRecordKey, ReminderKey } from "../app-definition/notifications";
import type { RecordRuleKey } from "../app-definition/record-rights";
import { planForm } from "./form-plan";
import { planNotifications } from "./notification-plan";
import type { PresentApp } from "./present-app";
import { planRecordRules } from "./record-rule-plan";
import type { Change } from "./settings-desk";
import { planViews } from "./view-plan";

/** One thing that is missing and will be added, or was changed and will be repaired. Labels are as they will be read. */
export type PlanItem =
  | { kind: "field"; label: string; code: string; table?: string }
  | { kind: "options"; label: string; code: string; options: readonly string[] }
  | { kind: "unique"; label: string; code: string }
  | { kind: "view"; name: string }
  | { kind: "notification"; key: PerRecordKey }
  | { kind: "reminder"; key: ReminderKey }
  | { kind: "record-rule"; key: RecordRuleKey };

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

/**
 * What the app lacks of what the definition says. What an app has that is not in the definition is never touched, and
 * neither is what people did with ours, as long as it is still there.
 *
 * @param user the log-in name of who prepares the app
 */
export function planFor(present: PresentApp, { labels, user }: { labels: Labels; user: string }): Plan {
  const parts: PartOfPlan[] = [
    planForm(present, labels),
    planViews(present, labels),
    planNotifications(present, labels, user),
    planRecordRules(present),
  ];
  const conflicts = parts.flatMap((part) => part.conflicts ?? []);
  // Half of it would be worse than nothing: views and permissions name the fields that cannot be made.
  if (conflicts.length > 0) return { items: [], changes: [], conflicts, notes: [] };
  return {
    items: parts.flatMap(({ items = [] }) => items),
    // In this order: views, notifications and permissions name fields.
    changes: parts.flatMap(({ changes = [] }) => changes),
    conflicts,
    notes: parts.flatMap(({ notes = [] }) => notes),
  };
}
