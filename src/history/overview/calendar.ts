import type { Status } from "../../domain/status";
import { type Day, everyDay } from "./days";
import type { ToldRun } from "./told-run";

/** What came of a day: the best of its runs counts, as one good archive is what a day is for. `none`: no run at all. */
export type DayState = Status | "none";

export interface CalendarDay {
  day: Day;
  state: DayState;
  /** By ascending `$id`. */
  runs: readonly ToldRun[];
  /** Whether the day gave no archive, whole or incomplete. The day that is not over yet is not missing. */
  missing: boolean;
}

const BEST_FIRST: readonly Status[] = ["success", "partial", "running", "failed", "interrupted", "cancelled"];

/**
 * Every day of a period with its runs. A run belongs to the day on which it began.
 *
 * @param period both days included
 * @param today the day that is not over yet
 */
export function calendarOf(
  runs: readonly ToldRun[],
  dayOf: (run: ToldRun) => Day | undefined,
  period: { from: Day; to: Day },
  today: Day,
): CalendarDay[] {
  const byDay = new Map<Day, ToldRun[]>();
  for (const run of runs) {
    const day = dayOf(run);
    const known = day === undefined ? undefined : byDay.get(day);
    if (known) known.push(run);
    else if (day !== undefined) byDay.set(day, [run]);
  }
  return everyDay(period.from, period.to).map((day) => {
    const ofDay = byDay.get(day) ?? [];
    const state = BEST_FIRST.find((status) => ofDay.some((run) => run.status === status)) ?? "none";
    const missing = day < today && state !== "success" && state !== "partial";
    return { day, state, runs: ofDay, missing };
  });
}
