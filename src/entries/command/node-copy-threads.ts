import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { type FromCopier, type StartThread, createAnsweringThread } from "../wiring/copy-thread";
import { createCopyThreads } from "../wiring/copy-threads";

/** The thread that asks has a processor's worth of work of its own; more than three wait for it. */
const threadsAtMost = () => Math.min(3, availableParallelism() - 1);

/** @param script the command's own bundle, which calls `copyRecordsForOthers` before anything else */
export const createNodeCopyThreads = (script: string) => createCopyThreads(startNodeThread(script), threadsAtMost());

const startNodeThread =
  (script: string): StartThread =>
  async ({ message, broken }) => {
    const worker = new Worker(script);
    worker.unref();
    worker.on("message", message);
    worker.on("error", (error: Error) => broken(error.message));
    worker.on("exit", (code) => broken(`it ended with ${code}`));
    return {
      post: (what, buffers) => worker.postMessage(what, buffers),
      awaited: (is) => (is ? worker.ref() : worker.unref()),
      async end() {
        await worker.terminate();
      },
    };
  };

/** Whether this is a thread that the command has started from its own bundle: then it copies, and does nothing else. */
export function copyRecordsForOthers(): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  const handle = createAnsweringThread((message: FromCopier, buffers) => port.postMessage(message, buffers));
  port.on("message", handle);
  return true;
}
