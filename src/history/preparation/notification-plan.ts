import type { ReminderNotification } from "../../domain/app-settings";
import type { Change } from "../../domain/settings-desk";
import type { Labels } from "../app-definition/labels";
import {
  type FormerReminder,
  formerReminders,
  perRecordNotifications,
  remindedAfter,
  type ReminderKey,
  reminderNotifications,
} from "../app-definition/notifications";
import type { PartOfPlan } from "./plan";
import type { PresentApp } from "./present-app";
import { sameCondition } from "./same-condition";

/**
 * Notifications that are missing, behind those that are there. One of ours is recognised by its condition, and a reminder
 * by its field too: people may change whom it reaches, when, and its title. A reminder of an earlier version makes way for
 * those of today, which reach the same people after as many days.
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
  const wanted = reminderNotifications(labels.notifications, facts);
  // One of several that belong together stands for all of them: people may have found some too many.
  const lacking = entriesOf(wanted).filter(
    ([, ours]) =>
      !reminders.some((present) => ours.some(({ filterCond, timing }) => isReminder(present, timing.code, filterCond))),
  );
  // Both calls replace the whole list (OpenAPI 20250423). The time zone of reminders stays what it is when it is left out.
  const changes: Change[] = [
    ...(missing.length > 0
      ? [listed("app/notifications/perRecord", [...perRecord, ...missing.map(([, added]) => added)])]
      : []),
    ...(lacking.length > 0
      ? [listed("app/notifications/reminder", withReminders(reminders, new Map(lacking), formerReminders(facts)))]
      : []),
  ];
  return {
    items: [
      ...missing.map(([key]) => ({ kind: "notification", key }) as const),
      ...lacking.map(([key]) => ({ kind: "reminder", key }) as const),
    ],
    changes,
  };
}

function isReminder({ timing, filterCond }: ReminderNotification, code: string, condition: string): boolean {
  return timing.code === code && sameCondition(filterCond, condition);
}

/** The reminders that are there, with those that are lacking: in the place of their former selves, or behind all others. */
function withReminders(
  present: readonly ReminderNotification[],
  lacking: Map<ReminderKey, readonly ReminderNotification[]>,
  formers: readonly FormerReminder[],
): ReminderNotification[] {
  const taken = new Set<ReminderKey>();
  const inPlace = present.flatMap((reminder) => {
    const former = formers.find(({ code, filterCond }) => isReminder(reminder, code, filterCond));
    const heirs = former?.heirs.flatMap((key) => {
      const ours = taken.has(key) ? [] : (lacking.get(key) ?? []);
      taken.add(key);
      return ours.map((heir) => inheriting(heir, reminder));
    });
    return heirs && heirs.length > 0 ? heirs : [reminder];
  });
  return [...inPlace, ...[...lacking].flatMap(([key, ours]) => (taken.has(key) ? [] : ours))];
}

function inheriting(heir: ReminderNotification, former: ReminderNotification): ReminderNotification {
  const timing = { ...former.timing, code: heir.timing.code, daysLater: remindedAfter(heir, former) };
  return { ...heir, targets: former.targets, timing };
}

function entriesOf<Key extends string, Value>(record: Record<Key, Value>): Array<[Key, Value]> {
  return Object.entries(record) as Array<[Key, Value]>;
}

function listed(setting: Change["setting"], notifications: readonly object[]): Change {
  return { method: "PUT", setting, body: { notifications } };
}
