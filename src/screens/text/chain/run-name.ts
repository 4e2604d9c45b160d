import type { RunReference } from "../../../history/runs/run-reference";
import type { InspectorMessages } from "./language";

/** A run as people speak of it. What its record says may be anything, also no date. */
export function runName({ chain, quantities }: InspectorMessages, { startedAt, runId }: RunReference): string {
  return chain.run(quantities.moment(startedAt), runId);
}
