import type { BackupError } from "../../domain/errors";
import type { SettingName } from "../../domain/source";
import type { Part, Target } from "../../domain/target";

/** A field as people see it, and by its code. */
export interface NamedField {
  /** Of a field in a table `table.field`. */
  code: string;
  label: string;
}

/** One thing that should be known of a target before it is backed up. */
export type TargetFinding =
  /** Nothing of the target can be backed up. */
  | { kind: "blocked"; error: BackupError }
  /** The app can be seen, but its records cannot be read: for want of permission, or because kintone refuses the condition. */
  | { kind: "records-refused"; error: BackupError }
  | { kind: "comments-refused" | "file-refused"; error: BackupError }
  /** The form has them, and records that the user gets lack them. */
  | { kind: "fields-hidden"; fields: readonly NamedField[] }
  /** There is no record by which it could be told. */
  | { kind: "fields-unknown" }
  | { kind: "settings-refused"; settings: readonly SettingName[] }
  | { kind: "settings-failed"; settings: readonly SettingName[]; error: BackupError }
  /** Codes of fields to leave out that the form does not have. */
  | { kind: "excluded-unknown"; codes: readonly string[] }
  /** They look like personal identifiers and stay out as long as nobody decides. */
  | { kind: "identifiers-undecided"; fields: readonly NamedField[] }
  | { kind: "identifiers-included" | "fields-left-out"; fields: readonly NamedField[] }
  | { kind: "parts-left-out"; parts: readonly Part[] }
  /** Configurations of these are read: what they hold, secrets too, is in the zip. */
  | { kind: "plugin-configurations"; plugins: readonly string[] }
  /** Comments are wanted, and the app has none. */
  | { kind: "comments-off" }
  /** Records that these may hide from the user would be missing; `unknown` when the user may not see the permissions. */
  | { kind: "record-permissions" | "record-permissions-unknown" };

/** How grave a finding is: nothing is backed up; something would be missing; good to know. */
export type Weight = "blocked" | "missing" | "note";

const MISSING: ReadonlySet<TargetFinding["kind"]> = new Set([
  ...(["records-refused", "comments-refused", "file-refused", "fields-hidden", "settings-refused"] as const),
  ...(["settings-failed", "excluded-unknown", "identifiers-undecided"] as const),
  ...(["record-permissions", "record-permissions-unknown"] as const),
]);

/** What a run would make of it: `missing` makes it incomplete. */
export function weightOf({ kind }: TargetFinding): Weight {
  if (kind === "blocked") return "blocked";
  return MISSING.has(kind) ? "missing" : "note";
}

/** What was found of one target, by asking as the user who would back it up. */
export interface TargetCheck {
  target: Target;
  /** What the app is called now; what the target says where the app cannot be seen. */
  appName: string;
  /** The gravest first. */
  findings: readonly TargetFinding[];
}

const WEIGHTS: readonly Weight[] = ["blocked", "missing", "note"];

/** Sorts by weight; what is as grave stays in its order. */
export function gravestFirst(findings: readonly TargetFinding[]): TargetFinding[] {
  return [...findings].sort((one, other) => WEIGHTS.indexOf(weightOf(one)) - WEIGHTS.indexOf(weightOf(other)));
}
