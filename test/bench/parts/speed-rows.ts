import { median } from "../report/median";
import type { Row } from "../report/row";
import type { Target } from "../report/target";

const AGAINST_CLI: Target = { atLeast: 12 };
const AGAINST_LIMIT: Target = { atMost: 1.2 };
const LONGEST_TASK: Target = { below: 50 };

/** Who is how many times as slow as whom. Over six connections, the official client is no measure: it never has more than one. */
const COMPARISONS: ReadonlyArray<[first: string, second: string, target?: Target]> = [
  ["@kintone/cli", "ours in Node", AGAINST_CLI],
  ["ours in Node", "limit in Node", AGAINST_LIMIT],
  ["@kintone/cli", "ours in Chromium, HTTP/2", AGAINST_CLI],
  ["ours in Chromium, HTTP/2", "limit in Chromium, HTTP/2", AGAINST_LIMIT],
  ["@kintone/cli", "ours in Chromium, HTTP/1.1"],
  ["ours in Chromium, HTTP/1.1", "limit in Chromium, HTTP/1.1", AGAINST_LIMIT],
];

/** What a contestant's runs came to. */
export interface Runs {
  name: string;
  finishes: ReadonlyArray<{ seconds: number; longestTask?: number }>;
}

/** The lines that tell of the contestants: their times, who is how much faster, and what the page felt of it. */
export function speedRows(part: string, all: readonly Runs[]): Row[] {
  const contestants = all.filter(({ finishes }) => finishes.length > 0);
  const leftOut = all.filter(({ finishes }) => finishes.length === 0);
  const secondsOf = new Map(
    contestants.map(({ name, finishes }) => [name, median(finishes.map(({ seconds }) => seconds))]),
  );
  const times = contestants.map(({ name, finishes }): Row => ({
    part,
    what: name,
    measured: { value: secondsOf.get(name) ?? 0, unit: "s" },
    runs: finishes.length,
  }));
  const ratios = COMPARISONS.flatMap(([first, second, target]): Row[] => {
    const [one, other] = [secondsOf.get(first), secondsOf.get(second)];
    if (one === undefined || other === undefined) return [];
    return [{ part, what: `${first} / ${second}`, ratio: one / other, ...(target && { target }) }];
  });
  return [
    ...times,
    ...leftOut.map(({ name }): Row => ({ part, what: name, note: "left out for want of time" })),
    ...ratios,
    ...contestants.flatMap((runs) => longestTask(part, runs)),
  ];
}

function longestTask(part: string, { name, finishes }: Runs): Row[] {
  const tasks = finishes.flatMap((finish) => finish.longestTask ?? []);
  if (tasks.length === 0) return [];
  const value = Math.max(...tasks);
  return [
    {
      part,
      what: `longest task on the page, ${name}`,
      measured: { value, unit: "ms" },
      target: LONGEST_TASK,
      // A browser tells of no shorter ones.
      ...(value === 0 && { note: "none of 50 ms" }),
    },
  ];
}
