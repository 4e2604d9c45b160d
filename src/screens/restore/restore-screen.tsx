import { useReducer, useRef, useState } from "preact/hooks";
import { cancelledByUser, toBackupError } from "../../domain/errors";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import { FailurePanel } from "../run/failure-panel";
import type { RestoringMessages } from "../text/restoring/language";
import { placeOf } from "./app-names";
import { AppsStep } from "./apps-step";
import { type ArchiveDoubt, archiveDoubt } from "./archive-doubt";
import { CheckedStep } from "./checked-step";
import { ChoicesStep } from "./choices-step";
import { ComparedStep } from "./compared-step";
import { ComparingStep } from "./comparing-step";
import { appDecided, type DecidedRestore, decisionsOf, draftOf, otherAppOf } from "./decided-restore";
import { DoubtStep } from "./doubt-step";
import { PAGE } from "./findings-section";
import type { FindingsView } from "./findings-view";
import type { Ticking } from "./found-records";
import { NotSecuredStep } from "./not-secured-step";
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
  UsableArchive,
} from "./restore-desk";
import { choicesOf, type Decision, type RestoreDraft } from "./restore-draft";
import { BEGIN, changedRestore, type RestoreNews, type RestoreState } from "./restore-state";
import { RestoredStep } from "./restored-step";
import { RestoringStep } from "./restoring-step";
import { ZipsStep } from "./zips-step";

export interface RestoreScreenProps {
  messages: RestoringMessages;
  desk: RestoreDesk;
  /** Of the run whose archive is expected; any archive will do without it. */
  runId?: string;
  /** A restore that was broken off, and goes on as soon as its archive is there. */
  broken?: BrokenRestore;
  /** What is to be done with the archive. */
  decided?: DecidedRestore;
  onClose: () => void;
}

