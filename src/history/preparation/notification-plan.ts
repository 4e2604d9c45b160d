import type { Change } from "../../domain/settings-desk";
import type { Labels } from "../app-definition/labels";
import { perRecordNotifications, reminderNotifications } from "../app-definition/notifications";
import type { PartOfPlan } from "./plan";
import type { PresentApp } from "./present-app";
import { sameCondition } from "./same-condition";

/**
 * Notifications that are missing, behind those that are there. One of ours is recognised by its condition, and a reminder
 * by its field too: people may change whom it reaches, when, and its title.
 */
export function planNotifications(
  { fields, perRecord, reminders }: PresentApp,
  labels: Labels,
  user: string,
): PartOfPlan {
  const codeOf = (type: string) => Object.values(fields).find((field) => field.type === type)?.code ?? "";
  const facts = { user, creatorField: codeOf("CREATOR"), createdTimeField: codeOf("CREATED_TIME") };

  const missing = entriesOf(perRecordNotifications(labels.notifications, facts)).filter(
    ([, { filterCond }]) => !perRecord.some((present) => sameCondition(present.filterCond, filterCond)),
  );
  const overdue = entriesOf(reminderNotifications(labels.notifications, facts)).filter(
    ([, { filterCond, timing }]) =>
      !reminders.some(
        (present) => present.timing.code === timing.code && sameCondition(present.filterCond, filterCond),
      ),
  );
  // Both calls replace the whole list (OpenAPI 20250423). The time zone of reminders stays what it is when it is left out.
  const changes: Change[] = [
    ...(missing.length > 0 ? [listed("app/notifications/perRecord", perRecord, missing)] : []),
    ...(overdue.length > 0 ? [listed("app/notifications/reminder", reminders, overdue)] : []),
  ];
  return {
    items: [
      ...missing.map(([key]) => ({ kind: "notification", key }) as const),
      ...overdue.map(([key]) => ({ kind: "reminder", key }) as const),
    ],
    changes,
  };
}

function entriesOf<Key extends string, Value>(record: Record<Key, Value>): Array<[Key, Value]> {
  return Object.entries(record) as Array<[Key, Value]>;
}

function listed(
  setting: Change["setting"],
  present: readonly object[],
  missing: ReadonlyArray<readonly [string, object]>,
): Change {
  return { method: "PUT", setting, body: { notifications: [...present, ...missing.map(([, added]) => added)] } };
}
