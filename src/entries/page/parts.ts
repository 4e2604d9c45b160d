import type { AppRecord } from "../../domain/record-store";
import type { UnsavedPrivateRun } from "../../workspace/private-runs";
import type { ResumableRun } from "../worker/resumable-run";

/** What people can use on the pages of the backup-management app. */
export interface Parts {
  run: () => Promise<RunPart>;
  history: () => Promise<HistoryPart>;
  verification: () => Promise<VerificationPart>;
  changes: () => Promise<ChangesPart>;
  saving: () => Promise<SavingPart>;
  acceptance: () => Promise<AcceptancePart>;
  restore: () => Promise<RestorePart>;
}

export interface RunPart {
  /** "Run backup now" was pressed. */
  press(pluginId: string): Promise<void>;
  /** "Continue" was pressed; maybe in another tab too, or the run was discarded there. */
  goOn(interrupted: ResumableRun): Promise<void>;
  /** Rejects when the history cannot be written; the next run then says so, a quarter of an hour later. */
  discard(interrupted: ResumableRun): Promise<void>;
}

export interface HistoryPart {
  /** "Check history" was pressed. */
  check(): Promise<void>;
  /**
   * Returns what takes the overview away again.
   *
   * @param takesFocus whether somebody who pressed a button should find it where the focus is
   */
  drawOverview(place: HTMLElement, pluginId: string, takesFocus: boolean): () => void;
}

export interface ChangesPart {
  /**
   * Records what became of a target. Never rejects; what could not be recorded is told.
   *
   * @param before of a record that was there before; `after` of one that still is
   */
  record(before: Cells | undefined, after: Cells | undefined): Promise<void>;
}

type Cells = kintone.RecordPageEvent["record"];

export interface VerificationPart {
  /** @param record of a run that has ended; returns what takes it away again, and nothing for a record that tells of no run */
  draw(place: HTMLElement, record: AppRecord): (() => void) | undefined;
}

export interface SavingPart {
  /** "Save and confirm" was pressed. Resolves when the dialog over the run's zips is closed. */
  open(run: UnsavedPrivateRun): Promise<void>;
  /** Removes the zips from this browser. */
  discard(run: UnsavedPrivateRun): Promise<void>;
  /** @param record of a run whose zips are not known to be saved; resolves as `VerificationPart.draw` returns */
  draw(place: HTMLElement, record: AppRecord): Promise<(() => void) | undefined>;
}

export interface AcceptancePart {
  /** @param record of a run that tells of lasting gaps; returns what takes it away again */
  draw(place: HTMLElement, record: AppRecord): () => void;
}

export interface RestorePart {
  /**
   * The button was pressed. Resolves when the dialog is closed.
   *
   * @param runId of the run on whose record it was
   */
  open(pluginId: string, runId?: string): Promise<void>;
  /** A restore is to be taken back. Resolves when the dialog is closed; people are told where it cannot be. */
  undo(pluginId: string, record: AppRecord): Promise<void>;
  /** "Continue" was pressed for a restore that was broken off. */
  goOn(pluginId: string, restoreId: string): Promise<void>;
  /** Rejects when the history cannot be told: then it is offered once more. */
  discard(restoreId: string): Promise<void>;
  /** The page of a drill was closed before it ended: the history says so from now on. Resolves to whether it did not before. */
  interruptDrill(drillId: string): Promise<boolean>;
}
