import type { PerRecordKey, ReminderKey } from "../../../../history/app-definition/notifications";
import type { RecordRuleKey } from "../../../../history/app-definition/record-rights";
import type { Conflict, PlanNote } from "../../../../history/preparation/plan";

/** The texts about preparing the backup-management app, on the settings screen and in a terminal. */
export interface PreparationMessages {
  /** BCP 47: for `lang` attributes. */
  locale: string;
  title: string;
  introduction: string;
  looking: string;
  ready: string;
  /** Everything is made, and the app was never updated since. */
  waits: string;
  /** Stands before the list of what will be done. */
  missing: string;
  /** What else is true of it: nothing else is touched. */
  promise: string;
  button: string;
  /** For an app that only needs its update. */
  updateButton: string;
  lookAgain: string;
  group: PlanGroupMessages;
  /** Of the list of names below a group. */
  names: (count: number) => string;
  field: (label: string, code: string) => string;
  column: (label: string, code: string, table: string) => string;
  options: (label: string, options: readonly string[]) => string;
  notification: Record<PerRecordKey | ReminderKey, string>;
  recordRule: Record<RecordRuleKey, string>;
  note: Record<PlanNote, string>;
  conflicts: string;
  conflict: (conflict: Conflict) => string;
  changing: (done: number, of: number) => string;
  updating: string;
  keepOpen: string;
  prepared: string;
  /** After the preparation something is lacking still. */
  stillMissing: string;
  notUpdated: (status: string) => string;
  /** Stand before the sentence about the problem, or instead of it. */
  unreadable: string;
  notPrepared: string;
  noRight: string;
  changedMeanwhile: string;
  beingUpdated: string;
  /** Where the targets will be. */
  targetsLater: string;
}

/** What will be done, by its kind. */
interface PlanGroupMessages {
  fields: (count: number) => string;
  options: (count: number) => string;
  unique: (count: number) => string;
  views: (count: number) => string;
  notifications: (count: number) => string;
  recordRules: (count: number) => string;
  /** Of fields that only those who manage the app are to write. */
  fieldRights: (count: number) => string;
}
