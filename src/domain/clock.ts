/** The time, from outside: the engine has no clock of its own, so that tests decide what time it is. */
export interface Clock {
  now(): Date;
  /**
   * Seconds since some moment, of a clock that nobody sets, for how long something took. It may stand still while the machine sleeps: then
   * nothing was done either. Where there is none, `now` has to do.
   */
  seconds?(): number;
}

/** Whole and fractional seconds between two moments. */
export function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}

/** Begins to count. What it gives tells the seconds since then. */
export function stopwatch(clock: Clock): () => number {
  const read = () => clock.seconds?.() ?? clock.now().getTime() / 1000;
  const began = read();
  return () => read() - began;
}
