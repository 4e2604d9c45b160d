import type { PlainError } from "../../domain/plain-error";
import type { Waiting } from "../../domain/progress";
import type { AppRef } from "../../domain/target";
import type { Comparison, NotComparable } from "../../restore/compare/comparison";
import type { Matching } from "../../restore/compare/matching";
import type { NotExact } from "../../restore/plan/why-not-exact";
import type { PlanFile, wrongPlan } from "../../restore/plan/plan-file";
import type { parsePlanFile } from "../../restore/plan/read-plan-file";
import type { NOTHING_DECIDED, RestoreChoices } from "../../restore/plan/restore-choices";
import type { ComparisonVerdict, RestoreStart, RestoreVerdict } from "../../domain/restore-outcome";
import type { Obstacle } from "../../restore/preflight/obstacle";
import type { decided } from "../../restore/preflight/way";
import type { RestoreProgress } from "../../restore/restore-progress";
import type { KeptRestore } from "../../restore/run-restore";
import type { ComparedSetting } from "../../restore/settings/settings-comparison";
import type { SettingsVerdict } from "../../restore/settings/settings-verdict";
import type { ArchiveCheck, CheckProgress } from "../verify/archive-check";
import type { ToldArchive } from "../verify/judgement";
import type { FindingsAsked, FindingsPage, Ticking } from "./found-records";

/** Who waits for something that takes its time. A method that is given one rejects with `CANCELLED` when the signal is aborted. */
export interface Watcher<Progress> {
  report: (progress: Progress) => void;
  signal: AbortSignal;
  /** A zip of the backup before a restore is ready. */
  handOver?: (name: string, file: File) => void;
}

/** Zips that were read back and, when they are a sound archive, opened. */
export interface OpenedZips {
  check: ArchiveCheck;
  archive?: OpenedArchive;
}

/** An archive of which everything is at hand and as it was made. */
export interface OpenedArchive {
  runId: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  apps: readonly ArchivedApp[];
}

/** One that somebody goes on with. */
export interface UsableArchive extends OpenedArchive {
  /** `archiveDigest` of its volumes by the names that their run gave them, as far as they are known. */
  digest: string;
  /** Whether the history knows it; else somebody goes on all the same. */
  isVouched: boolean;
}

/** What an archive has of an app. */
export interface ArchivedApp {
  /** Its name in the archive. */
  folder: string;
  app: AppRef;
  name: string;
  records: number;
  attachments: number;
}

/** Another app than the one that the archive was made of. */
export interface OtherApp {
  app: AppRef;
  name: string;
  /** The field that its records are known by; without one, records are only added. */
  key?: string;
}

export interface ComparisonWish {
  folder: string;
  /** With which app, where it is another. */
  into?: OtherApp;
  /** Files by their contents, too. */
  bytes: boolean;
  /** Where something was decided already, records are compared as it says. */
  decided?: PlanFile;
}

/** How far a comparison is, or why it waits. */
export interface ComparisonProgress {
  done: number;
  total: number;
  waitingFor?: Waiting["waitingFor"];
}

/** A comparison that is to be in the history. */
export interface RecordedWish {
  /** Empty when nobody says why. */
  reason: string;
  /** Of the archive, as the history has it. */
  digest: string;
}

/** What came of a comparison, but for the records: those are asked for page by page. */
export interface ComparedApp {
  verdict: ComparisonVerdict;
  /** Absent when there was nothing to compare: `obstacle` or `error` says why. */
  comparison?: Comparison;
  obstacle?: NotComparable;
  error?: PlainError;
  /** Why the archive cannot tell that a record should not be there. */
  notExact?: NotExact;
  /** Files were compared by their contents. */
  bytes?: true;
  /** What "attachments only" means: codes of the fields with files. */
  attachmentFields?: readonly string[];
}

/** What became of the settings of an app. */
export interface ToldSettings {
  verdict: SettingsVerdict;
  differences: number;
  compared: readonly ComparedSetting[];
  /** What was not compared, and why, in words. */
  notCompared: readonly string[];
}

/** A field of an app of the archive. */
interface FieldAsked {
  folder: string;
  field: string;
}

/** What putting a field back would do, or why it cannot be done, in words. */
export type OfferedField = { would: readonly string[]; app: string } | { why: string };

