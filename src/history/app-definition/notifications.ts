import type { PerRecordNotification, ReminderNotification } from "../../domain/app-settings";
import { ENABLED_TARGETS, ENABLED_TARGETS_WITHOUT_SUCCESS, RUNS_TO_LOOK_AT } from "./conditions";
import type { FieldCode } from "./fields";

export type PerRecordKey = "attention";
export type ReminderKey = "overdue" | "neverBackedUp";
export type NotificationLabels = Record<PerRecordKey | ReminderKey, string>;

/** What of the app and of who prepares it gets into its notifications. */
export interface NotificationFacts {
  /** Log-in name of who prepares the app. */
  user: string;
  /** Codes of fields that every app has, and whose codes follow the language of who made the app (cybozu.dev add-preview-app). */
  creatorField: string;
  createdTimeField: string;
}

/** A week: nobody wants to hear every morning of what is backed up each Friday. People may choose another number of days. */
const OVERDUE_DAYS = 7;
/** In the time zone of the app's reminders. */
const IN_THE_MORNING = "09:00";

/**
 * A run that is not whole is told when its record says so, to who prepared the app and to who began the run. kintone does
 * not notify somebody of what he did himself, and whoever pressed the button sees the end on the screen.
 */
export function perRecordNotifications(
  title: NotificationLabels,
  { user, creatorField }: NotificationFacts,
): Record<PerRecordKey, PerRecordNotification> {
  const targets = [person("USER", user), person("FIELD_ENTITY", creatorField)];
  return { attention: { filterCond: RUNS_TO_LOOK_AT, title: title.attention, targets } };
}

/**
 * A reminder hangs on a moment of the record: each success moves `target_last_success`, and the reminder with it. A target
 * that never succeeded has no such moment, so another reminder hangs on when it was registered.
 */
export function reminderNotifications(
  title: NotificationLabels,
  { user, createdTimeField }: NotificationFacts,
): Record<ReminderKey, ReminderNotification> {
  const targets = [person("USER", user)];
  const after = (code: string) => ({ code, daysLater: String(OVERDUE_DAYS), time: IN_THE_MORNING });
  const lastSuccess: FieldCode = "target_last_success";
  return {
    overdue: { timing: after(lastSuccess), filterCond: ENABLED_TARGETS, title: title.overdue, targets },
    neverBackedUp: {
      timing: after(createdTimeField),
      filterCond: ENABLED_TARGETS_WITHOUT_SUCCESS,
      title: title.neverBackedUp,
      targets,
    },
  };
}

function person(type: string, code: string) {
  return { entity: { type, code }, includeSubs: false };
}
