import type { AppRef } from "../../domain/target";
import type { RebuildStep } from "./step";
import type { ToDo } from "./to-do";
import type { Told } from "./told";

/** A step of making apps anew: written down before kintone hears of it, and when its answer is there. */
export type RebuildLine =
  /** `mark` is in the app's name until it gets its own: nobody else's app has it. Its id is greater than `after`. */
  | { kind: "making"; folder: string; mark: string; after: string }
  | { kind: "made"; folder: string; app: AppRef }
  /** All apps of the step are live with what it set, but for what is told. */
  | { kind: "done"; step: RebuildStep; told: readonly Told[]; toDos: readonly ToDo[] }
  /** The records are in the apps, as far as they are to be. */
  | ({ kind: "records" } & RecordsEnd)
  /** From here on who restores may have no right to manage the app. */
  | { kind: "closing"; folder: string }
  /** The app has its own permissions, or keeps the closed ones. */
  | { kind: "finished"; folder: string; told: readonly Told[]; toDos: readonly ToDo[] };

/** How the records of all apps came to their end. */
export interface RecordsEnd {
  /** Each is as in the archive, as far as it was wished. */
  isAsArchived: boolean;
}

/** What was made, so that no app is made twice when it ends in its middle. What is not noted must not be sent. */
export interface RebuildJournal {
  /** All that was noted, in that order, by this attempt and by those before it. */
  lines(): AsyncIterable<RebuildLine>;
  /** Resolves when it is on the disk; rejects when it could not be put there. */
  note(line: RebuildLine): Promise<void>;
}