/** What is done off the page's main thread, where that is possible; one thing after the other. */
export interface RestoreWork {
  /** Whether what a restore does outlasts this page: else it must not begin. */
  keepsJournals(asked: Record<string, never>): Promise<boolean>;
  /** @param asked of a run, when its archive is expected */
  open(asked: { files: readonly File[]; runId?: string }, watcher: Watcher<CheckProgress>): Promise<OpenedZips>;
  compare(asked: ComparisonWish, watcher: Watcher<ComparisonProgress>): Promise<ComparedApp>;
  /** Compares what was compared last once more, and leaves it in the history. Resolves to the `$id` of the record. */
  record(asked: RecordedWish, watcher: Watcher<ComparisonProgress>): Promise<string>;
  /** Compares the settings of an app of the archive, too. */
  compareSettings(
    asked: Pick<ComparisonWish, "folder" | "into">,
    watcher: Watcher<Partial<ComparisonProgress>>,
  ): Promise<ToldSettings | NotComparable>;
  /** Looks whether a field that the app has not any more can be put back; changes nothing. */
  offerField(asked: FieldAsked, watcher: Watcher<Partial<ComparisonProgress>>): Promise<OfferedField>;
  /** Puts it back, and leaves that in the history. Resolves to what came of it, in words. */
  addField(asked: FieldAsked, watcher: Watcher<Partial<ComparisonProgress>>): Promise<string>;
  /** By which fields an app of the archive and another one know their records, or why they cannot be compared. */
  keys(asked: { folder: string; app: AppRef }): Promise<NotComparable | { keys: readonly string[] }>;
  /** Of the last comparison. */
  findings(asked: FindingsAsked): Promise<FindingsPage>;
  /** Which records are ticked is known here alone. */
  tick(asked: Ticking): Promise<void>;
  /** What each mode would do by the last comparison. */
  numbers(asked: Pick<RestoreChoices, "selection" | "fields"> & { onlyTicked: boolean }): Promise<RestoreNumbers>;
  /** Looks for all that stands in the way; writes nothing. */
  check(asked: RestoreOrdered, watcher: Watcher<ComparisonProgress>): Promise<CheckedRestore>;
  /** Does what was checked last, and nothing else. */
  restore(asked: RestoreOrdered, watcher: Watcher<RestoringProgress>): Promise<ToldRestore | NotSecuredRestore>;
  /** Goes on with a restore that was broken off; its archive has to be open. One that can never go on is given up. */
  goOn(
    asked: { kept: BrokenRestore },
    watcher: Watcher<RestoringProgress>,
  ): Promise<ToldRestore | NotSecuredRestore | NotGoneOn>;
}

/** What is wanted, from which archive, and why. */
export interface RestoreOrdered {
  choices: RestoreChoices;
  /** Of the records that are chosen, those that are ticked. */
  onlyTicked: boolean;
  reason: string;
  archive: { runId: string; digest: string };
  /** The plan that the choices are of, where they are of one. */
  decided?: PlanFile;
}

export interface CheckedRestore {
  numbers: RestoreStart["planned"];
  obstacles: readonly ToldObstacle[];
  /** `restore-plan.json`. */
  planText: string;
  /** Exactly what was decided, or why it is something else, in words; absent where nothing was. */
  asDecided?: true | string;
}

/** Something that stands in the way, or that should be known, in words. */
export interface ToldObstacle extends Pick<Obstacle, "code" | "weight" | "ways"> {
  sentence: string;
}

/** A restore whose page was closed before it ended. */
export interface BrokenRestore extends KeptRestore {
  choices: RestoreChoices;
  matching: Matching;
}

/** How far a restore is, or why it waits. */
export interface RestoringProgress extends Partial<RestoreProgress> {
  /** Of the backup that comes first, in words. */
  detail?: string;
  waitingFor?: Waiting["waitingFor"];
}

/** What came of a restore, in words. */
export interface ToldRestore {
  restoreId: string;
  verdict: RestoreVerdict;
  planned: RestoreStart["planned"];
  app: RestoreStart["app"];
  numbers: ReadonlyArray<readonly [name: string, number: string]>;
  /** Records that are not as it was wished; the first ones, and how many there are beside them. */
  otherwise: readonly string[];
  more: number;
  /** All of it, as JSON lines. */
  report: Blob;
  stopped?: string;
  historyRecordId?: string;
  /** Why the history does not tell how it ended. */
  unrecorded?: string;
  /** Of the backup that was made before. */
  safetyRunId?: string;
  /** The way back, where there is one. */
  undo?: PlanFile;
}

/** Nothing was written: the backup before it would have been no way back. */
export interface NotSecuredRestore {
  /** What that backup lacks, in words. */
  lacking: readonly string[];
}

/** A restore that was broken off is left as it is. */
export interface NotGoneOn {
  /** In words. */
  why: string;
}

/** Of a selection of records, how many each mode would write. */
export interface RestoreNumbers extends Record<"add" | "putBack" | "surplus" | "newer", number> {
  /** How many records of the archive the selection means, whether they differ or not; absent when it means all. */
  chosen?: number;
  /** Why the condition that chooses records cannot be answered, in words. */
  problems: readonly string[];
  /** The fields that differ, by their codes, and in how many records. */
  fields: ReadonlyArray<{ field: string; records: number }>;
}

/** What the screen asks of the world. */
export interface RestoreDesk extends RestoreWork {
  /** What the history says of a run's archive; `undefined` when it knows no such run. Rejects when it cannot be read. */
  toldOf(runId: string): Promise<ToldArchive | undefined>;
  /** Apps that somebody may look for, by a part of their name or by their id: those beside the archive's. */
  findApps(text: string, beside: AppRef): Promise<ReadonlyArray<Omit<OtherApp, "key">>>;
  urlOf(app: AppRef, recordId: string): string;
  /** Whether what a restore does outlasts the page (`keepsJournals`); else there are comparisons only. */
  canRestore: boolean;
  appUrl(app: AppRef): string;
  /** The app that remembers restores. */
  management: AppRef;
  /** Hands a file to the browser as a download. */
  save(name: string, file: Blob): void;
  handOver(name: string, file: File): void;
  nothingDecided: typeof NOTHING_DECIDED;
  /** Of the domain. */
  baseUrl: string;
  readPlan: typeof parsePlanFile;
  wrongPlan: typeof wrongPlan;
  decided: typeof decided;
}
