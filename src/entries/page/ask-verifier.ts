import type { FromVerifier, ToVerifier } from "../worker/verify-messages";

/**
 * Asks a Worker that verifies, and ends it with the answer. Rejects with the signal's reason, and when the files cannot be read.
 *
 * @param heard told of every message; what it returns is the answer
 */
export async function askVerifier<Answer>(
  worker: Worker,
  question: ToVerifier,
  signal: AbortSignal,
  heard: (message: FromVerifier) => Answer | undefined,
): Promise<Answer> {
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      });
      worker.addEventListener("message", ({ data }: MessageEvent<FromVerifier>) => {
        if (data.kind === "unchecked") reject(new Error(data.message));
        const answer = heard(data);
        if (answer) resolve(answer);
      });
      const stop = () => reject(signal.reason as Error);
      signal.addEventListener("abort", stop, { once: true });
      if (signal.aborted) return stop();
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
  }
}
