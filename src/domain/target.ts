import type { AcceptedGap } from "./accepted-gap";
import type { PlainError } from "./plain-error";
import type { Rule } from "./rule";

/** One app and the guest space it lives in, as kintone's ids (strings of digits). */
export interface AppRef {
  appId: string;
  /** Absent for an app outside guest spaces. */
  guestSpaceId?: string;
}

/** One app to back up: a record of type `target` in the backup-management app says so, of that app or of many. */
export interface Target extends AppRef {
  /** `$id` of the record that names it; several apps of a rule have the same. */
  recordId: string;
  /** As the target's record shows it; the run replaces it with the app's present name. */
  appName: string;
  /** By which its record stands for it; absent when that names the app itself. */
  rule?: Rule;
  /** Ids of apps that the rule leaves out; only in what its record says, not in one of its apps. */
  exceptions?: readonly string[];
  /** Why it has no app: what its rule stands for is not known. */
  impediment?: PlainError;
  /** Somebody gave its record another type than that of targets: this one. It is backed up all the same. */
  retyped?: string;
  /** A condition in kintone's query language, without `order by`, `limit` and `offset`. Empty: every record. */
  query: string;
  /** What of the app to back up. Its form always is: records mean nothing without it. */
  include: Record<Part, boolean>;
  /** Codes of fields whose values must not be read into the archive; a table's code stands for the whole table. */
  excludedFields: readonly string[];
  /** What will always be missing, and somebody accepted. */
  acceptedGaps: readonly AcceptedGap[];
  /** Of the settings for administrators, the configurations of plug-ins stay out: they may hold secrets. */
  withoutPluginConfigurations?: boolean;
  /** Codes of fields that look like personal identifiers, and that the admin decided to back up all the same. */
  includedIdentifiers: readonly string[];
}

/**
 * What a target can include or leave out, in the order in which people see it. `administration`: the settings that only the app's
 * administrators may read.
 */
export const PARTS = ["records", "attachments", "comments", "settings", "administration"] as const;
export type Part = (typeof PARTS)[number];
