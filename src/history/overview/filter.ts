import type { Status } from "../../domain/status";
import type { Day } from "./days";
import type { ToldRun } from "./told-run";

/** Which runs are meant. What is empty leaves all of them. */
export interface RunFilter {
  /** Both days included. */
  from: Day | "";
  to: Day | "";
  status: Status | "";
  /** Key of an app. */
  target: string;
}

export const NO_FILTER: RunFilter = { from: "", to: "", status: "", target: "" };

/** What the runs came to for one target: its own status, amounts and message in place of the run's. All runs without a target. */
export function runsFor(runs: readonly ToldRun[], target: string): readonly ToldRun[] {
  if (!target) return runs;
  return runs.flatMap((run) => {
    const result = run.results.find(({ key }) => key === target);
    if (!result) return [];
    const { status, message, records, attachments, bytes, seconds } = result;
    return [{ ...run, status, message, records, attachments, bytes, seconds, results: [result] }];
  });
}

/** The runs of a period and a status, in the order that they had. A run whose day nobody knows is in no period. */
export function filtered(
  runs: readonly ToldRun[],
  { from, to, status }: RunFilter,
  dayOf: (run: ToldRun) => Day | undefined,
): ToldRun[] {
  return runs.filter((run) => {
    const day = dayOf(run) ?? "";
    return (!from || day >= from) && (!to || (day !== "" && day <= to)) && (!status || run.status === status);
  });
}
