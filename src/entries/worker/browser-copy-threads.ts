import { type FromCopier, type ToCopier, createAnsweringThread } from "../wiring/copy-thread";
import { createCopyThreads } from "../wiring/copy-threads";
import { startBundleWorker } from "./bundle-worker";

/** Another would wait for the run's own Worker most of the time, which takes as long for packing as one takes for copying. */
const THREADS = 1;

/** @param script URL of the plugin's second file */
export const createBrowserCopyThreads = (script: string) =>
  createCopyThreads(async ({ message, broken }) => {
    const worker = await startBundleWorker(script);
    if (!worker) return undefined;
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      broken(event.message);
    });
    worker.addEventListener("message", ({ data }: MessageEvent<FromCopier>) => message(data));
    return {
      post: (what, buffers) => worker.postMessage(what, buffers),
      awaited: () => undefined,
      end: () => worker.terminate(),
    };
  }, THREADS);

/** From now on this Worker copies the records that it is sent. */
export function awaitCopying(): void {
  const handle = createAnsweringThread((message: FromCopier, buffers) =>
    self.postMessage(message, { transfer: buffers }),
  );
  self.addEventListener("message", ({ data }: MessageEvent<ToCopier>) => handle(data));
}
