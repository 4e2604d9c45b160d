import type { BackupError } from "../../domain/errors";
import type { BrokenRebuild, PlannedRebuild, RebuildingProgress, ToldRebuild } from "./rebuild-desk";
import type { RebuildDraft } from "./rebuild-draft";

/** What the screen shows, from what is wanted to what came of it. */
export type RebuildState =
  | { step: "choosing"; draft: RebuildDraft; failed?: BackupError }
  | { step: "planning"; draft: RebuildDraft; cancelling: boolean; progress: RebuildingProgress }
  /** Nothing was made yet: this is what would be, and what has to be decided. */
  | { step: "planned"; draft: RebuildDraft; planned: PlannedRebuild }
  /** What was broken off is about to go on. */
  | { step: "going-on"; kept: BrokenRebuild }
  | { step: "making"; cancelling: boolean; progress: RebuildingProgress }
  | { step: "made"; told: ToldRebuild }
  /** Nothing was begun. */
  | { step: "failed"; error: BackupError };

export type RebuildNews =
  | { news: "draft"; draft: RebuildDraft }
  | { news: "plan"; draft: RebuildDraft }
  | { news: "planned"; planned: PlannedRebuild }
  | { news: "choose" }
  | { news: "make" }
  | { news: "progress"; progress: RebuildingProgress }
  | { news: "cancel" }
  | { news: "made"; told: ToldRebuild }
  | { news: "failed"; error: BackupError };

/** News of a step that is over changes nothing: a Worker may still tell of it. */
export function changedRebuild(state: RebuildState, told: RebuildNews): RebuildState {
  switch (told.news) {
    case "draft":
      return state.step === "choosing" || state.step === "planned" ? { ...state, draft: told.draft } : state;
    case "plan":
      return { step: "planning", draft: told.draft, cancelling: false, progress: {} };
    case "planned":
      return state.step === "planning" ? { step: "planned", draft: state.draft, planned: told.planned } : state;
    case "choose":
      return "draft" in state ? { step: "choosing", draft: state.draft } : state;
    case "make":
      return { step: "making", cancelling: false, progress: {} };
    case "progress":
      if (state.step !== "planning" && state.step !== "making") return state;
      return { ...state, progress: { ...state.progress, ...told.progress } };
    case "cancel":
      return "cancelling" in state ? { ...state, cancelling: true } : state;
    case "made":
      return { step: "made", told: told.told };
    case "failed":
      if (state.step === "planning") return { step: "choosing", draft: state.draft, failed: told.error };
      return { step: "failed", error: told.error };
  }
}
