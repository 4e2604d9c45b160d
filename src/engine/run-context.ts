import type { VolumeLimits } from "../archive/volumes";
import type { ArchiveBuilder } from "./volumes/archive-builder";
import type { Clock } from "./clock";
import type { Destination } from "./destination";
import type { History } from "./history";
import type { Journal } from "./journal/journal";
import type { Memory } from "./journal/memory";
import type { DescribeEvent, RunLog } from "./log";
import type { ReportProgress } from "./progress/progress";
import type { ProgressTracker } from "./progress/progress-tracker";
import type { PreviousArchive } from "./previous/previous-archive";
import type { WriteReadme } from "./volumes/readme";
import type { Source } from "./source";
import type { Staging } from "./staging/staging";
import type { Targets } from "./target";
import type { Workspace } from "./workspace";

export interface RunOptions {
  filePrefix: string;
  /** IANA name: of the stamps in file names. */
  timeZone: string;
  volumeLimits: VolumeLimits;
  /** How many attachments, settings or comments are asked for at the same time. */
  requestsAtOnce: number;
}

/** The world, as the engine meets it. */
export interface RunParts {
  source: Source;
  targets: Targets;
  history: History;
  workspace: Workspace;
  /** Of the workspace; absent where nothing survives the end of the process. */
  journal?: Journal;
  destination: Destination;
  /** What has not changed since is taken from it. Absent when everything is to be read afresh. */
  previous?: PreviousArchive;
  clock: Clock;
  /** Ends the run soon, as `cancelled`. The source's requests must end with it. */
  signal: AbortSignal;
  report: ReportProgress;
  describe: DescribeEvent;
  /** The text of the archive's `README.txt`, in the user's language. */
  readme: WriteReadme;
  /** API requests made so far, in this attempt. */
  requests: () => number;
  /** Those of an app. */
  requestsOf: (appId: string) => number;
}

/** What the steps of one run share. */
export interface RunContext extends RunParts {
  options: RunOptions;
  log: RunLog;
  progress: ProgressTracker;
  staging: Staging;
  archive: ArchiveBuilder;
  memory: Memory;
  /** Tells the history, now and then, that the run is alive. */
  beat: () => void;
  /** How much of what a run may hold in memory is this target's, from 0 to 1: several may be read at the same time. */
  shareOfMemory: () => number;
}
