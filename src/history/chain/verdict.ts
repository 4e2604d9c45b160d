import type { RunReference } from "../runs/run-reference";

/**
 * Why a run does not fit:
 *
 * - `changed`: its facts do not give its digest, so facts or digest were changed;
 * - `missing`: the run that it follows is gone, or was changed together with its digest;
 * - `forked`: it follows a run that another one follows too;
 * - `inserted`: it follows no run that exists, and no run follows it, though there are later ones;
 * - `unchained`: it is finished and has no digest, although the chain had begun. Somebody added it or took the digest
 *   away, or the chain could not be read when it ended (then its operator was told that the history could not be written);
 * - `moved`: it follows a run whose record was made later and which had been written before this one began, so the contents of
 *   records were exchanged.
 *
 * One act may look like another; that something was done, and where, is certain.
 */
export type Misfit = "changed" | "missing" | "forked" | "inserted" | "unchained" | "moved";

export interface ChainBreak {
  kind: Misfit;
  run: RunReference;
}

export interface ChainVerdict {
  /**
   * The stretch that holds: from the first run of the chain to the last one before the first break, in the order of `$id`.
   * Absent when there is no chain, or its first run does not fit. `digest` is the chain digest of its last run: noted down
   * elsewhere, it proves all of them, as long as the history still has it.
   */
  holds: { from: RunReference; to: RunReference; runs: number; digest: string } | undefined;
  /** Runs that have a place in the chain, fitting or not. */
  chained: number;
  /** Finished runs from before the chain began: it proves nothing about them. */
  earlier: number;
  /** Runs that have not ended yet. */
  unfinished: number;
  /** Every run that does not fit, at most once, in the order of `$id`: the first is where to look first. */
  breaks: ChainBreak[];
  /**
   * Codes of fields that the user may not read in some run, or that somebody took out of the app. Unless it is empty, all
   * else in here means nothing: what cannot be read looks as if it had been changed.
   */
  hidden: string[];
}

/** What the check comes to. `nothing`: there is no chain that could break. */
export type ChainAnswer = "sound" | "broken" | "nothing" | "hidden";

export function answerOf({ hidden, breaks, chained }: ChainVerdict): ChainAnswer {
  if (hidden.length > 0) return "hidden";
  if (breaks.length > 0) return "broken";
  return chained > 0 ? "sound" : "nothing";
}
