import type { RunReference } from "../../../history/runs/run-reference";
import type { InspectorMessages } from "./language";

/** A run, a restore, a drill or a disposal as people speak of it. What its record says may be anything, also no date. */
export function runName({ chain, quantities }: InspectorMessages, { startedAt, runId, type }: RunReference): string {
  return chain[type](quantities.moment(startedAt), runId);
}
