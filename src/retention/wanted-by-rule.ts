import type { Generation } from "./generation";
import { COUNTED, type Counted, type RetentionRule } from "./rule";
import { earlier, PERIODS, wallClock } from "./wall-clock";

/** A part of the rule that wants a generation. */
export type WantedBy = Counted | "within";

/**
 * Which parts of the rule want which generation, by restic's `forget` (internal/restic/snapshot_policy.go): each period keeps its
 * latest, and as long as a part has counts left, the oldest is kept for it too, so that the history reaches as far back as
 * it can. Ages are counted from the latest, not from today, so that backups that stopped let nothing go.
 *
 * What restic has no word for: a period without a whole archive keeps its latest incomplete one, which is not counted.
 *
 * @param newestFirst none of them in the future
 * @param timeZone IANA name; days, weeks, months and years are those of this zone
 */
export function wantedByRule(
  newestFirst: readonly Generation[],
  rule: RetentionRule,
  timeZone: string,
): Map<Generation, WantedBy[]> {
  const clock = wallClock(timeZone);
  const wanted = new Map<Generation, WantedBy[]>(newestFirst.map((generation) => [generation, []]));
  for (const part of COUNTED) {
    const periodOf = (generation: Generation) =>
      part === "last" ? generation.runId : PERIODS[part](clock(generation.at));
    for (const generation of ofPeriods(newestFirst, periodOf, rule[part] ?? 0)) wanted.get(generation)?.push(part);
  }
  const latest = newestFirst.find(({ isWhole }) => isWhole);
  if (rule.within && latest) {
    const since = earlier(clock(latest.at), rule.within);
    for (const [generation, by] of wanted) if (clock(generation.at) > since) by.push("within");
  }
  return wanted;
}

/** The one that stands for its period, for so many periods that have a whole one. */
function ofPeriods(
  newestFirst: readonly Generation[],
  periodOf: (one: Generation) => string,
  count: number,
): Generation[] {
  const chosen: Generation[] = [];
  let left = count;
  for (const period of inPeriods(newestFirst, periodOf)) {
    if (left === 0) return chosen;
    const whole = period.find(({ isWhole }) => isWhole);
    chosen.push(...((whole ?? period[0]) ? [whole ?? (period[0] as Generation)] : []));
    if (whole) left -= 1;
  }
  const oldest = newestFirst.findLast(({ isWhole }) => isWhole);
  if (left > 0 && oldest && !chosen.includes(oldest)) chosen.push(oldest);
  return chosen;
}

function inPeriods(newestFirst: readonly Generation[], periodOf: (one: Generation) => string): Generation[][] {
  const periods = new Map<string, Generation[]>();
  for (const generation of newestFirst) {
    const period = periodOf(generation);
    periods.set(period, [...(periods.get(period) ?? []), generation]);
  }
  return [...periods.values()];
}