/** From zips to a comparison, and from there to a restore, a step at a time. Each step says what was found out before it. */
export function RestoreScreen({ messages, desk, runId, broken, onClose, ...given }: RestoreScreenProps) {
  const [state, tell] = useReducer(changedRestore, BEGIN);
  const [decided, setDecided] = useState(given.decided);
  const safety = useRef<File[]>([]);
  const cancelling = useRef(new AbortController());

  const cancel = () => {
    tell({ news: "cancel" });
    cancelling.current.abort(cancelledByUser());
  };
  /** Does something that takes its time, and can be cancelled. */
  const longWork = async <Progress,>(
    report: (progress: Progress) => RestoreNews,
    work: (watcher: { signal: AbortSignal; report: (progress: Progress) => void }) => Promise<RestoreNews>,
  ) => {
    const { signal } = (cancelling.current = new AbortController());
    try {
      tell(await work({ signal, report: (progress) => tell(report(progress)) }));
    } catch (thrown) {
      tell({ news: "failed", error: toBackupError(thrown) });
    }
  };
  const restoring = (progress: RestoringProgress): RestoreNews => ({ news: "restoring", progress });
  const handOver = (name: string, file: File) => {
    // The way back is at hand as long as the dialog is open.
    safety.current.push(new File([file], name));
    desk.handOver(name, file);
  };
  /** Nothing is decided any more when people look for something else. */
  const lookAt = (news: RestoreNews) => {
    setDecided(undefined);
    tell(news);
  };

  const opened = async (zips: OpenedZips, wanted: DecidedRestore | undefined) => {
    const found = await usable(desk, zips);
    if (!found) return tell({ news: "refused", opened: zips });
    if (!broken) {
      const app = wanted && appDecided(wanted, found.archive, desk, messages);
      if (typeof app === "string") return tell({ news: "refused", opened: zips, why: app });
      tell({ news: "opened", ...found });
      return app && !found.doubt ? compareDecided(app, wanted) : undefined;
    }
    if (found.archive.digest !== broken.start.archive.digest) return tell({ news: "refused", opened: zips });
    tell({ news: "restore", name: broken.start.app.name });
    await longWork(restoring, async (watcher) => ({
      news: "restored",
      told: await desk.goOn({ kept: broken }, { ...watcher, handOver }),
    }));
  };

  /** The page of findings that is asked for. */
  const look = (asked: FindingsView["asked"]) => {
    tell({ news: "look", asked });
    void desk.findings({ ...asked, most: PAGE }).then((page) => tell({ news: "looked", asked, page }));
  };
  const tick = (ticking: Ticking, { asked }: FindingsView) => {
    tell({ news: "tick", ticking });
    void desk.tick(ticking);
    look({ ...asked });
  };
  const compare = async (app: ArchivedApp, wish: { bytes: boolean; into?: OtherApp }, wanted = decided) => {
    tell({ news: "compare", app, ...(wish.into && { into: wish.into }) });
    const asked = { folder: app.folder, ...wish, ...(wanted && { decided: wanted.plan }) };
    await longWork(
      (progress: ComparisonProgress) => ({ news: "progress", progress }),
      async (watcher) => ({ news: "compared", compared: await desk.compare(asked, watcher) }),
    );
    if (wanted && desk.canRestore) {
      const { draft, ticked } = draftOf(wanted);
      void desk.tick({ which: [...ticked], isOn: true });
      tell({ news: "decided", draft });
    }
    look({ search: "", from: 0 });
  };
  const compareDecided = (app: ArchivedApp, wanted: DecidedRestore | undefined) => {
    const into = wanted && otherAppOf(wanted);
    return compare(app, { bytes: false, ...(into && { into }) }, wanted);
  };
  const ordered = (
    { archive, draft }: { archive: UsableArchive; draft: RestoreDraft },
    choices: RestoreChoices,
  ): RestoreOrdered => ({
    ...{ archive, choices, onlyTicked: draft.scope === "ticked", reason: draft.reason.trim() },
    ...(decided && { decided: decided.plan }),
  });
  const check = (
    ordering: Parameters<typeof ordered>[0],
    choices: RestoreChoices,
    decisions: readonly Decision[] = [],
  ) => {
    tell({ news: "check", choices, decisions });
    return longWork(
      (progress: ComparisonProgress) => ({ news: "progress", progress }),
      async (watcher) => ({ news: "checked", checked: await desk.check(ordered(ordering, choices), watcher) }),
    );
  };
  const restore = (wanted: Extract<RestoreState, { step: "checked" }>) => {
    safety.current = [];
    tell({ news: "restore", name: placeOf(wanted, messages) });
    return longWork(restoring, async (watcher) => ({
      news: "restored",
      told: await desk.restore(ordered(wanted, wanted.choices), { ...watcher, handOver }),
    }));
  };
  const undo = ({ restoreId, undo: plan }: ToldRestore) => {
    const { undoing, undoReason } = messages.restoring.outcome;
    const zips = [...safety.current];
    if (plan)
      setDecided({ plan, told: undoing(restoreId), reason: undoReason(restoreId), ...(zips.length > 0 && { zips }) });
    tell({ news: "other-zips" });
  };

  const common = { messages, onClose };
  switch (state.step) {
    case "zips": {
      const expected = (broken?.start ?? decided?.plan)?.archive.runId ?? runId;
      return (
        <ZipsStep
          {...common}
          {...state}
          {...(expected !== undefined && { runId: expected })}
          {...{ desk, decided }}
          isGoingOn={broken !== undefined}
          onDecided={setDecided}
          onOpened={opened}
        />
      );
    }
    case "doubt":
      return (
        <DoubtStep
          {...common}
          {...state}
          onTrust={() => {
            tell({ news: "trusted" });
            const app = decided && appDecided(decided, state.archive, desk, messages);
            if (typeof app === "object") void compareDecided(app, decided);
          }}
          onOther={() => tell({ news: "other-zips" })}
        />
      );
    case "apps":
      return (
        <AppsStep
          {...common}
          {...state}
          desk={desk}
          onCompare={compare}
          onOther={() => lookAt({ news: "other-zips" })}
        />
      );
    case "comparing":
    case "checking":
      return <ComparingStep {...state} messages={messages} onCancel={cancel} />;
    case "compared":
      return (
        <ComparedStep
          {...common}
          {...state}
          desk={desk}
          onLook={look}
          onTick={(ticking) => tick(ticking, state.view)}
          onRestore={() => tell({ news: "choose" })}
          onOtherApp={() => lookAt({ news: "other-app" })}
        />
      );
    case "choosing":
      return (
        <ChoicesStep
          {...state}
          {...{ messages, desk }}
          onTick={(ticking) => tick(ticking, state.view)}
          onChange={(draft) => tell({ news: "draft", draft })}
          onBack={() => tell({ news: "look-again" })}
          onCheck={() =>
            check(state, choicesOf(state.draft, state.compared, nothingDecided(desk, state.archive, decided)))
          }
        />
      );
    case "checked":
      return (
        <CheckedStep
          {...state}
          messages={messages}
          desk={desk}
          onBack={(decisions) => tell({ news: "choose", decisions })}
          onCheckAgain={(decisions) =>
            check(
              state,
              decisions.reduce((choices, { way, chosen }) => desk.decided(choices, way, chosen), state.choices),
              decisions,
            )
          }
          onRestore={() => restore(state)}
        />
      );
    case "restoring":
      return <RestoringStep {...state} messages={messages} onCancel={cancel} />;
    case "restored":
      return <RestoredStep {...common} {...state} desk={desk} onUndo={() => undo(state.told)} />;
    case "not-secured":
      return <NotSecuredStep {...common} {...state} />;
    case "failed":
      return <FailurePanel {...common} error={state.error} heading={messages.restoring.outcome.failed} />;
  }
}

/** Whoever went on with an archive that the history does not know need not say so twice. */
function nothingDecided(desk: RestoreDesk, { isVouched }: UsableArchive, decided: DecidedRestore | undefined) {
  const nothing = decided ? decisionsOf(decided) : desk.nothingDecided;
  return isVouched ? nothing : { ...nothing, confirmed: { ...nothing.confirmed, archiveNotTold: true as const } };
}

/** The archive, and what speaks against it; nothing for zips that are none. */
async function usable(
  desk: RestoreDesk,
  { archive, check }: OpenedZips,
): Promise<{ archive: UsableArchive; doubt: ArchiveDoubt | undefined } | undefined> {
  if (!archive) return undefined;
  const own = { ...archive, digest: check.archiveDigest ?? "", isVouched: true };
  try {
    const told = await desk.toldOf(archive.runId);
    const doubt = archiveDoubt(check, told);
    // By the names that the run gave them: a browser may have given files others.
    return { archive: told && !doubt ? { ...own, digest: told.archiveDigest } : own, doubt };
  } catch (thrown) {
    return { archive: own, doubt: { kind: "unreadable", error: toBackupError(thrown) } };
  }
}
