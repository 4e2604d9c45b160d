import { useRef } from "preact/hooks";
import { type BackupError, cancelledByUser, toBackupError } from "../../domain/errors";
import type { Watcher } from "./restore-desk";

/** What takes its time: it tells how far it is, and can be cancelled. There is one at a time. */
export function useLongWork<News>(
  tell: (news: News | { news: "cancel" } | { news: "failed"; error: BackupError }) => void,
) {
  const cancelling = useRef(new AbortController());
  return {
    /** Tells what came of it, or that it failed; never rejects. */
    async longWork<Progress>(
      report: (progress: Progress) => News,
      work: (watcher: Pick<Watcher<Progress>, "signal" | "report">) => Promise<News>,
    ): Promise<void> {
      const { signal } = (cancelling.current = new AbortController());
      try {
        tell(await work({ signal, report: (progress) => tell(report(progress)) }));
      } catch (thrown) {
        tell({ news: "failed", error: toBackupError(thrown) });
      }
    },
    cancel() {
      tell({ news: "cancel" });
      cancelling.current.abort(cancelledByUser());
    },
  };
}
