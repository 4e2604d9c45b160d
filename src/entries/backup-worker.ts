/** The whole run, off the page's main thread. See `desktop.ts` for how it gets there. */
import { toBackupError } from "../engine/errors";
import type { Progress, ReportProgress } from "../engine/progress";
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
    report: atMostEvery(100, (progress) => tell({ kind: "progress", progress })),
    handOver: (name, file) => tell({ kind: "deliver", name, file }),
    signal: cancelling.signal,
  }).then(
    (outcome) => tell({ kind: "finished", outcome: postedOutcome(outcome) }),
    (thrown: unknown) => tell({ kind: "failed", error: postedError(toBackupError(thrown)) }),
  );
});

/** A run tells of every record; the page, which has better things to do, hears the latest, now and then. */
function atMostEvery(milliseconds: number, report: ReportProgress): ReportProgress {
  let latest: Progress | undefined;
  return (progress) => {
    if (!latest) {
      setTimeout(() => {
        if (latest) report(latest);
        latest = undefined;
      }, milliseconds);
    }
    latest = progress;
  };
}

tell({ kind: "ready" });
