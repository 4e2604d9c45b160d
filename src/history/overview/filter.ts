import type { Status } from "../../domain/status";
import type { Day } from "./days";
import type { ToldDrill } from "./told-drill";
import type { ToldRestore } from "./told-restore";
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

/** The restores into an app, or the drills of one. All without one. */
export function restoresFor<Told extends ToldRestore | ToldDrill>(
  restores: readonly Told[],
  target: string,
): readonly Told[] {
  return target ? restores.filter(({ key }) => key === target) : restores;
}

/** Those of a period and a status, in the order that they had. What began on a day that nobody knows is in no period. */
export function filtered<Told extends Pick<ToldRun, "startedAt" | "status">>(
  runs: readonly Told[],
  { from, to, status }: RunFilter,
  dayOf: (run: Told) => Day | undefined,
): Told[] {
  return runs.filter((run) => {
    const day = dayOf(run) ?? "";
    return (!from || day >= from) && (!to || (day !== "" && day <= to)) && (!status || run.status === status);
  });
}
