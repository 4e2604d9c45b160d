/** The whole run, off the page's main thread. See `page/on-demand.ts` for how it gets there. */
import type { ReportRunProgress, RunProgress } from "../../backup/run-progress";
import { cancelledByUser, toBackupError } from "../../domain/errors";
import type { RunOutcome } from "../../domain/outcome";
import { plainOutcome } from "../../domain/plain";
import { type PlainError, errorOf, plainError } from "../../domain/plain-error";
import { lookAtCapabilities } from "../../workspace/capabilities";
import { createBrowserCopyThreads } from "./browser-copy-threads";
import { runInBrowser } from "./browser-run";
import { mayConnect } from "./connection-policy";
import type { FromWorker, ToWorker } from "./run-messages";
import type { BrowserRunRequest } from "./run-request";

const tell = (message: FromWorker) => self.postMessage(message);
const cancelling = new AbortController();
/** Settles the delivery that is under way: one at a time, as the engine delivers. */
let settleDelivery: (error?: PlainError) => void = () => undefined;
let settleCopier: (port?: MessagePort) => void = () => undefined;
let copierBroke: (reason: string) => void = () => undefined;

function run(request: BrowserRunRequest): Promise<RunOutcome> {
  const { copyAnswer, end } = createBrowserCopyThreads(
    (broken) =>
      new Promise((resolve) => {
        [settleCopier, copierBroke] = [resolve, broken];
        tell({ kind: "copier-wanted" });
      }),
  );
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

async function look(script: string): Promise<FromWorker> {
  return { kind: "looked", ...((await mayConnect(script)) && { capabilities: await lookAtCapabilities() }) };
}

/** From now on this Worker runs the backup that it is sent. The last thing to call, as it tells the page that the Worker is ready. */
export function awaitRun(): void {
  self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === "cancel") cancelling.abort(cancelledByUser());
    if (data.kind === "are-you-there") tell({ kind: "here" });
    if (data.kind === "delivered") settleDelivery(data.error);
    if (data.kind === "copier") settleCopier(data.port);
    if (data.kind === "copier-broken") copierBroke(data.reason);
    if (data.kind === "look") void look(data.script).then(tell);
    if (data.kind === "start") {
      run(data.request).then(
        (outcome) => tell({ kind: "finished", outcome: plainOutcome(outcome) }),
        (thrown: unknown) => tell({ kind: "failed", error: plainError(toBackupError(thrown)) }),
      );
    }
  });
  tell({ kind: "ready" });
}

/** A run tells of every record; the page, which has better things to do, hears the latest, now and then. */
function atMostEvery(milliseconds: number, report: ReportRunProgress): ReportRunProgress {
  let latest: RunProgress | undefined;
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
