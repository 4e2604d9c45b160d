import type { PerRecordNotification, ReminderNotification } from "../../domain/app-settings";
import {
  DISPOSALS_TO_LOOK_AT,
  DRILLS_TO_LOOK_AT,
  ENABLED_TARGETS,
  ENABLED_TARGETS_NEVER_SAVED,
  ENABLED_TARGETS_UNCOUNTED,
  ENABLED_TARGETS_WITHOUT_SUCCESS,
  RESTORES_TO_LOOK_AT,
  RUNS_TO_LOOK_AT,
  UNCOUNTED_TARGETS_NEVER_SAVED,
} from "./conditions";
import type { FieldCode } from "./fields";

export type PerRecordKey = "attention" | "restore" | "drill" | "disposal";
export type ReminderKey = "unsaved" | "overdue" | "noSuccess" | "neverSaved";
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
/** So many times that long, it is told again: nobody may read it the first time. How many reminders kintone lets an app have is UNCONFIRMED(number-of-reminders). */
const REMINDED_AFTER = [1, 2, 4, 13] as const;
/** In the time zone of the app's reminders. */
const IN_THE_MORNING = "09:00";

const UNSAVED_SINCE: FieldCode = "target_unsaved_since";
const LAST_SAVED: FieldCode = "target_last_saved";
const LAST_SUCCESS: FieldCode = "target_last_success";

/**
 * A run that is not whole, a restore after which not all is as it was planned, a drill that did not pass, and a generation that could not be removed are told when the record says so, to who prepared the app and to who began it. kintone does
 * not notify somebody of what he did himself, and whoever pressed the button sees the end on the screen.
 */
export function perRecordNotifications(
  title: NotificationLabels,
  { user, creatorField }: NotificationFacts,
): Record<PerRecordKey, PerRecordNotification> {
  const targets = [person("USER", user), person("FIELD_ENTITY", creatorField)];
  return {
    attention: { filterCond: RUNS_TO_LOOK_AT, title: title.attention, targets },
    restore: { filterCond: RESTORES_TO_LOOK_AT, title: title.restore, targets },
    drill: { filterCond: DRILLS_TO_LOOK_AT, title: title.drill, targets },
    disposal: { filterCond: DISPOSALS_TO_LOOK_AT, title: title.disposal, targets },
  };
}

/**
 * A reminder of kintone's hangs on a moment of the record, and comes once. So several hang on since when no backup of a target is known to
 * be saved (`target_unsaved_since`): a saved one moves that moment, and them with it; a success alone moves nothing, as its
 * zips may lie nowhere.
 *
 * A target that no run has counted so far, because it is new, or was there before this was asked, has no such moment. Until then one
 * reminder each hangs on its last backup known to be saved, or, without one, on its last success and on when it was registered.
 */
export function reminderNotifications(
  title: NotificationLabels,
  { user, createdTimeField }: NotificationFacts,
): Record<ReminderKey, ReminderNotification[]> {
  const targets = [person("USER", user)];
  const reminder = (key: ReminderKey, code: string, filterCond: string, times = 1): ReminderNotification => ({
    timing: { code, daysLater: String(OVERDUE_DAYS * times), time: IN_THE_MORNING },
    ...{ filterCond, title: title[key], targets },
  });
  return {
    unsaved: REMINDED_AFTER.map((times) => reminder("unsaved", UNSAVED_SINCE, ENABLED_TARGETS, times)),
    overdue: [reminder("overdue", LAST_SAVED, ENABLED_TARGETS_UNCOUNTED)],
    noSuccess: [reminder("noSuccess", LAST_SUCCESS, UNCOUNTED_TARGETS_NEVER_SAVED)],
    neverSaved: [reminder("neverSaved", createdTimeField, UNCOUNTED_TARGETS_NEVER_SAVED)],
  };
}

/** A reminder as an earlier version made it, and which of today's take its place. */
export interface FormerReminder {
  code: string;
  filterCond: string;
  heirs: readonly ReminderKey[];
}

/** What reminded when only the last backup known to be saved was written down, and, before that, only successes were. */
export function formerReminders({ createdTimeField }: Pick<NotificationFacts, "createdTimeField">): FormerReminder[] {
  return [
    { code: LAST_SAVED, filterCond: ENABLED_TARGETS, heirs: ["unsaved", "overdue"] },
    { code: LAST_SUCCESS, filterCond: ENABLED_TARGETS_NEVER_SAVED, heirs: ["noSuccess"] },
    { code: createdTimeField, filterCond: ENABLED_TARGETS_NEVER_SAVED, heirs: ["neverSaved"] },
    { code: LAST_SUCCESS, filterCond: ENABLED_TARGETS, heirs: ["unsaved", "overdue", "noSuccess"] },
    { code: createdTimeField, filterCond: ENABLED_TARGETS_WITHOUT_SUCCESS, heirs: ["neverSaved"] },
  ];
}

/** Days after which it comes, where people chose others for its former self: the second of several comes after twice as many. */
export function remindedAfter({ timing }: ReminderNotification, former: ReminderNotification): string {
  return String((Number(former.timing.daysLater) * Number(timing.daysLater)) / OVERDUE_DAYS);
}

function person(type: string, code: string) {
  return { entity: { type, code }, includeSubs: false };
}
