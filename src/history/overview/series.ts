import type { ToldRun } from "./told-run";
import { medianOf } from "./typical";

/** One point of a chart: a run, or a few neighbouring ones with what is typical of them. */
export interface Point {
  from: ToldRun;
  to: ToldRun;
  runs: number;
  seconds: number;
  bytes: number;
}

/** More points than this are no longer seen apart. */
const MOST_POINTS = 60;

/**
 * Duration and size over time. Runs that gave no archive are left out: how soon a run fails says nothing.
 *
 * @param runs by ascending `$id`
 */
export function seriesOf(runs: readonly ToldRun[]): Point[] {
  const told = runs.flatMap((run) => {
    const { seconds, bytes, status } = run;
    if (seconds === undefined || (status !== "success" && status !== "partial")) return [];
    return [{ run, seconds, bytes }];
  });
  const size = Math.max(1, Math.ceil(told.length / MOST_POINTS));
  return Array.from({ length: Math.ceil(told.length / size) }, (_, at) =>
    told.slice(at * size, (at + 1) * size),
  ).flatMap((some) => {
    const [first, last] = [some[0], some.at(-1)];
    if (!first || !last) return [];
    const typical = (of: "seconds" | "bytes") => medianOf(some.map((one) => one[of]));
    return [{ from: first.run, to: last.run, runs: some.length, seconds: typical("seconds"), bytes: typical("bytes") }];
  });
}
