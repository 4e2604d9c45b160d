import type { ChainAnswer, Misfit } from "../../../history/chain/verdict";

/** The texts of the check over the whole history, on the screen and in the terminal. */
export interface ChainMessages {
  title: string;
  reading: string;
  read: (runs: number) => string;
  failed: string;
  /** What came of it, in a sentence. */
  answer: Record<ChainAnswer, (facts: { breaks: number; hidden: readonly string[] }) => string>;
  /** Heading of the stretch that holds. */
  holds: (runs: number) => string;
  /** A run, by when it began and its id. */
  run: (startedAt: string | undefined, runId: string) => string;
  restore: (startedAt: string | undefined, restoreId: string) => string;
  drill: (startedAt: string | undefined, drillId: string) => string;
  disposal: (startedAt: string | undefined, disposalId: string) => string;
  earlier: (runs: number) => string;
  unfinished: (runs: number) => string;
  breaks: (runs: number) => string;
  first: string;
  more: (runs: number) => string;
  /** What was found, what it may mean, and what to do. */
  misfit: Record<Misfit, string>;
  lastDigest: string;
  /** What the check cannot find. */
  limits: string;
}
