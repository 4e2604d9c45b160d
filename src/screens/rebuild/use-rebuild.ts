import { useReducer, useRef } from "preact/hooks";
import { cancelledByUser, toBackupError } from "../../domain/errors";
import type { UsableArchive, Watcher } from "../restore/restore-desk";
import type { BrokenRebuild, RebuildDesk, RebuildingProgress } from "./rebuild-desk";
import { firstDraft, orderOf, type RebuildDraft } from "./rebuild-draft";
import { changedRebuild, type RebuildNews } from "./rebuild-state";

export interface RebuildAsked {
  desk: RebuildDesk;
  archive: UsableArchive;
  /** What was broken off, and goes on. */
  kept?: BrokenRebuild;
}

/** At which step the screen is, and what people can do there. */
export function useRebuild({ desk, archive, kept }: RebuildAsked) {
  const [state, tell] = useReducer(
    changedRebuild,
    kept ? ({ step: "going-on", kept } as const) : ({ step: "choosing", draft: firstDraft(archive) } as const),
  );
  const cancelling = useRef(new AbortController());

  return { state, tell, plan, make, goOn, goOnHere, cancel };

  function plan(draft: RebuildDraft): Promise<void> {
    tell({ news: "plan", draft });
    return work(async (watcher) => ({
      news: "planned",
      planned: await desk.planApps(orderOf(draft, archive), watcher),
    }));
  }

  function make(draft: RebuildDraft): Promise<void> {
    tell({ news: "make" });
    return work(async (watcher) => ({ news: "made", told: await desk.makeApps(orderOf(draft, archive), watcher) }));
  }

  function goOn(broken: BrokenRebuild): Promise<void> {
    tell({ news: "make" });
    return work(async (watcher) => ({ news: "made", told: await desk.goOnMaking({ kept: broken }, watcher) }));
  }

  /** With what has just ended before its end. */
  async function goOnHere(): Promise<void> {
    const broken = await desk.unfinished();
    if (broken) await goOn(broken);
  }

  /** What takes its time: it tells how far it is, and can be cancelled. Never rejects. */
  async function work(
    doing: (watcher: Pick<Watcher<RebuildingProgress>, "signal" | "report">) => Promise<RebuildNews>,
  ): Promise<void> {
    const { signal } = (cancelling.current = new AbortController());
    try {
      tell(await doing({ signal, report: (progress) => tell({ news: "progress", progress }) }));
    } catch (thrown) {
      tell({ news: "failed", error: toBackupError(thrown) });
    }
  }

  function cancel(): void {
    tell({ news: "cancel" });
    cancelling.current.abort(cancelledByUser());
  }
}
