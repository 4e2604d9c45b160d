import type { DrillCounts, DrillScope, DrillVerdict, ScratchFate } from "../../domain/drill-outcome";
import type { Waiting } from "../../domain/progress";
import type { AppRef } from "../../domain/target";
import type { DrillProgress } from "../../restore/drill/drill-progress";
import type { ForeseenDrill } from "../../restore/drill/foreseen-drill";
import type { RestoreDesk, Watcher } from "../restore/restore-desk";
import type { DescribedDrill } from "../text/drill/drill-report";

/** What is done off the page's main thread with the archive that is open. */
export interface DrillWork {
  /** What drills of these apps would do, in their order; nothing for an app that cannot be drilled. Writes nothing. */
  foreseeDrills(
    asked: { folders: readonly string[]; scope: DrillScope },
    watcher: Watcher<ForeseeingProgress>,
  ): Promise<ReadonlyArray<ForeseenDrill | undefined>>;
  /** Drills one app. Rejects only when it could not begin. */
  drill(asked: DrillOrdered, watcher: Watcher<DrillingProgress>): Promise<ToldDrill>;
}

export interface DrillOrdered {
  drillId: string;
  folder: string;
  appName: string;
  scope: DrillScope;
  /** Empty when nobody says why. */
  reason: string;
  /** Of the archive, as the history has it. */
  digest: string;
}

/** How many apps were looked at, or why it waits. */
export interface ForeseeingProgress {
  done: number;
  waitingFor?: Waiting["waitingFor"];
}

/** How far a drill is, or why it waits. */
export interface DrillingProgress {
  phase?: DrillProgress["phase"];
  records?: DrillProgress["records"] | undefined;
  /** API requests so far. */
  requests?: number;
  waitingFor?: Waiting["waitingFor"];
}

/** What came of a drill, as a page shows it. */
export interface ToldDrill {
  drillId: string;
  verdict: DrillVerdict;
  counts: DrillCounts;
  described: DescribedDrill;
  /** Absent where there was none yet when it ended. */
  scratch?: AppRef & { name: string; fate: ScratchFate };
  /** All of it, as JSON lines. */
  report: Blob;
  /** Why it ended before it could be judged, in words. */
  stopped?: string;
  /** Every other app would meet the same. */
  endsAll?: true;
  historyRecordId?: string;
  /** Why the history does not tell how it ended, in words. */
  unrecorded?: string;
}

/** What the screen asks of the world. */
export interface DrillDesk extends DrillWork, Pick<RestoreDesk, "urlOf" | "appUrl" | "management" | "save"> {
  newDrillId(): string;
  /** Writes what is done about a drill that did not pass into its record. */
  saveAction(recordId: string, action: string): Promise<void>;
}
