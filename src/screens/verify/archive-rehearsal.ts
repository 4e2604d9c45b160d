import type { RehearsalVerdict } from "../../restore/rehearsal/rehearsed";
import type { ToldRehearsal } from "../text/rehearsal/rehearsal-report";

/** What a rehearsal found, in words, as plain data: it may cross from a Worker. */
export interface ArchiveRehearsal {
  verdict: RehearsalVerdict;
  apps: ToldRehearsal[];
}

/** How far it is: the app whose records are looked at, and how many were. */
export interface RehearsalProgress {
  app: string;
  done: number;
}

export interface RehearsalWatcher {
  report: (progress: RehearsalProgress) => void;
  signal: AbortSignal;
}
