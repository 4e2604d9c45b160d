import { type FromCopier, type ToCopier, createAnsweringThread } from "../wiring/copy-thread";
import { type CopyThreads, createCopyThreads } from "../wiring/copy-threads";
import type { ToCopyWorker } from "./run-messages";

/** Another would wait for the run's own Worker most of the time, which takes as long for packing as one takes for copying. */
const THREADS = 1;

/** Resolves to nothing where no Worker can be had; calls back when it breaks. */
export type FindCopier = (broken: (reason: string) => void) => Promise<MessagePort | undefined>;

/**
 * Copies in a Worker that the page starts, beside the one of the run: a Worker of Firefox freezes for ever when it starts another, or
 * hears from one that it started, while it writes through a synchronous handle (seen in Firefox 153, once in 44 runs).
 */
export function createBrowserCopyThreads(find: FindCopier): CopyThreads {
  return createCopyThreads(async ({ message, broken }) => {
    const port = await find(broken);
    if (!port) return undefined;
    port.onmessage = ({ data }: MessageEvent<FromCopier>) => message(data);
    return {
      post: (what, buffers) => port.postMessage(what, buffers),
      awaited: () => undefined,
      end: () => port.close(),
    };
  }, THREADS);
}

/** From now on this Worker copies the records that it is sent through the port that it is given. */
export function awaitCopying(): void {
  self.addEventListener("message", ({ data }: MessageEvent<ToCopyWorker | { kind: "start" }>) => {
    if (data.kind !== "copy-for") return;
    const { port } = data;
    const handle = createAnsweringThread((message: FromCopier, buffers) => port.postMessage(message, buffers));
    port.onmessage = (order: MessageEvent<ToCopier>) => handle(order.data);
  });
}
