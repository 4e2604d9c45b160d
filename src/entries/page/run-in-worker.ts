import { BackupError, toBackupError } from "../../domain/errors";
import type { RunOutcome } from "../../domain/outcome";
import { outcomeOf } from "../../domain/plain";
import { errorOf, plainError } from "../../domain/plain-error";
import type { BrowserRunHost } from "../worker/browser-run";
import type { FromWorker, ToWorker } from "../worker/run-messages";
import type { BrowserRunRequest } from "../worker/run-request";
import { type CopyingWorker, startCopyingWorker } from "./copying-worker";
import { watchOver } from "./watchdog";

/**
 * Runs the backup in a Worker, which does nothing else and has ended when this settles. Rejects with `RUN_SILENT` when the Worker gives no
 * sign of life any more: then nobody has written the end of the run down.
 *
 * @param script URL of the plugin's second file
 */
export async function runInWorker(
  worker: Worker,
  script: string,
  request: BrowserRunRequest,
  host: BrowserRunHost,
): Promise<RunOutcome> {
  const over = new AbortController();
  try {
    return await converse(worker, script, request, host, over.signal);
  } finally {
    worker.terminate();
    over.abort();
  }
}

function converse(
  worker: Worker,
  script: string,
  request: BrowserRunRequest,
  host: BrowserRunHost,
  over: AbortSignal,
): Promise<RunOutcome> {
  const tell = (message: ToWorker, transferred: Transferable[] = []) => worker.postMessage(message, transferred);
  const hand = (copier: CopyingWorker | undefined) => {
    if (!copier) return tell({ kind: "copier" });
    if (over.aborted) return copier.end();
    over.addEventListener("abort", copier.end);
    tell({ kind: "copier", port: copier.port }, [copier.port]);
  };
  return new Promise((resolve, reject) => {
    const { heard, stop } = watchOver({
      ask: () => tell({ kind: "are-you-there" }),
      onSilence: () => reject(new BackupError("RUN_SILENT", "The backup worker gives no sign of life")),
      signal: host.signal,
    });
    over.addEventListener("abort", stop);
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(new BackupError("UNEXPECTED", `The backup worker broke: ${event.message}`));
    });
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      heard();
      if (data.kind === "progress") host.report(data.progress);
      if (data.kind === "copier-wanted") {
        void startCopyingWorker(script, (reason) => tell({ kind: "copier-broken", reason })).then(hand);
      }
      if (data.kind === "deliver") {
        host.handOver(data.name, data.file).then(
          () => tell({ kind: "delivered" }),
          (thrown: unknown) => tell({ kind: "delivered", error: plainError(toBackupError(thrown)) }),
        );
      }
      if (data.kind === "finished") resolve(outcomeOf(data.outcome));
      if (data.kind === "failed") reject(errorOf(data.error));
    });
    host.signal.addEventListener("abort", () => tell({ kind: "cancel" }), { once: true });
    tell({ kind: "start", request });
    if (host.signal.aborted) tell({ kind: "cancel" });
  });
}
