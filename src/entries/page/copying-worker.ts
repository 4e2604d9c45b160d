import { startBundleWorker } from "../worker/bundle-worker";
import type { ToCopyWorker } from "../worker/run-messages";

/** A Worker that copies for another one, which holds the port. */
export interface CopyingWorker {
  port: MessagePort;
  end(): void;
}

/**
 * Started by the page, as `browser-copy-threads.ts` says why. Resolves to nothing where none can be had.
 *
 * @param script URL of the plugin's second file
 */
export async function startCopyingWorker(
  script: string,
  broken: (reason: string) => void,
): Promise<CopyingWorker | undefined> {
  const worker = await startBundleWorker(script);
  if (!worker) return undefined;
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    broken(event.message);
  });
  const { port1: port, port2 } = new MessageChannel();
  worker.postMessage({ kind: "copy-for", port: port2 } satisfies ToCopyWorker, [port2]);
  return { port, end: () => worker.terminate() };
}
