import { BackupError, toBackupError } from "../engine/errors";
import type { RunOutcome } from "../engine/outcome";
import { type BrowserRunHost, type BrowserRunRequest, runInBrowser } from "./browser-run";
import { type FromWorker, type ToWorker, postedError, receivedError, receivedOutcome } from "./worker-messages";

/** A page that forbids workers says so at once, or by never letting the worker say that it is ready. */
const READY_WITHIN_MS = 5_000;

/**
 * Runs the backup in a Worker, so that the page stays alive; where no Worker can be had, on the page itself, with the
 * same result. Whether kintone's pages allow Workers, and from where plugin files are served, is unconfirmed.
 *
 * @param script URL of the plugin's desktop bundle
 */
export async function runInWorker(
  script: string,
  request: BrowserRunRequest,
  host: BrowserRunHost,
): Promise<RunOutcome> {
  const worker = (await startWorker(script)) ?? (await startWorker(importing(script)));
  if (!worker) return runInBrowser(request, host);
  try {
    return await converse(worker, request, host);
  } finally {
    worker.terminate();
  }
}

/** A Worker of the page's own origin that loads the bundle from wherever it is: a Worker itself must be same-origin. */
function importing(script: string): string {
  return URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(script)})`], { type: "text/javascript" }));
}

/** Resolves when the worker says that it is ready, or to nothing. */
function startWorker(url: string): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(url);
    } catch {
      resolve(undefined);
      return;
    }
    const settle = (ready: boolean) => {
      clearTimeout(timer);
      worker.removeEventListener("error", onError);
      if (!ready) worker.terminate();
      URL.revokeObjectURL(url);
      resolve(ready ? worker : undefined);
    };
    const onError = () => settle(false);
    const timer = setTimeout(onError, READY_WITHIN_MS);
    worker.addEventListener("error", onError);
    worker.addEventListener("message", () => settle(true), { once: true });
  });
}

function converse(worker: Worker, request: BrowserRunRequest, host: BrowserRunHost): Promise<RunOutcome> {
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
          (thrown: unknown) => tell({ kind: "delivered", error: postedError(toBackupError(thrown)) }),
        );
      }
      if (data.kind === "finished") resolve(receivedOutcome(data.outcome));
      if (data.kind === "failed") reject(receivedError(data.error));
    });
    host.signal.addEventListener("abort", () => tell({ kind: "cancel" }), { once: true });
    tell({ kind: "start", request });
    if (host.signal.aborted) tell({ kind: "cancel" });
  });
}
