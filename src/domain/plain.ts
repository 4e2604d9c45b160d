import type { Problem, RunOutcome, TargetResult } from "./outcome";
import { type PlainError, errorOf, plainError } from "./plain-error";

interface PlainProblem extends Omit<Problem, "error"> {
  error: PlainError;
}

/** A result as plain data. */
export interface PlainResult extends Omit<TargetResult, "problems" | "accepted"> {
  problems: PlainProblem[];
  accepted: PlainProblem[];
}

/** An outcome as plain data, but for its dates, which structured clone keeps. */
export interface PlainOutcome extends Omit<RunOutcome, "problems" | "told" | "results"> {
  problems: PlainProblem[];
  told: PlainProblem[];
  results: PlainResult[];
}

export function plainResult(result: TargetResult): PlainResult {
  const { problems, accepted } = result;
  return { ...result, problems: problems.map(plainProblem), accepted: accepted.map(plainProblem) };
}

export function resultOf(result: PlainResult): TargetResult {
  const { problems, accepted } = result;
  return { ...result, problems: problems.map(problemOf), accepted: accepted.map(problemOf) };
}

export function plainOutcome(outcome: RunOutcome): PlainOutcome {
  const { problems, told, results } = outcome;
  return {
    ...outcome,
    ...{ problems: problems.map(plainProblem), told: told.map(plainProblem), results: results.map(plainResult) },
  };
}

export function outcomeOf(outcome: PlainOutcome): RunOutcome {
  const { problems, told, results } = outcome;
  return {
    ...outcome,
    ...{ problems: problems.map(problemOf), told: told.map(problemOf), results: results.map(resultOf) },
  };
}

function plainProblem({ error, ...where }: Problem): PlainProblem {
  return { ...where, error: plainError(error) };
}

function problemOf({ error, ...where }: PlainProblem): Problem {
  return { ...where, error: errorOf(error) };
}
