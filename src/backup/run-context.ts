import type { DomainPart } from "../archive/domain-lists";
import type { Encrypt } from "../archive/encryption/encrypt";
import type { VolumeLimits } from "../archive/volumes/volume-limits";
import type { Clock } from "../domain/clock";
import type { Place } from "../domain/destination";
import type { DomainSource } from "../domain/domain-source";
import type { History } from "../domain/history";
import type { KeepToBudget, RequestBudget, RequestLimits, UsedRequests } from "../domain/request-budget";
import type { Waiting } from "../domain/progress";
import type { RequestCount } from "../domain/requests";
import type { Shortage } from "../domain/room";
import type { Source } from "../domain/source";
import type { Targets } from "../domain/targets";
import type { Workspace } from "../domain/workspace";
import type { Staging } from "../staging/staging";
import type { RunJournal } from "./journal/entries";
import type { Memory } from "./journal/memory";
import type { DescribeEvent, RunLog } from "./log-event";
import type { OpenArchive } from "../archive/reading/open-archive";
import type { ReportRunProgress, RunProgressTracker } from "./run-progress";
import type { ArchiveBuilder } from "./volumes/archive-builder";
import type { ArchiveName } from "./volumes/archive-name";
import type { WriteReadme } from "./volumes/readme";

/** What is wanted of a domain beside its apps. */
export interface DomainWish {
  parts: readonly DomainPart[];
  /** Ids of spaces that somebody decided to leave out. */
  spacesLeftOut: readonly string[];
}

export interface RunOptions {
  filePrefix: string;
  /** IANA name: of the stamps in file names. */
  timeZone: string;
  volumeLimits: VolumeLimits;
  /** How many attachments, settings or comments are asked for at the same time. */
  requestsAtOnce: number;
  requestLimits: RequestLimits;
}

/** The world, as the engine meets it. */
export interface RunParts extends RequestCount {
  source: Source;
  /** What to read of the domain beside its apps, and where. Absent when only apps are asked for. */
  domain?: DomainWish & { source: DomainSource };
  targets: Targets;
  history: History;
  workspace: Workspace;
  /** Of the workspace; absent where nothing survives the end of the process. */
  journal?: RunJournal;
  /** Where the archive is saved: one at least. The run is one as long as one of them takes it. */
  places: readonly Place[];
  /** Encrypts volumes before they leave; absent when they leave as they are. */
  encrypt?: Encrypt;
  /** What has not changed since is taken from it. Absent when everything is to be read afresh. */
  previous?: OpenArchive;
  /** What earlier runs used of each app today. Absent where nobody knows. */
  usedRequests?: () => Promise<UsedRequests>;
  /** What the run was begun in spite of. */
  shortage?: Shortage;
  /** Has the source wait where an app's budget is used up. Absent where it cannot. */
  keepToBudget?: KeepToBudget;
  /** Tells whenever everything has to wait, and when it is over. Absent where nothing is sat out. */
  onWaiting?: (hear: (waiting: Waiting) => void) => void;
  clock: Clock;
  /** Ends the run soon, as `cancelled`. The source's requests must end with it. */
  signal: AbortSignal;
  report: ReportRunProgress;
  describe: DescribeEvent;
  /** The text of the archive's `README.txt`, in the user's language. */
  readme: WriteReadme;
}

/** What the steps of one run share. */
export interface RunContext extends RunParts {
  options: RunOptions;
  log: RunLog;
  progress: RunProgressTracker;
  staging: Staging;
  archive: ArchiveBuilder;
  archiveName: ArchiveName;
  memory: Memory;
  budget: RequestBudget;
  /** Tells the history, now and then, that the run is alive. */
  beat: () => void;
  /** How much of what a run may hold in memory is this target's, from 0 to 1: several may be read at the same time. */
  shareOfMemory: () => number;
}
