/** Once in a quick bench. */
interface Turns {
  most: number;
  /** Who has taken so long does not get another turn: what takes minutes hardly differs from run to run. */
  enoughSeconds: number;
}

export const turnsFor = (quick: boolean): Turns =>
  quick ? { most: 1, enoughSeconds: 0 } : { most: 3, enoughSeconds: 60 };

/**
 * Lets each run in turn, so that what slows the machine down for a while slows all of them, until `isLate`. Resolves to the
 * finishes of each.
 */
export async function inTurns<Finish extends { seconds: number }>(
  runners: ReadonlyArray<() => Promise<Finish>>,
  { most, enoughSeconds }: Turns,
  isLate: () => boolean,
): Promise<Finish[][]> {
  const finishes: Finish[][] = runners.map(() => []);
  for (let turn = 0; turn < most; turn += 1) {
    for (const [index, runner] of runners.entries()) {
      const earlier = finishes[index] ?? [];
      const spent = earlier.reduce((sum, { seconds }) => sum + seconds, 0);
      if (isLate()) return finishes;
      if (turn === 0 || spent < enoughSeconds) earlier.push(await runner());
    }
  }
  return finishes;
}
