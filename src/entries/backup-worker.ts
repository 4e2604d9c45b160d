/** The whole run, off the page's main thread. See `desktop.ts` for how it gets there. */
import { cancelledByUser, toBackupError } from "../engine/errors";
import type { RunOutcome } from "../engine/outcome";
import { type PlainError, errorOf, plainError, plainOutcome } from "../engine/plain";
import type { Progress, ReportProgress } from "../engine/progress/progress";
import { createBrowserCopyThreads } from "./browser-copy-threads";
import { type BrowserRunRequest, runInBrowser } from "./browser-run";
import type { FromWorker, ToWorker } from "./worker-messages";

const tell = (message: FromWorker) => self.postMessage(message);
const cancelling = new AbortController();
/** Settles the delivery that is under way: one at a time, as the engine delivers. */
let settleDelivery: (error?: PlainError) => void = () => undefined;

function run(request: BrowserRunRequest, script: string): Promise<RunOutcome> {
  const { copyAnswer, end } = createBrowserCopyThreads(script);
  return runInBrowser(request, {
    copyAnswer,
    report: atMostEvery(100, (progress) => tell({ kind: "progress", progress })),
    handOver: (name, file) =>
      new Promise((resolve, reject) => {
        settleDelivery = (error) => (error ? reject(errorOf(error)) : resolve());
        tell({ kind: "deliver", name, file });
      }),
    signal: cancelling.signal,
  }).finally(end);
}

/** From now on this Worker runs the backup that it is sent. The last thing to call, as it tells the page that the Worker is ready. */
export function awaitRun(): void {
  self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === "cancel") cancelling.abort(cancelledByUser());
    if (data.kind === "delivered") settleDelivery(data.error);
    if (data.kind === "start") {
      run(data.request, data.script).then(
        (outcome) => tell({ kind: "finished", outcome: plainOutcome(outcome) }),
        (thrown: unknown) => tell({ kind: "failed", error: plainError(toBackupError(thrown)) }),
      );
    }
  });
  tell({ kind: "ready" });
}

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
