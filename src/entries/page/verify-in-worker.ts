import type { ArchiveCheck } from "../../screens/verify/archive-check";
import type { CheckWatcher } from "../../screens/verify/verify-section";
import { startBundleWorker } from "../worker/bundle-worker";
import { verifyInBrowser } from "../worker/verify-in-browser";
import type { FromVerifier, ToVerifier, VerifyRequest } from "../worker/verify-messages";

/**
 * Checks files in a Worker, so that the page stays alive; where no Worker can be had, on the page itself.
 *
 * @param script URL of the plugin's second file
 */
export async function verifyInWorker(
  script: string,
  request: VerifyRequest,
  watcher: CheckWatcher,
): Promise<ArchiveCheck> {
  const worker = await startBundleWorker(script);
  if (!worker) return verifyInBrowser(request, watcher);
  try {
    return await converse(worker, request, watcher);
  } finally {
    worker.terminate();
  }
}

function converse(worker: Worker, request: VerifyRequest, { report, signal }: CheckWatcher): Promise<ArchiveCheck> {
  return new Promise((resolve, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    });
    worker.addEventListener("message", ({ data }: MessageEvent<FromVerifier>) => {
      if (data.kind === "checking") report(data.progress);
      if (data.kind === "checked") resolve(data.check);
      if (data.kind === "unchecked") reject(new Error(data.message));
    });
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) return stop();
    worker.postMessage({ kind: "verify", request } satisfies ToVerifier);
  });
}
