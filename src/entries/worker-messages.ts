import { BackupError, type ErrorCode, type ErrorFacts, type KintoneAnswer } from "../engine/errors";
import type { Problem, RunOutcome, TargetResult } from "../engine/outcome";
import type { Progress } from "../engine/progress/progress";
import type { BrowserRunRequest } from "./browser-run";

/** What the page tells the worker. */
export type ToWorker =
  | { kind: "start"; request: BrowserRunRequest }
  | { kind: "cancel" }
  /** What became of a `deliver`; without an error it was handed to the browser. */
  | { kind: "delivered"; error?: PostedError };

/** What the worker tells the page. `ready` comes first: it proves that the page lets workers of ours run. */
export type FromWorker =
  | { kind: "ready" }
  | { kind: "progress"; progress: Progress }
  | { kind: "deliver"; name: string; file: File }
  | { kind: "finished"; outcome: PostedOutcome }
  | { kind: "failed"; error: PostedError };

/** An error as it crosses: structured clone keeps an Error's message and nothing else that we need. */
export interface PostedError {
  code: ErrorCode;
  message: string;
  facts: ErrorFacts;
  answer?: KintoneAnswer;
}

type PostedProblem = Omit<Problem, "error"> & { error: PostedError };
type PostedResult = Omit<TargetResult, "problems"> & { problems: PostedProblem[] };
export type PostedOutcome = Omit<RunOutcome, "problems" | "results"> & {
  problems: PostedProblem[];
  results: PostedResult[];
};

export function postedError({ code, message, facts, answer }: BackupError): PostedError {
  return { code, message, facts, ...(answer && { answer }) };
}

export function receivedError({ code, message, ...known }: PostedError): BackupError {
  return new BackupError(code, message, known);
}

export function postedOutcome(outcome: RunOutcome): PostedOutcome {
  const problems = (list: Problem[]) => list.map(({ step, error }) => ({ step, error: postedError(error) }));
  return {
    ...outcome,
    problems: problems(outcome.problems),
    results: outcome.results.map((result) => ({ ...result, problems: problems(result.problems) })),
  };
}

export function receivedOutcome(outcome: PostedOutcome): RunOutcome {
  const problems = (list: PostedProblem[]) => list.map(({ step, error }) => ({ step, error: receivedError(error) }));
  return {
    ...outcome,
    problems: problems(outcome.problems),
    results: outcome.results.map((result) => ({ ...result, problems: problems(result.problems) })),
  };
}
