import type { BackupError } from "../../domain/errors";
import type { ForeseenDrill } from "../../restore/drill/foreseen-drill";
import type { ArchivedApp } from "../restore/restore-desk";
import type { DrillDraft } from "./drill-draft";
import type { DrillingProgress, ForeseeingProgress, ToldDrill } from "./drill-desk";

/** An app, and what its drill would do; nothing where it cannot be drilled. */
export interface ForeseenApp {
  app: ArchivedApp;
  foreseen?: ForeseenDrill | undefined;
}

/** An app, and what came of its drill, or why it could not begin; neither where an earlier one was the last. */
export interface DrilledApp {
  app: ArchivedApp;
  told?: ToldDrill;
  error?: BackupError;
}

/** What the screen shows. */
export type DrillState =
  | { step: "choosing"; draft: DrillDraft; failed?: BackupError }
  | { step: "foreseeing"; draft: DrillDraft; cancelling: boolean; progress: Partial<ForeseeingProgress> }
  /** Nothing was written yet. */
  | { step: "foreseen"; draft: DrillDraft; apps: readonly ForeseenApp[] }
  | { step: "drilling"; app: ArchivedApp; at: number; of: number; cancelling: boolean; progress: DrillingProgress }
  | { step: "drilled"; drilled: readonly DrilledApp[] };

export type DrillNews =
  | { news: "draft"; draft: DrillDraft }
  | { news: "foresee" }
  | { news: "foreseeing"; progress: ForeseeingProgress }
  | { news: "foreseen"; apps: readonly ForeseenApp[] }
  | { news: "change" }
  | { news: "drill"; app: ArchivedApp; at: number; of: number }
  | { news: "drilling"; progress: DrillingProgress }
  | { news: "drilled"; drilled: readonly DrilledApp[] }
  | { news: "cancel" }
  | { news: "failed"; error: BackupError };

/** News of a step that is over changes nothing: a Worker may still tell of it. */
export function changedDrill(state: DrillState, told: DrillNews): DrillState {
  switch (told.news) {
    case "draft":
      return state.step === "choosing" ? { ...state, draft: told.draft } : state;
    case "foresee":
      if (state.step !== "choosing") return state;
      return { step: "foreseeing", draft: state.draft, cancelling: false, progress: {} };
    case "foreseeing":
      if (state.step !== "foreseeing") return state;
      return { ...state, progress: { ...state.progress, ...told.progress } };
    case "foreseen":
      return state.step === "foreseeing" ? { step: "foreseen", draft: state.draft, apps: told.apps } : state;
    case "change":
      return "draft" in state ? { step: "choosing", draft: state.draft } : state;
    case "drill": {
      const { app, at, of } = told;
      return { step: "drilling", app, at, of, cancelling: false, progress: {} };
    }
    case "drilling":
      return state.step === "drilling" ? { ...state, progress: { ...state.progress, ...told.progress } } : state;
    case "drilled":
      return { step: "drilled", drilled: told.drilled };
    case "cancel":
      return "cancelling" in state ? { ...state, cancelling: true } : state;
    case "failed":
      return state.step === "foreseeing" ? { step: "choosing", draft: state.draft, failed: told.error } : state;
  }
}
