import type { BackupError } from "../../domain/errors";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import type { ArchiveDoubt } from "./archive-doubt";
import type {
  ArchivedApp,
  CheckedRestore,
  ComparedApp,
  ComparisonProgress,
  NotSecuredRestore,
  OpenedZips,
  RestoringProgress,
  ToldRestore,
  UsableArchive,
} from "./restore-desk";
import { draftFor, hasWork, type RestoreDraft } from "./restore-draft";

/** What the screen shows. Whatever was found out stays in the steps behind it. */
export type RestoreState =
  /** Zips are to be chosen; `refused`: those that were, and are no archive that can be used. */
  | { step: "zips"; refused?: OpenedZips; why?: string }
  /** The zips are sound, and the history does not vouch for them. */
  | { step: "doubt"; archive: UsableArchive; doubt: ArchiveDoubt }
  /** One of the archive's apps is to be chosen. */
  | { step: "apps"; archive: UsableArchive; failed?: BackupError }
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
  | { step: "failed"; error: BackupError };

interface ChosenApp {
  archive: UsableArchive;
  app: ArchivedApp;
}

/** What was found, and which of the records are ticked. */
interface ComparedChoice extends ChosenApp {
  compared: ComparedApp;
  ticked: ReadonlySet<string>;
}

interface WantedRestore extends ComparedChoice {
  draft: RestoreDraft;
  choices: RestoreChoices;
}

export type RestoreNews =
  | { news: "refused"; opened: OpenedZips; why?: string }
  | { news: "opened"; archive: UsableArchive; doubt: ArchiveDoubt | undefined }
  | { news: "trusted" }
  | { news: "other-zips" }
  | { news: "compare"; app: ArchivedApp }
  | { news: "progress"; progress: Partial<ComparisonProgress> }
  | { news: "cancel" }
  | { news: "compared"; compared: ComparedApp }
  | { news: "failed"; error: BackupError }
  /** Of an app that was compared: this was decided before. */
  | { news: "decided"; draft: RestoreDraft; ticked: ReadonlySet<string> }
  | { news: "ticked"; ticked: ReadonlySet<string> }
  | { news: "choose" }
  | { news: "draft"; draft: RestoreDraft }
  | { news: "look-again" }
  | { news: "other-app" }
  | { news: "check"; choices: RestoreChoices }
  | { news: "checked"; checked: CheckedRestore }
  | { news: "restore"; name: string }
  | { news: "restoring"; progress: RestoringProgress }
  | { news: "restored"; told: ToldRestore | NotSecuredRestore };

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
    case "compare":
      if (state.step !== "apps") return state;
      return { step: "comparing", archive: state.archive, app: told.app, cancelling: false, progress: {} };
    case "progress":
      if (state.step !== "comparing" && state.step !== "checking") return state;
      return { ...state, progress: { ...state.progress, ...told.progress } };
    case "cancel":
      return "cancelling" in state ? { ...state, cancelling: true } : state;
    case "compared": {
      if (state.step !== "comparing") return state;
      const { archive, app } = state;
      return { step: "compared", archive, app, compared: told.compared, ticked: new Set() };
    }
    case "decided": {
      if (state.step !== "compared" || !hasWork(state.compared)) return state;
      return { ...state, step: "choosing", ticked: told.ticked, draft: told.draft };
    }
    case "ticked":
      return state.step === "compared" ? { ...state, ticked: told.ticked } : state;
    case "choose":
      if (state.step === "checked") return { ...comparedChoice(state), step: "choosing", draft: state.draft };
      return state.step === "compared"
        ? { ...state, step: "choosing", draft: draftFor(state.ticked, state.compared) }
        : state;
    case "draft":
      return state.step === "choosing" ? { ...state, draft: told.draft } : state;
    case "look-again":
      return "compared" in state ? { ...comparedChoice(state), step: "compared" } : state;
    case "other-app":
      return "archive" in state ? { step: "apps", archive: state.archive } : state;
    case "check": {
      if (state.step !== "choosing" && state.step !== "checked") return state;
      const { draft } = state;
      const { choices } = told;
      return { ...comparedChoice(state), step: "checking", draft, choices, cancelling: false, progress: {} };
    }
    case "checked": {
      if (state.step !== "checking") return state;
      const { draft, choices } = state;
      return { ...comparedChoice(state), step: "checked", draft, choices, checked: told.checked };
    }
    case "restore":
      return { step: "restoring", name: told.name, cancelling: false, progress: {} };
    case "restoring":
      return state.step === "restoring" ? { ...state, progress: { ...state.progress, ...told.progress } } : state;
    case "restored":
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

function comparedChoice({ archive, app, compared, ticked }: ComparedChoice): ComparedChoice {
  return { archive, app, compared, ticked };
}
