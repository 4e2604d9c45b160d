import type { Labels } from "../app-definition/labels";
import { planFieldRights } from "./field-right-plan";
import { planForm } from "./form-plan";
import { planNotifications } from "./notification-plan";
import type { PartOfPlan, Plan } from "./plan";
import type { PresentApp } from "./present-app";
import { planRecordRules } from "./record-rule-plan";
import { planViews } from "./view-plan";

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
    planFieldRights(present, labels),
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
