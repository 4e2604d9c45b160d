import type { FormError } from "../../../history/overview/anomalies";
import type { Measure, Movement } from "../../../history/overview/movements";
import type { RuleChange } from "../../../history/overview/rule-changes";
import type { TargetOverview } from "../../../history/overview/targets";
import type { DrillsMessages } from "./drills/messages";
import type { RestoresMessages } from "./restores/messages";

/** Columns of the list of runs, on the screen, in the CSV and on paper. */
export type RunColumn =
  | "startedAt"
  | "finishedAt"
  | "status"
  | "saved"
  | "savedAt"
  | "savedBy"
  | "trigger"
  | "operator"
  | "records"
  | "attachments"
  | "bytes"
  | "seconds"
  | "requests"
  | "message"
  | "limits"
  | "runId"
  | "recordId"
  | "chain"
  | "archiveDigest"
  | "chainDigest";

export type TargetColumn =
  "app" | "standing" | "lastStatus" | "lastSuccess" | "lastSaved" | "lastProven" | "age" | "failures";

/** The texts of the history as an auditor looks at it. Amounts come written out, as people write them. */
export interface HistoryMessages {
  title: string;
  reading: string;
  read: (runs: string) => string;
  failed: string;
  again: string;
  noRuns: string;
  /** @param zone IANA name */
  days: (zone: string) => string;

  unseen: {
    heading: string;
    fields: (codes: string) => string;
    apps: string;
    /** What nobody who looks can know. */
    always: string;
  };

  filter: {
    heading: string;
    from: string;
    to: string;
    target: string;
    all: string;
    reset: string;
    shown: (runs: string, of: string) => string;
  };

  integrity: {
    heading: string;
    /** From which run to which. */
    holds: (runs: string, from: string, to: string) => string;
    first: string;
    others: (runs: string) => string;
    fits: string;
    unknown: string;
  };

  calendar: {
    heading: string;
    previous: string;
    next: string;
    none: string;
    noBackup: string;
    /** How often, where it was more than once. */
    runs: (runs: string) => string;
    missing: (days: string, of: string) => string;
  };

  runs: {
    heading: string;
    column: Record<RunColumn, string>;
    empty: string;
    more: (runs: string) => string;
    /** Of the app whose backup was limited. */
    limited: (app: string, limits: string) => string;
    moreLimited: (apps: string) => string;
    /** A run whose begin nobody knows. */
    unknownTime: string;
  };

  restores: RestoresMessages;
  drills: DrillsMessages;

  targets: {
    heading: string;
    column: Record<TargetColumn, string>;
    standing: Record<TargetOverview["standing"], string>;
    empty: string;
    never: string;
    neverSaved: string;
    neverProven: string;
    /** Who made of a target what it is no more. */
    doneBy: (by: string, when: string | undefined) => string;
    age: (days: string) => string;
  };

  charts: {
    heading: string;
    table: string;
    /** What a chart shows, for those who do not see it. */
    summary: (what: string, points: string, least: string, most: string) => string;
    period: string;
    /** Of some runs as one point. */
    together: string;
    empty: string;
  };

  anomalies: {
    heading: (count: string) => string;
    none: string;
    measure: Record<Measure, string>;
    moved: Record<Movement["direction"], (app: string, measure: string, before: string, now: string) => string>;
    /** What limited the backup before and now, written out. */
    asked: (app: string, since: string, before: string, now: string) => string;
    form: Record<FormError, (app: string) => string>;
    /** Of a rule, written out, and of apps that are new to it, or that it had before. */
    rule: Record<RuleChange["change"], (rule: string, apps: readonly string[]) => string>;
    silent: (app: string, days: string) => string;
    failing: (app: string, times: string) => string;
    unsaved: string;
    uncovered: (app: string) => string;
    disabled: (app: string) => string;
  };

  evidence: {
    heading: string;
    explanation: string;
    csv: string;
    print: string;
    title: string;
    period: (from: string, to: string) => string;
    made: (moment: string, by: string) => string;
    app: (url: string) => string;
    only: (what: string) => string;
    summary: string;
    runs: string;
    /** Runs whose zips are known to be saved, and those of which it is not known. */
    saved: string;
    unsaved: string;
    backupDays: string;
    exceptions: string;
    noExceptions: string;
    missingDays: string;
    noMissingDays: string;
    range: (from: string, to: string) => string;
    separator: string;
  };
}
