import type { BackupError } from "../../domain/errors";
import type { ArchiveDoubt } from "./archive-doubt";
import { draftFor, type RestoreDraft } from "./restore-draft";
import type { ArchivedApp, ComparedApp, ComparisonProgress, OpenedArchive, OpenedZips } from "./restore-desk";

/** What the screen shows. Whatever was found out stays in the steps behind it. */
export type RestoreState =
  /** Zips are to be chosen; `refused`: those that were, and are no archive that can be used. */
  | { step: "zips"; refused?: OpenedZips }
  /** The zips are sound, and the history does not vouch for them. */
  | { step: "doubt"; archive: OpenedArchive; doubt: ArchiveDoubt }
  /** One of the archive's apps is to be chosen. */
  | { step: "apps"; archive: OpenedArchive; failed?: BackupError }
  | ({ step: "comparing"; cancelling: boolean; progress?: ComparisonProgress } & ChosenApp)
  | ({ step: "compared" } & ComparedChoice)
  | ({ step: "choosing"; draft: RestoreDraft } & ComparedChoice);

export interface ChosenApp {
  archive: OpenedArchive;
  app: ArchivedApp;
}

/** What was found, and which of the records are ticked. */
export interface ComparedChoice extends ChosenApp {
  compared: ComparedApp;
  ticked: ReadonlySet<string>;
}

export type RestoreNews =
  | { news: "refused"; opened: OpenedZips }
  | { news: "opened"; archive: OpenedArchive; doubt: ArchiveDoubt | undefined }
  | { news: "trusted" }
  | { news: "other-zips" }
  | { news: "compare"; app: ArchivedApp }
  | { news: "progress"; progress: ComparisonProgress }
  | { news: "cancel" }
  | { news: "compared"; compared: ComparedApp }
  | { news: "failed"; error: BackupError }
  | { news: "ticked"; ticked: ReadonlySet<string> }
  | { news: "choose" }
  | { news: "draft"; draft: RestoreDraft }
  | { news: "look-again" }
  | { news: "other-app" };

export const BEGIN: RestoreState = { step: "zips" };

/** News of a step that is over changes nothing: a Worker may still tell of it. */
export function changedRestore(state: RestoreState, told: RestoreNews): RestoreState {
  switch (told.news) {
    case "refused":
      return { step: "zips", refused: told.opened };
    case "opened": {
      const { archive, doubt } = told;
      return doubt ? { step: "doubt", archive, doubt } : { step: "apps", archive };
    }
    case "other-zips":
      return BEGIN;
    case "trusted":
      return state.step === "doubt" ? { step: "apps", archive: state.archive } : state;
    case "compare":
      if (state.step !== "apps") return state;
      return { step: "comparing", archive: state.archive, app: told.app, cancelling: false };
    case "progress":
      return state.step === "comparing" ? { ...state, progress: told.progress } : state;
    case "cancel":
      return state.step === "comparing" ? { ...state, cancelling: true } : state;
    case "compared": {
      if (state.step !== "comparing") return state;
      const { archive, app } = state;
      return { step: "compared", archive, app, compared: told.compared, ticked: new Set() };
    }
    case "ticked":
      return state.step === "compared" ? { ...state, ticked: told.ticked } : state;
    case "choose":
      return state.step === "compared" ? { ...state, step: "choosing", draft: draftFor(state.ticked) } : state;
    case "draft":
      return state.step === "choosing" ? { ...state, draft: told.draft } : state;
    case "look-again":
      return "compared" in state ? { ...comparedChoice(state), step: "compared" } : state;
    case "failed":
      return state.step === "comparing" ? { step: "apps", archive: state.archive, failed: told.error } : state;
    case "other-app":
      return "archive" in state ? { step: "apps", archive: state.archive } : state;
  }
}

function comparedChoice({ archive, app, compared, ticked }: ComparedChoice): ComparedChoice {
  return { archive, app, compared, ticked };
}
