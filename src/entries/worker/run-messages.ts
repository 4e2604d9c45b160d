import type { RunProgress } from "../../backup/run-progress";
import type { PlainOutcome } from "../../domain/plain";
import type { PlainError } from "../../domain/plain-error";
import type { BrowserRunRequest } from "./run-request";

/** What the page tells the worker. */
export type ToWorker =
  /** `script` is the bundle that the Worker was made of, from which it may start others. */
  | { kind: "start"; request: BrowserRunRequest; script: string }
  | { kind: "cancel" }
  /** What became of a `deliver`; without an error it was handed to the browser. */
  | { kind: "delivered"; error?: PlainError };

/** What the worker tells the page. `ready` comes first: it proves that the page lets workers of ours run. */
export type FromWorker =
  | { kind: "ready" }
  | { kind: "progress"; progress: RunProgress }
  | { kind: "deliver"; name: string; file: File }
  | { kind: "finished"; outcome: PlainOutcome }
  | { kind: "failed"; error: PlainError };
