import { useReducer, useRef } from "preact/hooks";
import { cancelledByUser, toBackupError } from "../../domain/errors";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import { FailurePanel } from "../run/failure-panel";
import type { RestoringMessages } from "../text/restoring/language";
import { nameOf, AppsStep } from "./apps-step";
import { type ArchiveDoubt, archiveDoubt } from "./archive-doubt";
import { CheckedStep } from "./checked-step";
import { ChoicesStep } from "./choices-step";
import { ComparedStep } from "./compared-step";
import { ComparingStep } from "./comparing-step";
import { DoubtStep } from "./doubt-step";
import { PAGE } from "./findings-section";
import type { FindingsView } from "./findings-view";
import type { Ticking } from "./found-records";
import { NotSecuredStep } from "./not-secured-step";
import type {
  BrokenRestore,
  ComparisonProgress,
  OpenedZips,
  RestoreDesk,
  RestoreOrdered,
  RestoringProgress,
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
  onClose: () => void;
}

/** From zips to a comparison, and from there to a restore, a step at a time. Each step says what was found out before it. */
export function RestoreScreen({ messages, desk, runId, broken, onClose }: RestoreScreenProps) {
  const [state, tell] = useReducer(changedRestore, BEGIN);
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

  const opened = async (zips: OpenedZips) => {
    const found = await usable(desk, zips);
    if (!found) return tell({ news: "refused", opened: zips });
    if (!broken) return tell({ news: "opened", ...found });
    if (found.archive.digest !== broken.start.archive.digest) return tell({ news: "refused", opened: zips });
    tell({ news: "restore", name: broken.start.app.name });
    await longWork(restoring, async (watcher) => ({
      news: "restored",
      told: await desk.goOn({ kept: broken }, { ...watcher, handOver: desk.handOver }),
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
  const compare = async (app: Extract<RestoreState, { step: "compared" }>["app"], bytes: boolean) => {
    tell({ news: "compare", app });
    await longWork(
      (progress: ComparisonProgress) => ({ news: "progress", progress }),
      async (watcher) => ({ news: "compared", compared: await desk.compare({ folder: app.folder, bytes }, watcher) }),
    );
    look({ search: "", from: 0 });
  };
  const ordered = (archive: UsableArchive, draft: RestoreDraft, choices: RestoreChoices): RestoreOrdered => ({
    ...{ archive, choices, onlyTicked: draft.scope === "ticked", reason: draft.reason.trim() },
  });
  const check = (
    { archive, draft }: { archive: UsableArchive; draft: RestoreDraft },
    choices: RestoreChoices,
    decisions: readonly Decision[] = [],
  ) => {
    tell({ news: "check", choices, decisions });
    return longWork(
      (progress: ComparisonProgress) => ({ news: "progress", progress }),
      async (watcher) => ({ news: "checked", checked: await desk.check(ordered(archive, draft, choices), watcher) }),
    );
  };
  const restore = ({ archive, draft, choices, app }: Extract<RestoreState, { step: "checked" }>) => {
    tell({ news: "restore", name: nameOf(app, messages) });
    return longWork(restoring, async (watcher) => ({
      news: "restored",
      told: await desk.restore(ordered(archive, draft, choices), { ...watcher, handOver: desk.handOver }),
    }));
  };

  const common = { messages, onClose };
  switch (state.step) {
    case "zips": {
      const expected = broken?.start.archive.runId ?? runId;
      return (
        <ZipsStep
          {...common}
          {...state}
          {...(expected !== undefined && { runId: expected })}
          {...{ desk }}
          onOpened={opened}
        />
      );
    }
    case "doubt":
      return (
        <DoubtStep
          {...common}
          {...state}
          onTrust={() => tell({ news: "trusted" })}
          onOther={() => tell({ news: "other-zips" })}
        />
      );
    case "apps":
      return <AppsStep {...common} {...state} onCompare={compare} onOther={() => tell({ news: "other-zips" })} />;
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
          onOtherApp={() => tell({ news: "other-app" })}
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
          onCheck={() => check(state, choicesOf(state.draft, state.compared, nothingDecided(desk, state.archive)))}
        />
      );
    case "checked":
      return (
        <CheckedStep
          {...state}
          messages={messages}
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
      return <RestoredStep {...common} {...state} desk={desk} />;
    case "not-secured":
      return <NotSecuredStep {...common} {...state} />;
    case "failed":
      return <FailurePanel {...common} error={state.error} />;
  }
}

/** Whoever went on with an archive that the history does not know need not say so twice. */
function nothingDecided({ nothingDecided: nothing }: RestoreDesk, { isVouched }: UsableArchive) {
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
