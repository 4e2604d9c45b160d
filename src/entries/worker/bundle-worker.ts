import type { WorkerOrigin } from "../../probe/pages/place";

/** A page that forbids workers says so at once, or by never letting the worker say that it is ready. */
const READY_WITHIN_MS = 5_000;

/**
 * A Worker of the plugin's own bundle; nothing where none can be had. Whether kintone's pages allow Workers, and from
 * where plugin files are served, is UNCONFIRMED(worker-from-own-file, worker-from-blob, content-security-policy).
 *
 * @param script URL of the plugin's second file
 */
export async function startBundleWorker(script: string): Promise<Worker | undefined> {
  const worker = await startWorkerOf(script, "own-file");
  return worker ?? startWorkerOf(script, "blob");
}

export function startWorkerOf(script: string, origin: WorkerOrigin): Promise<Worker | undefined> {
  return startWorker(origin === "own-file" ? script : importing(script));
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
