import process from "node:process";

/**
 * How many generated apps, and which. `KBM_RUNS=500` looks further; `KBM_SEED=<seed>` repeats what failed. Titles of tests
 * show the seed.
 */
export const seed = Number(process.env.KBM_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** For `fc.assert`. */
export function parameters(standardRuns: number): { numRuns: number; seed: number } {
  return { numRuns: Number(process.env.KBM_RUNS ?? standardRuns), seed };
}
