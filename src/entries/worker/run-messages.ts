import type { RunProgress } from "../../backup/run-progress";
import type { PlainOutcome } from "../../domain/plain";
import type { PlainError } from "../../domain/plain-error";
import type { Capabilities } from "../../workspace/capabilities";
import type { BrowserRunRequest } from "./run-request";

/** What the page tells the worker. */
export type ToWorker =
  /** What can be done here? `script` is the bundle that the Worker was made of. */
  | { kind: "look"; script: string }
  | { kind: "start"; request: BrowserRunRequest }
  | { kind: "cancel" }
  /** Whoever is alive answers at once. */
  | { kind: "are-you-there" }
  /** What became of a `deliver`; without an error it was handed to the browser. */
  | { kind: "delivered"; error?: PlainError }
  /** The other end leads to a Worker that copies; without a port, none can be had. */
  | { kind: "copier"; port?: MessagePort }
  /** That Worker will never answer again. */
  | { kind: "copier-broken"; reason: string };

/** What the worker tells the page. `ready` comes first: it proves that the page lets workers of ours run. */
export type FromWorker =
  | { kind: "ready" }
  /** Without capabilities the Worker is of no use. */
  | { kind: "looked"; capabilities?: Capabilities }
  | { kind: "here" }
  | { kind: "progress"; progress: RunProgress }
  | { kind: "copier-wanted" }
  | { kind: "deliver"; name: string; file: File }
  | { kind: "finished"; outcome: PlainOutcome }
  | { kind: "failed"; error: PlainError };

/** What the page tells a Worker that is to copy for another: answers go through the port. */
export interface ToCopyWorker {
  kind: "copy-for";
  port: MessagePort;
}
