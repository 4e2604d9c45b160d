/** The time, from outside: the engine has no clock of its own, so that tests decide what time it is. */
export interface Clock {
  now(): Date;
}

/** Whole and fractional seconds between two moments. */
export function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
