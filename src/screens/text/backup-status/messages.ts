import type { Status } from "../../../domain/status";

/** The texts of the line about its backups in an app's list. */
export interface BackupStatusMessages {
  /** BCP 47: for the `lang` attribute. */
  locale: string;
  /** Stands before everything that somebody should look at, behind a sign. */
  warning: string;
  /** `when` with its time zone. */
  backedUp: (when: string, days: number) => string;
  never: string;
  overdue: (days: number | undefined) => string;
  disabled: string;
  /** Of the last run, when it was no success. */
  trouble: Record<Exclude<Status, "success">, string>;
  unlisted: string;
  unreadable: string;
  /** Of the link to the target's record. */
  details: string;
}
