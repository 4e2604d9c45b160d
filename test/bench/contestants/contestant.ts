import type { BenchApp } from "../kintone/catalogue";

/** What a run came to. */
export interface Finish {
  seconds: number;
}

/** Somebody who can do the work of a set. */
export interface Contestant {
  name: string;
  /** @throws when anything is missing from what was to be done: such a run has no time */
  run(apps: readonly BenchApp[]): Promise<Finish>;
}
