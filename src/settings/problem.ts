import type * as v from "valibot";

/** Why a value cannot be used. The screens and the command line put a sentence of the user's language to each. */
export type ProblemReason =
  | "required"
  | "too-long"
  | "not-a-number"
  | "out-of-range"
  | "unknown-time-zone"
  | "forbidden-character"
  | "not-an-address"
  | "not-an-id"
  | "unknown-name"
  | "secret"
  | "not-one-of"
  | "name-taken"
  | "not-an-endpoint"
  | "not-a-remote"
  | "not-a-span"
  | "no-file"
  | "unreadable-file"
  | "unreadable"
  | "not-json"
  | "not-utf-8"
  | "control-characters"
  | "shell-notation"
  | "no-current-folder"
  | "newer-version"
  | "secret-key"
  | "not-a-public-key"
  | "same-key-twice"
  | "mixed-keys"
  | "not-proven";

/** What a sentence about the problem can name. Only what applies is present. */
export interface ProblemFacts {
  /** Smallest and largest allowed number. */
  min?: number;
  /** Largest allowed number; for `too-long` the largest allowed length in characters. */
  max?: number;
  /** The characters that were found and are not allowed, each once. */
  characters?: string;
  /** For `not-json`: where it ends to be JSON, both counted from 1. */
  line?: number;
  column?: number;
  /** For `not-utf-8`: what it is instead, where that is certain. */
  encoding?: "UTF-16LE" | "UTF-16BE";
  /** For `shell-notation`: what stands there. For `unreadable-file`: what the file system calls the reason. */
  found?: string;
  /** For `not-one-of`: what may stand there. */
  choices?: string;
  /** For `not-proven`: what the key is called. */
  name?: string;
  /** For `newer-version`: the version that was found. */
  version?: number;
}

/** One value that cannot be used. */
export interface SettingsProblem {
  /** Name of the field, with dots on the way to it (`settings.timeZone`). Empty: the whole, which could not be read. */
  field: string;
  reason: ProblemReason;
  facts: ProblemFacts;
}

/** A reason as valibot carries it: the message of an issue. Facts follow as JSON. */
export function reason(code: ProblemReason, facts: ProblemFacts = {}): string {
  return JSON.stringify([code, facts]);
}

/** The problems that valibot found, one for each field: a field that is empty is not also too short. */
export function problemsOf(issues: ReadonlyArray<v.BaseIssue<unknown>>): SettingsProblem[] {
  const byField = new Map<string, SettingsProblem>();
  for (const issue of issues) {
    const field = (issue.path ?? []).map((step) => String(step.key)).join(".");
    const [code, facts] = JSON.parse(issue.message) as [ProblemReason, ProblemFacts];
    if (!byField.has(field)) byField.set(field, { field, reason: code, facts });
  }
  return [...byField.values()];
}
