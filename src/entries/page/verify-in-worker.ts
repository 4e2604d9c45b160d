import type { Volume } from "../../domain/outcome";
import type { ArchiveCheck, CheckWatcher } from "../../screens/verify/archive-check";
import { startBundleWorker } from "../worker/bundle-worker";
import { measureInBrowser, verifyInBrowser } from "../worker/verify-in-browser";
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
  return ask(worker, { kind: "verify", request }, watcher, (answer) =>
    answer.kind === "checked" ? answer.check : undefined,
  );
}

/** Measures files, in the same way. */
export async function measureInWorker(
  script: string,
  files: readonly File[],
  watcher: CheckWatcher,
): Promise<Volume[]> {
  const worker = await startBundleWorker(script);
  if (!worker) return measureInBrowser(files, watcher);
  return ask(worker, { kind: "measure", files }, watcher, (answer) =>
    answer.kind === "measured" ? answer.files : undefined,
  );
}

async function ask<Answer>(
  worker: Worker,
  question: ToVerifier,
  watcher: CheckWatcher,
  answerIn: (message: FromVerifier) => Answer | undefined,
): Promise<Answer> {
  try {
    return await converse(worker, question, watcher, answerIn);
  } finally {
    worker.terminate();
  }
}

function converse<Answer>(
  worker: Worker,
  question: ToVerifier,
  { report, signal }: CheckWatcher,
  answerIn: (message: FromVerifier) => Answer | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    });
    worker.addEventListener("message", ({ data }: MessageEvent<FromVerifier>) => {
      if (data.kind === "checking") report(data.progress);
      if (data.kind === "unchecked") reject(new Error(data.message));
      const answer = answerIn(data);
      if (answer) resolve(answer);
    });
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) return stop();
    worker.postMessage(question);
  });
}
