import type { RunProgress } from "../../backup/run-progress";
import type { BackupError } from "../../domain/errors";
import type { RunOutcome } from "../../domain/outcome";
import type { Question } from "./run-question";

/** What is known besides the outcome itself. */
export interface RunAftermath {
  /** The run's record in the history, or why it could not be written whole. */
  history: { url: string } | { error: BackupError };
  /** How long the zips stay in this browser when nobody shows that they are saved. */
  until?: Date;
}

/** What the dialog shows. */
export type RunState =
  /** Before the run: it may be left undone. */
  | { kind: "asking"; question: Question<unknown> }
  | { kind: "running"; cancelling: boolean; progress: RunProgress | undefined }
  | { kind: "finished"; outcome: RunOutcome; aftermath: RunAftermath }
  | { kind: "failed"; error: BackupError };

export type RunChange =
  | { kind: "ask"; question: Question<unknown> }
  | { kind: "go-on" }
  | { kind: "progress"; progress: RunProgress }
  | { kind: "cancel" }
  | { kind: "finished"; outcome: RunOutcome; aftermath: RunAftermath }
  | { kind: "failed"; error: BackupError };

export const STARTED: RunState = { kind: "running", cancelling: false, progress: undefined };

/** An ended run stays as it ended: a late report from a worker changes nothing. */
export function changedRun(state: RunState, change: RunChange): RunState {
  if (state.kind === "asking" && change.kind === "go-on") return STARTED;
  if (state.kind !== "running") return state;
  switch (change.kind) {
    case "ask":
      return { kind: "asking", question: change.question };
    case "go-on":
      return state;
    case "progress":
      return { ...state, progress: change.progress };
    case "cancel":
      return { ...state, cancelling: true };
    default:
      return change;
  }
}

/**
 * The share of the present phase that is done, from 0 to 1: of records while reading, of bytes afterwards. Undefined when the
 * whole is not known: then no share is shown, as any would be invented.
 */
export function shareDone({ phase, records, bytes }: RunProgress): number | undefined {
  if (phase === "starting" || phase === "recording") return undefined;
  const { done, total } = phase === "reading" ? records : bytes;
  if (!total || done > total) return undefined;
  return done / total;
}
