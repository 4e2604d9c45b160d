import type { RunReference } from "../../../history/runs/run-reference";
import type { InspectorMessages } from "./language";

/** A run or a restore as people speak of it. What its record says may be anything, also no date. */
export function runName(
  { chain, quantities }: InspectorMessages,
  { startedAt, runId, isRestore }: RunReference,
): string {
  return (isRestore ? chain.restore : chain.run)(quantities.moment(startedAt), runId);
}
