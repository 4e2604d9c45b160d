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
  /** That it was saved, too, is known of the last backup. */
  savedToo: string;
  /** Nothing of that is known of it; then, of which it is known last. */
  unsaved: string;
  saved: (when: string) => string;
  neverSaved: string;
  /** @param without for so many days, such a backup */
  overdue: (days: number | undefined, without: "success" | "saved") => string;
  disabled: string;
  /** Of the last run, when it was no success. */
  trouble: Record<Exclude<Status, "success">, string>;
  unlisted: string;
  /** Before everything else: it is said of the apps of a rule together. */
  byRule: string;
  unreadable: string;
  /** Of the link to the target's record. */
  details: string;
}
