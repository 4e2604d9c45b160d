/**
 * Works of which so many are under way at a time; the others wait, and begin in the order in which they came. What p-queue has beside that, no run needs, and every page of
 * the plugin would load it.
 */
export interface Queue {
  /** The most that may be under way; heeded when a work ends, or comes. */
  concurrency: number;
  /** How many are under way. */
  readonly pending: number;
  /** Rejects with the signal's reason as soon as it is aborted: what waits is never begun, what was begun is not waited for. */
  add<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

export function createQueue(concurrency: number): Queue {
  const waiting = new Set<() => Promise<void>>();
  let pending = 0;

  function begin(): void {
    for (const next of waiting) {
      if (pending >= queue.concurrency) return;
      waiting.delete(next);
      void next();
    }
  }

  const queue: Queue = {
    concurrency,
    get pending() {
      return pending;
    },
    add(work, signal) {
      return new Promise((resolve, reject) => {
        let leave = () => {
          waiting.delete(start);
        };
        const abort = () => {
          reject(signal?.reason);
          leave();
        };
        async function start() {
          pending += 1;
          leave = () => {
            leave = () => undefined;
            signal?.removeEventListener("abort", abort);
            pending -= 1;
            begin();
          };
          try {
            resolve(await work());
          } catch (thrown) {
            reject(thrown);
          } finally {
            leave();
          }
        }
        if (signal?.aborted) return abort();
        signal?.addEventListener("abort", abort, { once: true });
        waiting.add(start);
        begin();
      });
    },
  };
  return queue;
}
