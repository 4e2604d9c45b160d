import { cancelled } from "./errors";

/** Waits, and rejects with `CANCELLED` as soon as the signal says so. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal ? cancelled(signal) : undefined);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/** Whoever sent the request need not wait as long as the others. */
export function unless<Result>(own: AbortSignal | undefined, waiting: Promise<Result>): Promise<Result> {
  if (!own) return waiting;
  return new Promise((resolve, reject) => {
    const stop = () => reject(cancelled(own));
    if (own.aborted) return stop();
    own.addEventListener("abort", stop, { once: true });
    waiting.then(resolve, reject).finally(() => own.removeEventListener("abort", stop));
  });
}
