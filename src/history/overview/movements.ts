import type { ToldResult, ToldRun } from "./told-run";
import { typicalOf } from "./typical";

/** What is compared with the past of a target. */
export const MEASURES = ["records", "attachments", "bytes"] as const;
export type Measure = (typeof MEASURES)[number];

/** A success in which a target was far from what it had been. */
export interface Movement {
  key: string;
  appName: string;
  measure: Measure;
  direction: "fell" | "grew";
  /** The middle of what it was. */
  before: number;
  now: number;
  run: ToldRun;
}

/** So many successes before are the past; with fewer than the least, nothing is said. */
const PAST = 20;
const LEAST_PAST = 5;

/** Nobody wants to hear of less than this. A target that lost everything is told of however little it had. */
const SMALLEST: Record<Measure, number> = { records: 10, attachments: 10, bytes: 1024 * 1024 };

/** So many times its usual spread, and this share of what it was: what moves a lot each day may go on doing so. */
const SPREADS = 6;
const SHARE = { fell: 0.3, grew: 0.5 } as const;

/**
 * Where targets moved far from their own past: mass deletion, sudden growth. Only successes are compared, as an incomplete
 * result says nothing about the app. A step that stays is told once, when it came.
 *
 * @param runs by ascending `$id`
 */
export function movementsOf(runs: readonly ToldRun[]): Movement[] {
  const pasts = new Map<string, ToldResult[]>();
  const moved = new Map<string, Movement["direction"]>();
  return runs.flatMap((run) =>
    run.results
      .filter(({ status }) => status === "success")
      .flatMap((result) => {
        const past = pasts.get(result.key) ?? [];
        const found = MEASURES.flatMap((measure) => {
          const movement = movementOf(result, past, measure, run);
          const name = `${measure} ${result.key}`;
          const isNews = movement !== undefined && moved.get(name) !== movement.direction;
          if (movement) moved.set(name, movement.direction);
          else moved.delete(name);
          return isNews ? [movement] : [];
        });
        pasts.set(result.key, past);
        past.push(result);
        if (past.length > PAST) past.shift();
        return found;
      }),
  );
}

function movementOf(
  result: ToldResult,
  past: readonly ToldResult[],
  measure: Measure,
  run: ToldRun,
): Movement | undefined {
  if (past.length < LEAST_PAST || isNear(result[measure], past, measure)) return undefined;
  const { median, spread } = typicalOf(past.map((earlier) => earlier[measure]));
  const now = result[measure];
  const direction = now < median ? "fell" : "grew";
  const distance = Math.abs(now - median);
  const isFar = distance >= SMALLEST[measure] && distance > Math.max(SPREADS * spread, SHARE[direction] * median);
  const lostEverything = now === 0 && median > 0 && spread < median;
  if (!isFar && !lostEverything) return undefined;
  return { key: result.key, appName: result.appName, measure, direction, before: Math.round(median), now, run };
}

/** Settles nearly all of what a long history asks, without sorting: wherever the middle is, it is not far from it. */
function isNear(now: number, past: readonly ToldResult[], measure: Measure): boolean {
  let [least, most] = [Infinity, 0];
  for (const { [measure]: before } of past) {
    least = Math.min(least, before);
    most = Math.max(most, before);
  }
  const farthest = Math.max(now - least, most - now);
  return now > 0 && (farthest < SMALLEST[measure] || farthest <= SHARE.fell * least);
}
