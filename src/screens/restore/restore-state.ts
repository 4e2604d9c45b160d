import type { BackupError } from "../../domain/errors";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import type { ArchiveDoubt } from "./archive-doubt";
import type {
  ArchivedApp,
  CheckedRestore,
  ComparedApp,
  ComparisonProgress,
  NotGoneOn,
  NotSecuredRestore,
  OpenedZips,
  OtherApp,
  RestoringProgress,
  ToldRestore,
  UsableArchive,
} from "./restore-desk";
import { askedView, type FindingsView, isNarrowed, tickedView, workIn } from "./findings-view";
import type { FindingsPage, Ticking } from "./found-records";
import { type Decision, draftAgain, draftFor, type LookedAt, type RestoreDraft } from "./restore-draft";

/** What the screen shows. Whatever was found out stays in the steps behind it. */
export type RestoreState =
  /** Zips are to be chosen; `refused`: those that were, and are no archive that can be used. */
  | { step: "zips"; refused?: OpenedZips; why?: string }
  /** The zips are sound, and the history does not vouch for them. */
  | { step: "doubt"; archive: UsableArchive; doubt: ArchiveDoubt }
  /** One of the archive's apps is to be chosen. */
  | { step: "apps"; archive: UsableArchive; failed?: BackupError }
  /** Apps of the archive are drilled, which has steps of its own. */
  | { step: "drill"; archive: UsableArchive }
  | ({ step: "comparing"; cancelling: boolean; progress: Partial<ComparisonProgress> } & ChosenApp)
  | ({ step: "compared" } & ComparedChoice)
  | ({ step: "choosing"; draft: RestoreDraft; failed?: BackupError } & ComparedChoice)
  | ({ step: "checking"; cancelling: boolean; progress: Partial<ComparisonProgress> } & WantedRestore)
  /** Nothing was written yet: this is what would be, and what stands in the way. */
  | ({ step: "checked"; checked: CheckedRestore } & WantedRestore)
  | { step: "restoring"; name: string; cancelling: boolean; progress: RestoringProgress }
  | { step: "restored"; told: ToldRestore }
  /** Nothing was written, as the way back would not be whole. */
  | ({ step: "not-secured" } & NotSecuredRestore)
  /** It ended before anything was written. */
  | { step: "failed"; error: BackupError | string };

interface ChosenApp {
  archive: UsableArchive;
  app: ArchivedApp;
  /** Where it is another. */
  into?: OtherApp;
}

/** What was found, which part of it is looked at, and what was chosen and decided so far. */
interface ComparedChoice extends ChosenApp {
  compared: ComparedApp;
  view: FindingsView;
  draft?: RestoreDraft;
  decisions: readonly Decision[];
}

interface WantedRestore extends ComparedChoice {
  draft: RestoreDraft;
  choices: RestoreChoices;
  /** What was decided before the choices were others: it holds where the same is asked again. */
  proposed: readonly Decision[];
}

export type RestoreNews =
  | { news: "refused"; opened: OpenedZips; why?: string }
  | { news: "opened"; archive: UsableArchive; doubt: ArchiveDoubt | undefined }
  | { news: "trusted" }
  | { news: "other-zips" }
  | { news: "drill" }
  | { news: "compare"; app: ArchivedApp; into?: OtherApp }
  | { news: "progress"; progress: Partial<ComparisonProgress> }
  | { news: "cancel" }
  | { news: "compared"; compared: ComparedApp }
  | { news: "failed"; error: BackupError }
  /** Of an app that was compared: this was decided before. */
  | { news: "decided"; draft: RestoreDraft }
  | { news: "tick"; ticking: Ticking }
  | { news: "look"; asked: FindingsView["asked"] }
  | { news: "looked"; asked: FindingsView["asked"]; page: FindingsPage }
  | { news: "not-looked"; asked: FindingsView["asked"]; error: BackupError }
  /** With what was decided since. */
  | { news: "choose"; decisions?: readonly Decision[] }
  | { news: "draft"; draft: RestoreDraft }
  | { news: "look-again" }
  | { news: "other-app" }
  | { news: "check"; choices: RestoreChoices; decisions?: readonly Decision[] }
  | { news: "checked"; checked: CheckedRestore }
  | { news: "restore"; name: string }
  | { news: "restoring"; progress: RestoringProgress }
  | { news: "restored"; told: ToldRestore | NotSecuredRestore | NotGoneOn };

export const BEGIN: RestoreState = { step: "zips" };

