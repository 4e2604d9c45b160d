/** Comparing, restoring and drilling, off the page's main thread. See `page/on-demand.ts` for how it gets there. */
import { cancelledByUser } from "../../domain/errors";
import { plainError } from "../../domain/plain-error";
import { toRestoreError } from "../../restore/archive-problem";
import type { ArchiveWork } from "./archive-work";
import type { FromRestorer, ToRestorer } from "./restore-messages";
import { createArchiveWork } from "./restore-work";

const tell = (message: FromRestorer) => self.postMessage(message);

/** From now on this Worker does what it is asked, once it is told for whom. */
export function awaitRestoring(): void {
  let work: ArchiveWork | undefined;
  const underWay = new Map<number, AbortController>();
  self.addEventListener("message", ({ data }: MessageEvent<ToRestorer>) => {
    if (data.kind === "restore-for") work = createArchiveWork(data.visit);
    if (data.kind === "restore-stop") underWay.get(data.call)?.abort(cancelledByUser());
    if (data.kind !== "restore-call" || !work) return;
    const { call, name, asked } = data;
    const stopping = new AbortController();
    underWay.set(call, stopping);
    const watcher = {
      report: seldom((news) => tell({ kind: "restore-news", call, news })),
      signal: stopping.signal,
      handOver: (fileName: string, file: File) => tell({ kind: "restore-file", call, name: fileName, file }),
    };
    const method = work[name] as (asked: unknown, watcher: unknown) => Promise<unknown>;
    method(asked, watcher)
      .then(
        (answer) => tell({ kind: "restore-answer", call, answer }),
        (thrown: unknown) => tell({ kind: "restore-refused", call, error: plainError(toRestoreError(thrown)) }),
      )
      .finally(() => underWay.delete(call));
  });
}

const MILLISECONDS_BETWEEN = 100;

/** A comparison tells of each batch; nobody can look so often. The latest of each kind is always told. */
function seldom(report: (news: object) => void): (news: object) => void {
  let latest: object | undefined;
  return (news) => {
    if (!latest) {
      setTimeout(() => {
        if (latest) report(latest);
        latest = undefined;
      }, MILLISECONDS_BETWEEN);
    }
    latest = { ...latest, ...news };
  };
}
