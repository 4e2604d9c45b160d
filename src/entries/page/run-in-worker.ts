import { BackupError, toBackupError } from "../../domain/errors";
import type { RunOutcome } from "../../domain/outcome";
import { outcomeOf } from "../../domain/plain";
import { errorOf, plainError } from "../../domain/plain-error";
import { type BrowserRunHost, runInBrowser } from "../worker/browser-run";
import { startBundleWorker } from "../worker/bundle-worker";
import type { FromWorker, ToWorker } from "../worker/run-messages";
import type { BrowserRunRequest } from "../worker/run-request";

/**
 * Runs the backup in a Worker, so that the page stays alive; where no Worker can be had, on the page itself, with the
 * same result.
 *
 * @param script URL of the plugin's second file
 */
export async function runInWorker(
  script: string,
  request: BrowserRunRequest,
  host: BrowserRunHost,
): Promise<RunOutcome> {
  const worker = await startBundleWorker(script);
  if (!worker) return runInBrowser(request, host);
  try {
    return await converse(worker, script, request, host);
  } finally {
    worker.terminate();
  }
}

function converse(
  worker: Worker,
  script: string,
  request: BrowserRunRequest,
  host: BrowserRunHost,
): Promise<RunOutcome> {
  const tell = (message: ToWorker) => worker.postMessage(message);
  return new Promise((resolve, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(new BackupError("UNEXPECTED", `The backup worker broke: ${event.message}`));
    });
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "progress") host.report(data.progress);
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
    tell({ kind: "start", request, script });
    if (host.signal.aborted) tell({ kind: "cancel" });
  });
}
