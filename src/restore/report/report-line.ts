import type { RestoreOutcome } from "../../domain/restore-outcome";
import type { ExplainedFinding, RecordFinding } from "../compare/comparison";
import { type TellingError, toldError } from "../compare/difference-lines";
import type { Deviation } from "../verify/restore-verdict";
import type { RecordResult } from "../write/record-result";

/**
 * What became of a restore, as lines of JSON, for programs and auditors: what the members are called stays (docs/guides/restore-command.md). The last line
 * is `restored`: without it, the restore did not come to its end.
 */
export type RestoreReportLine =
  /** In the order in which they were reached; ids are the archive's, of records that were deleted kintone's. */
  | ({ kind: "record"; fields?: readonly string[] } & ToldResult)
  /** It is there as it was written; these fields, which kintone makes by itself, are others than in the archive. */
  | { kind: "explained"; id: string; found: ToldFinding }
  /** What kintone has in the end is another than was written. */
  | { kind: "deviation"; id: string; byOthers: boolean; found: ToldFinding }
  /** The restore ended before their turn. */
  | { kind: "not-reached"; id: string }
  | ({ kind: "restored"; stopped?: TellingError } & Pick<
      RestoreOutcome,
      "restoreId" | "verdict" | "planned" | "counts" | "notReached" | "deviations"
    >);

type ToldResult = WithToldError<RecordResult>;

type ToldFinding = WithToldError<RecordFinding>;

/** What kintone says of which field is `refused`: `fields` are those that were to be written. */
type WithToldError<Each> = Each extends { error: unknown; fields?: infer Fields }
  ? Omit<Each, "error" | "fields"> & { error: TellingError; refused?: Fields }
  : Each;

/** @param written codes of the fields that were to be written; absent where it was the whole record */
export function resultLine(result: RecordResult, written?: readonly string[]): RestoreReportLine {
  const fields = written && { fields: written };
  if (!("error" in result)) return { kind: "record", ...result, ...fields };
  const { id, outcome, error } = result;
  const refused = "fields" in result && result.fields ? { refused: result.fields } : {};
  return { kind: "record", id, outcome, ...fields, ...refused, error: toldError(error) };
}

export function explainedLine(found: ExplainedFinding): RestoreReportLine {
  return { kind: "explained", id: found.id, found };
}

export function deviationLine({ id, byOthers, finding }: Deviation): RestoreReportLine {
  const found = finding.kind === "unread" ? { ...finding, error: toldError(finding.error) } : finding;
  return { kind: "deviation", id, byOthers, found };
}

export function restoredLine(outcome: RestoreOutcome): RestoreReportLine {
  const { restoreId, verdict, planned, counts, notReached, deviations, stopped } = outcome;
  return {
    ...{ kind: "restored", restoreId, verdict, planned, counts, notReached, deviations },
    ...(stopped && { stopped: toldError(stopped) }),
  };
}
