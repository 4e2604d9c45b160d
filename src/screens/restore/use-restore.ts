import { useReducer, useRef, useState } from "preact/hooks";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import type { DrillingMessages } from "../text/drilling/language";
import { placeOf } from "./app-names";
import { appDecided, type DecidedRestore, draftOf, otherAppOf } from "./decided-restore";
import type {
  ArchivedApp,
  BrokenRestore,
  ComparisonProgress,
  OpenedZips,
  OtherApp,
  RestoreDesk,
  RestoreOrdered,
  RestoringProgress,
  ToldRestore,
} from "./restore-desk";
import type { Decision } from "./restore-draft";
import { BEGIN, changedRestore, type RestoreNews, type RestoreState } from "./restore-state";
import { usableArchive } from "./usable-archive";
import { useFindings } from "./use-findings";
import { useLongWork } from "./use-long-work";

export interface RestoreAsked {
  messages: DrillingMessages;
  desk: RestoreDesk;
  /** A restore that was broken off, and goes on as soon as its archive is there. */
  broken?: BrokenRestore;
  /** What is to be done with the archive. */
  decided?: DecidedRestore;
}

type At<Step extends RestoreState["step"]> = Extract<RestoreState, { step: Step }>;

/** At which step the screen is, and what people can do there: it leads to the next one, or back with a reason. */
export function useRestore({ messages, desk, broken, ...given }: RestoreAsked) {
  const [state, tell] = useReducer(changedRestore, BEGIN);
  const [decided, setDecided] = useState(given.decided);
  const { longWork, cancel } = useLongWork<RestoreNews>(tell);
  const { look, tick } = useFindings(desk, tell);
  const safety = useRef<File[]>([]);

  return { state, decided, tell, setDecided, lookAt, opened, trust, compare, look, tick, check, restore, undo, cancel };

  /** Nothing is decided any more when people look for something else. */
  function lookAt(news: RestoreNews): void {
    setDecided(undefined);
    tell(news);
  }

  async function opened(zips: OpenedZips, wanted: DecidedRestore | undefined): Promise<void> {
    const found = await usableArchive(zips, desk);
    if (!found) return tell({ news: "refused", opened: zips });
    if (broken) {
      const isSame = found.archive.digest === broken.start.archive.digest;
      return isSame ? goOn(broken) : tell({ news: "refused", opened: zips });
    }
    const app = wanted && appDecided(wanted, found.archive, desk, messages);
    if (typeof app === "string") return tell({ news: "refused", opened: zips, why: app });
    tell({ news: "opened", ...found });
    return app && !found.doubt ? compareDecided(app, wanted) : undefined;
  }

  /** The history does not vouch for the archive, and somebody does. */
  function trust({ archive }: At<"doubt">): void {
    tell({ news: "trusted" });
    const app = decided && appDecided(decided, archive, desk, messages);
    if (typeof app === "object") void compareDecided(app, decided);
  }

  async function compare(app: ArchivedApp, wish: { bytes: boolean; into?: OtherApp }, wanted = decided): Promise<void> {
    tell({ news: "compare", app, ...(wish.into && { into: wish.into }) });
    const asked = { folder: app.folder, ...wish, ...(wanted && { decided: wanted.plan }) };
    await longWork(comparing, async (watcher) => ({ news: "compared", compared: await desk.compare(asked, watcher) }));
    const before = wanted && desk.canRestore ? draftOf(wanted) : undefined;
    if (before) tell({ news: "decided", draft: before.draft });
    look({ search: "", from: 0 }, before && { which: [...before.ticked], isOn: true });
  }

  function compareDecided(app: ArchivedApp, wanted: DecidedRestore | undefined): Promise<void> {
    const into = wanted && otherAppOf(wanted);
    return compare(app, { bytes: false, ...(into && { into }) }, wanted);
  }

  function check(
    wanted: At<"choosing" | "checked">,
    choices: RestoreChoices,
    decisions: readonly Decision[] = [],
  ): Promise<void> {
    tell({ news: "check", choices, decisions });
    return longWork(comparing, async (watcher) => ({
      news: "checked",
      checked: await desk.check(ordered(wanted, choices), watcher),
    }));
  }

  function restore(wanted: At<"checked">): Promise<void> {
    safety.current = [];
    tell({ news: "restore", name: placeOf(wanted, messages) });
    return longWork(restoring, async (watcher) => ({
      news: "restored",
      told: await desk.restore(ordered(wanted, wanted.choices), { ...watcher, handOver }),
    }));
  }

  function goOn(kept: BrokenRestore): Promise<void> {
    tell({ news: "restore", name: kept.start.app.name });
    return longWork(restoring, async (watcher) => ({
      news: "restored",
      told: await desk.goOn({ kept }, { ...watcher, handOver }),
    }));
  }

  function undo({ restoreId, undo: plan }: ToldRestore): void {
    const { undoing, undoReason } = messages.restoring.outcome;
    const zips = [...safety.current];
    if (plan)
      setDecided({ plan, told: undoing(restoreId), reason: undoReason(restoreId), ...(zips.length > 0 && { zips }) });
    tell({ news: "other-zips" });
  }

  function ordered({ archive, draft }: At<"choosing" | "checked">, choices: RestoreChoices): RestoreOrdered {
    return {
      ...{ archive, choices, onlyTicked: draft.scope === "ticked", reason: draft.reason.trim() },
      ...(decided && { decided: decided.plan }),
    };
  }

  function handOver(name: string, file: File): void {
    // The way back is at hand as long as the dialog is open.
    safety.current.push(new File([file], name));
    desk.handOver(name, file);
  }
}

const comparing = (progress: ComparisonProgress): RestoreNews => ({ news: "progress", progress });
const restoring = (progress: RestoringProgress): RestoreNews => ({ news: "restoring", progress });
