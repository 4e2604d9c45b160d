import { useReducer } from "preact/hooks";
import type { UsableArchive } from "../restore/restore-desk";
import { useLongWork } from "../restore/use-long-work";
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
  const { longWork, cancel } = useLongWork<RebuildNews>(tell);

  return { state, tell, plan, make, goOn, goOnHere, cancel };

  function plan(draft: RebuildDraft): Promise<void> {
    tell({ news: "plan", draft });
    return longWork(progressed, async (watcher) => ({
      news: "planned",
      planned: await desk.planApps(orderOf(draft, archive), watcher),
    }));
  }

  function make(draft: RebuildDraft): Promise<void> {
    tell({ news: "make" });
    return longWork(progressed, async (watcher) => ({
      news: "made",
      told: await desk.makeApps(orderOf(draft, archive), watcher),
    }));
  }

  function goOn(broken: BrokenRebuild): Promise<void> {
    tell({ news: "make" });
    return longWork(progressed, async (watcher) => ({
      news: "made",
      told: await desk.goOnMaking({ kept: broken }, watcher),
    }));
  }

  /** With what has just ended before its end. */
  async function goOnHere(): Promise<void> {
    const broken = await desk.unfinished();
    if (broken) await goOn(broken);
  }
}

const progressed = (progress: RebuildingProgress): RebuildNews => ({ news: "progress", progress });
