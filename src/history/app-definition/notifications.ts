import type { PerRecordNotification, ReminderNotification } from "../../domain/app-settings";
import {
  ENABLED_TARGETS,
  ENABLED_TARGETS_NEVER_SAVED,
  ENABLED_TARGETS_WITHOUT_SUCCESS,
  RUNS_TO_LOOK_AT,
} from "./conditions";
import type { FieldCode } from "./fields";

export type PerRecordKey = "attention";
export type ReminderKey = "overdue" | "noSuccess" | "neverSaved";
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
 * A reminder hangs on a moment of the record: each backup that is known to be saved moves `target_last_saved`, and the
 * reminder with it; a success alone moves nothing, as its zips may lie nowhere. A target of which nothing is known to be saved
 * has no such moment. So another reminder hangs on when it was registered; and for targets that were there before this was
 * asked, whose day is long past, one on their last success, as it did then: they are not known to be unsaved either.
 */
export function reminderNotifications(
  title: NotificationLabels,
  { user, createdTimeField }: NotificationFacts,
): Record<ReminderKey, ReminderNotification> {
  const targets = [person("USER", user)];
  const after = (code: string) => ({ code, daysLater: String(OVERDUE_DAYS), time: IN_THE_MORNING });
  const [lastSaved, lastSuccess] = ["target_last_saved", "target_last_success"] as const satisfies FieldCode[];
  const neverSaved = { filterCond: ENABLED_TARGETS_NEVER_SAVED, targets };
  return {
    overdue: { timing: after(lastSaved), filterCond: ENABLED_TARGETS, title: title.overdue, targets },
    noSuccess: { timing: after(lastSuccess), title: title.noSuccess, ...neverSaved },
    neverSaved: { timing: after(createdTimeField), title: title.neverSaved, ...neverSaved },
  };
}

/** A reminder as an earlier version made it, and which of today's take its place. */
export interface FormerReminder {
  code: string;
  filterCond: string;
  heirs: readonly ReminderKey[];
}

/** What reminded of successes, when a success was all that was known. */
export function formerReminders({ createdTimeField }: Pick<NotificationFacts, "createdTimeField">): FormerReminder[] {
  const lastSuccess: FieldCode = "target_last_success";
  return [
    { code: lastSuccess, filterCond: ENABLED_TARGETS, heirs: ["overdue", "noSuccess"] },
    { code: createdTimeField, filterCond: ENABLED_TARGETS_WITHOUT_SUCCESS, heirs: ["neverSaved"] },
  ];
}

function person(type: string, code: string) {
  return { entity: { type, code }, includeSubs: false };
}
