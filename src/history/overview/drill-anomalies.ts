import type { TargetOverview } from "./targets";
import { hasProven, type ToldDrill } from "./told-drill";
import type { ToldRun } from "./told-run";

/** A target of which it was not proven for long that it can be restored; `never`: nor was it ever, as far as the history tells. */
export interface Unproven {
  target: TargetOverview;
  days: number;
  never: boolean;
}

/**
 * Enabled targets without a drill that passed in so many days; those that are new have as long, from their registration or their first run.
 *
 * @param limit 0: nobody wants to hear of it
 */
export function unproven(
  enabled: readonly TargetOverview[],
  runs: readonly ToldRun[],
  { limit, now }: { limit: number; now: Date },
): Unproven[] {
  if (limit === 0) return [];
  const firstRuns = new Map<string, string>();
  for (const { startedAt, results } of runs) {
    for (const { key } of results) if (!firstRuns.has(key)) firstRuns.set(key, startedAt);
  }
  return enabled.flatMap((target) => {
    const never = target.lastProven === "";
    const since = Date.parse(target.lastProven || target.createdAt || (firstRuns.get(target.key) ?? ""));
    const days = Math.floor((now.getTime() - since) / 86_400_000);
    return days >= limit ? [{ target, days, never }] : [];
  });
}

/** Whether it ended without proving anything, and nobody wrote down yet what is done about it. */
export const asksForAction = (drill: ToldDrill): boolean =>
  drill.finishedAt !== "" && !hasProven(drill) && drill.correctiveAction.trim() === "";
