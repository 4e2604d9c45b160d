import type { Generation } from "./generation";
import { type RetentionRule, wantsSomething } from "./rule";
import { type WantedBy, wantedByRule } from "./wanted-by-rule";

/**
 * Why a generation stays, whatever the rule says. `last-success`: it is the one that people will want when something breaks;
 * `newest`: the next run takes over from it; `since-success`: nothing whole was made since; `future`: a clock was wrong.
 */
export type Guard = "last-success" | "newest" | "since-success" | "held" | "locked" | "unknown" | "future";

export interface Fate<G extends Generation = Generation> {
  generation: G;
  /** Parts of the rule that want it. */
  wantedBy: readonly WantedBy[];
  guards: readonly Guard[];
}

/** Why nothing goes. `no-rule`: there is none, or it wants nothing; `no-success`: there is nothing whole to fall back on; `newest-incomplete`: the last run was no success. */
export type WhyNothing = "no-rule" | "no-success" | "newest-incomplete";

export interface Decision<G extends Generation = Generation> {
  /** The newest first. */
  fates: ReadonlyArray<Fate<G>>;
  /** Absent when the rule decides. */
  nothingGoes?: WhyNothing;
}

/** Whether it goes by this decision. */
export function goes(decision: Decision, { wantedBy, guards }: Fate): boolean {
  return decision.nothingGoes === undefined && wantedBy.length === 0 && guards.length === 0;
}

/**
 * What becomes of the generations of one place. Everything that this lets go was wanted by no part of the rule and guarded by
 * nothing; the last success never goes, and nothing does as long as the newest run was none.
 *
 * @param now what the machine's clock says: generations after that neither count nor go
 * @param timeZone IANA name
 */
export function decide<G extends Generation>(
  generations: readonly G[],
  rule: RetentionRule,
  { now, timeZone }: { now: Date; timeZone: string },
): Decision<G> {
  const newestFirst = [...generations].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.runId < b.runId ? 1 : -1));
  const past = newestFirst.filter(({ at }) => at <= now);
  const lastSuccess = past.find(({ isWhole }) => isWhole);
  const wanted = wantedByRule(past, rule, timeZone);
  const fates = newestFirst.map((generation): Fate<G> => {
    const guards = guardsOf(generation, { now, newest: past[0], lastSuccess });
    return { generation, wantedBy: wanted.get(generation) ?? [], guards };
  });
  const nothingGoes = whyNothing(rule, past[0], lastSuccess);
  return { fates, ...(nothingGoes && { nothingGoes }) };
}

function whyNothing(
  rule: RetentionRule,
  newest: Generation | undefined,
  lastSuccess: Generation | undefined,
): WhyNothing | undefined {
  if (!wantsSomething(rule)) return "no-rule";
  if (!lastSuccess) return "no-success";
  return newest === lastSuccess ? undefined : "newest-incomplete";
}

interface Marks {
  now: Date;
  newest: Generation | undefined;
  lastSuccess: Generation | undefined;
}

function guardsOf(generation: Generation, { now, newest, lastSuccess }: Marks): Guard[] {
  const { at, held, lockedUntil, isKnown } = generation;
  const guards: Array<[Guard, boolean]> = [
    ["last-success", generation === lastSuccess],
    ["newest", generation === newest],
    ["since-success", at <= now && (!lastSuccess || at > lastSuccess.at)],
    ["held", held !== undefined],
    ["locked", lockedUntil !== undefined && lockedUntil > now],
    ["unknown", !isKnown],
    ["future", at > now],
  ];
  return guards.filter(([, applies]) => applies).map(([guard]) => guard);
}
