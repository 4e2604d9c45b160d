import type { AcceptedGap } from "../../domain/accepted-gap";

const BETWEEN = " | ";

/** As a target's record and a run's record keep them: one per line, for people to read. The reason comes last, as it may hold anything. */
export function acceptanceLines(gaps: readonly AcceptedGap[]): string {
  return gaps.map(({ gap, by, at, reason }) => [gap, by, at, reason.replace(/\s+/gu, " ")].join(BETWEEN)).join("\n");
}

/** What is no such line accepts nothing. */
export function acceptancesIn(text: string): AcceptedGap[] {
  return text.split("\n").flatMap((line) => {
    const [gap, by, at, ...reason] = line.trim().split(BETWEEN);
    if (!gap || !by || !at || reason.length === 0) return [];
    return [{ gap, by, at, reason: reason.join(BETWEEN) }];
  });
}
