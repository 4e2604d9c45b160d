/** The whole run, off the page's main thread. See `desktop.ts` for how it gets there. */
import { toBackupError } from "../engine/errors";
import { runInBrowser } from "./browser-run";
import { type FromWorker, type ToWorker, postedError, postedOutcome } from "./worker-messages";

const tell = (message: FromWorker) => self.postMessage(message);
const cancelling = new AbortController();

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "cancel") {
    cancelling.abort();
    return;
  }
  runInBrowser(data.request, {
    report: (progress) => tell({ kind: "progress", progress }),
    handOver: (name, file) => tell({ kind: "deliver", name, file }),
    signal: cancelling.signal,
  }).then(
    (outcome) => tell({ kind: "finished", outcome: postedOutcome(outcome) }),
    (thrown: unknown) => tell({ kind: "failed", error: postedError(toBackupError(thrown)) }),
  );
});

tell({ kind: "ready" });
