import workerSource from "../../dist/worker/backup-worker.js";
import { BackupError } from "../engine/errors";
import type { RunOutcome } from "../engine/outcome";
import { type BrowserRunHost, type BrowserRunRequest, runInBrowser } from "./browser-run";
import { type FromWorker, type ToWorker, receivedError, receivedOutcome } from "./worker-messages";

/** A page that forbids workers says so at once, or by never letting the worker say that it is ready. */
const READY_WITHIN_MS = 5_000;

/**
 * Runs the backup in a Worker, so that the page stays alive; where the page forbids Workers from `blob:` URLs (a
 * Content-Security-Policy can; whether kintone's does is unconfirmed), on the page itself, with the same result.
 */
export async function runInWorker(request: BrowserRunRequest, host: BrowserRunHost): Promise<RunOutcome> {
  const worker = await startWorker();
  if (!worker) return runInBrowser(request, host);
  try {
    return await converse(worker, request, host);
  } finally {
    worker.terminate();
  }
}

function startWorker(): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
    const settle = (worker?: Worker) => {
      URL.revokeObjectURL(url);
      resolve(worker);
    };
    try {
      const worker = new Worker(url);
      const giveUp = () => {
        worker.terminate();
        settle();
      };
      const timer = setTimeout(giveUp, READY_WITHIN_MS);
      worker.addEventListener("error", giveUp, { once: true });
      worker.addEventListener(
        "message",
        () => {
          clearTimeout(timer);
          worker.removeEventListener("error", giveUp);
          settle(worker);
        },
        { once: true },
      );
    } catch {
      settle();
    }
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
      if (data.kind === "deliver") host.handOver(data.name, data.file);
      if (data.kind === "finished") resolve(receivedOutcome(data.outcome));
      if (data.kind === "failed") reject(receivedError(data.error));
    });
    host.signal.addEventListener("abort", () => tell({ kind: "cancel" }), { once: true });
    tell({ kind: "start", request });
  });
}
