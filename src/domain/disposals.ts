import type { Confirmation, DisposalOutcome, DisposalStart, Hold } from "./disposal-outcome";

/** What the history knows of generations that were held, and of rules that were confirmed. */
export interface KnownDisposals {
  /** By the run's id: why it is held. */
  holds: ReadonlyMap<string, string>;
  /** The latest of each place. */
  confirmations: ReadonlyMap<string, Pick<Confirmation, "rule" | "previewDigest"> & { by: string; at: Date }>;
  /** Ids of runs by place, of which nothing is left there, or of which something was removed. */
  disposed: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * What becomes of generations, as it is remembered: in the same chain as runs, restores and drills. Rejects as `History` does. One
 * contract (`test/contracts/disposals.ts`).
 */
export interface Disposals {
  known(): Promise<KnownDisposals>;
  /** Leaves it as a link of the chain. Takes no lock: nothing is removed by it. Resolves to the `$id` of its record. */
  confirm(confirmation: Confirmation): Promise<string>;
  /** Likewise. */
  hold(hold: Hold): Promise<string>;
  /** Writes down what is going to be removed, and takes the lock of runs, before anything is. */
  begin(start: DisposalStart): Promise<void>;
  /** Tells that it is alive. */
  report(): Promise<void>;
  /** Writes what was removed, and gives the lock back. Resolves to the `$id` of the record. */
  finish(outcome: DisposalOutcome): Promise<string>;
}