/** News of a step that is over changes nothing: a Worker may still tell of it. */
export function changedRestore(state: RestoreState, told: RestoreNews): RestoreState {
  switch (told.news) {
    case "refused":
      return { step: "zips", refused: told.opened, ...(told.why !== undefined && { why: told.why }) };
    case "opened": {
      const { archive, doubt } = told;
      return doubt ? { step: "doubt", archive, doubt } : { step: "apps", archive };
    }
    case "other-zips":
      return BEGIN;
    case "trusted":
      return state.step === "doubt" ? { step: "apps", archive: { ...state.archive, isVouched: false } } : state;
    case "drill":
      return state.step === "apps" ? { step: "drill", archive: state.archive } : state;
    case "compare":
      if (state.step !== "apps") return state;
      return {
        ...{ step: "comparing", archive: state.archive, app: told.app, cancelling: false, progress: {} },
        ...(told.into && { into: told.into }),
      };
    case "progress":
      if (state.step !== "comparing" && state.step !== "checking") return state;
      return { ...state, progress: { ...state.progress, ...told.progress } };
    case "cancel":
      return "cancelling" in state ? { ...state, cancelling: true } : state;
    case "compared": {
      if (state.step !== "comparing") return state;
      const { archive, app, into } = state;
      const view = { asked: { search: "", from: 0 }, isCurrent: false };
      return { step: "compared", archive, app, ...(into && { into }), compared: told.compared, view, decisions: [] };
    }
    case "tick":
      return "view" in state ? { ...state, view: tickedView(state.view, told.ticking) } : state;
    case "look":
      return "view" in state ? { ...state, view: askedView(state.view, told.asked) } : state;
    case "looked":
      if (!("view" in state) || state.view.asked !== told.asked) return state;
      return { ...state, view: { asked: told.asked, page: told.page, isCurrent: true } };
    case "not-looked":
      if (!("view" in state) || state.view.asked !== told.asked) return state;
      return { ...state, view: { ...state.view, failed: told.error } };
    case "choose": {
      if (state.step === "checked") {
        const decisions = [...state.decisions, ...(told.decisions ?? [])];
        return { ...comparedChoice(state), step: "choosing", draft: state.draft, decisions };
      }
      if (state.step !== "compared") return state;
      const { draft, view, compared } = state;
      return {
        ...{ ...state, step: "choosing" },
        draft: draft ? draftAgain(draft, lookedAt(view)) : draftFor(lookedAt(view), compared),
      };
    }
    case "decided": {
      if (state.step !== "compared") return state;
      const { counts } = state.compared.comparison ?? {};
      return counts && workIn(counts) > 0 ? { ...state, step: "choosing", draft: told.draft } : state;
    }
    case "draft":
      return state.step === "choosing" ? { ...state, draft: told.draft } : state;
    case "look-again":
      return "compared" in state ? { ...comparedChoice(state), step: "compared" } : state;
    case "other-app":
      return "archive" in state ? { step: "apps", archive: state.archive } : state;
    case "check": {
      if (state.step !== "choosing" && state.step !== "checked") return state;
      const { draft } = state;
      const { choices, decisions: added = [] } = told;
      const decisions = [...state.decisions, ...added];
      // What was decided for this very plan, and stands in the way all the same, has to be decided otherwise.
      const proposed = state.step === "choosing" ? decisions : [];
      const wanted = { ...comparedChoice(state), draft, choices, decisions, proposed };
      return { ...wanted, step: "checking", cancelling: false, progress: {} };
    }
    case "checked": {
      if (state.step !== "checking") return state;
      const { draft, choices, proposed } = state;
      return { ...comparedChoice(state), step: "checked", draft, choices, proposed, checked: told.checked };
    }
    case "restore":
      return { step: "restoring", name: told.name, cancelling: false, progress: {} };
    case "restoring":
      return state.step === "restoring" ? { ...state, progress: { ...state.progress, ...told.progress } } : state;
    case "restored":
      if ("why" in told.told) return { step: "failed", error: told.told.why };
      if ("lacking" in told.told) return { step: "not-secured", lacking: told.told.lacking };
      return { step: "restored", told: told.told };
    case "failed":
      return afterFailure(state, told.error);
  }
}

function afterFailure(state: RestoreState, error: BackupError): RestoreState {
  if (state.step === "comparing") return { step: "apps", archive: state.archive, failed: error };
  if (state.step === "checking") {
    return { ...comparedChoice(state), step: "choosing", draft: state.draft, failed: error };
  }
  return state.step === "restoring" ? { step: "failed", error } : state;
}

function comparedChoice({ archive, app, into, compared, view, draft, decisions }: ComparedChoice): ComparedChoice {
  return { archive, app, ...(into && { into }), compared, view, ...(draft && { draft }), decisions };
}

function lookedAt({ asked, page }: FindingsView): LookedAt {
  return { ticked: page?.ticked ?? 0, isNarrowed: isNarrowed(asked) };
}
