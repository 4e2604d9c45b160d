import type { RunReference } from "../../../history/runs/run-reference";
import type { InspectorMessages } from "./language";

/** A run, a restore or a drill as people speak of it. What its record says may be anything, also no date. */
export function runName(
  { chain, quantities }: InspectorMessages,
  { startedAt, runId, isRestore, isDrill }: RunReference,
): string {
  const ofRestore = isRestore ? chain.restore : chain.run;
  const nameOf = isDrill ? chain.drill : ofRestore;
  return nameOf(quantities.moment(startedAt), runId);
}
