import type { DrillCounts, DrillOutcome, DrillVerdict } from "../../domain/drill-outcome";
import { type TellingError, toldError } from "../compare/difference-lines";

/** Why a record is not to the last byte as in the archive, and no harm. */
export type Explanation =
  /** kintone worked it out, or keeps it for itself. */
  | "by-kintone"
  /** Somebody whom the archive names is gone, and cannot be written. */
  | "gone-people"
  /** The archive lacks the file, as its manifest says. */
  | "not-archived";

/**
 * What became of a drill, as lines of JSON, for programs and auditors: what the members are called stays (docs/guides/drill.md). Ids are the archive's, and there
 * are no values of records in it. The last line is `drilled`: without it, the drill did not come to its end.
 */
export type DrillLine =
  | { kind: "sample"; how: readonly string[]; archived: number; expected: number }
  | { kind: "scratch-app"; appId: string; name: string }
  /** Of the form: an ordinary field in the place of a lookup, or none, as kintone did not take it. */
  | { kind: "field"; field: string; instead: "plain-field" | "refused" }
  /** Who was left out of how many records. */
  | { kind: "gone"; people: string; code: string; records: number }
  | { kind: "record"; id: string; outcome: "identical" }
  | { kind: "record"; id: string; outcome: "explained"; fields: Readonly<Record<string, Explanation>> }
  | ({ kind: "record"; id: string; outcome: "different" } & Difference)
  | { kind: "drilled"; drillId: string; verdict: DrillVerdict; counts: DrillCounts; stopped?: TellingError };

export interface Difference {
  why: "values" | "missing" | "unread" | "refused" | "undecided";
  /** Codes of the fields that are others. */
  fields?: readonly string[];
  error?: TellingError;
}

export function drilledLine({ drillId, verdict, counts, stopped }: DrillOutcome): DrillLine {
  return { kind: "drilled", drillId, verdict, counts, ...(stopped && { stopped: toldError(stopped) }) };
}
