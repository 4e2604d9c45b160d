import type { PlainError } from "../../domain/plain-error";
import type { Waiting } from "../../domain/progress";
import type { AppRef } from "../../domain/target";
import type { Comparison, NotComparable } from "../../restore/compare/comparison";
import type { NotExact } from "../../restore/plan/why-not-exact";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import type { ComparisonVerdict } from "../../domain/restore-outcome";
import type { ArchiveCheck, CheckProgress } from "../verify/archive-check";
import type { ToldArchive } from "../verify/judgement";
import type { FindingsAsked, FindingsPage } from "./found-records";

/** Who waits for something that takes its time. A method that is given one rejects with `CANCELLED` when the signal is aborted. */
export interface Watcher<Progress> {
  report: (progress: Progress) => void;
  signal: AbortSignal;
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

/** What an archive has of an app. */
export interface ArchivedApp {
  /** Its name in the archive. */
  folder: string;
  app: AppRef;
  name: string;
  records: number;
  attachments: number;
}

export interface ComparisonWish {
  folder: string;
  /** Files by their contents, too. */
  bytes: boolean;
}

/** How far a comparison is, or why it waits. */
export interface ComparisonProgress {
  done: number;
  total: number;
  waitingFor?: Waiting["waitingFor"];
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
}

/** What is done off the page's main thread, where that is possible; one thing after the other. */
export interface RestoreWork {
  /** @param asked of a run, when its archive is expected */
  open(asked: { files: readonly File[]; runId?: string }, watcher: Watcher<CheckProgress>): Promise<OpenedZips>;
  compare(asked: ComparisonWish, watcher: Watcher<ComparisonProgress>): Promise<ComparedApp>;
  /** Of the last comparison. */
  findings(asked: FindingsAsked): Promise<FindingsPage>;
  /** What each mode would do by the last comparison. */
  numbers(asked: Pick<RestoreChoices, "selection" | "fields">): Promise<RestoreNumbers>;
}

/** Of a selection of records, how many each mode would write. */
export interface RestoreNumbers extends Record<"add" | "putBack" | "surplus" | "newer", number> {
  /** The fields that differ, by their codes, and in how many records. */
  fields: ReadonlyArray<{ field: string; records: number }>;
}

/** What the screen asks of the world. */
export interface RestoreDesk extends RestoreWork {
  /** What the history says of a run's archive; `undefined` when it knows no such run. Rejects when it cannot be read. */
  toldOf(runId: string): Promise<ToldArchive | undefined>;
  urlOf(app: AppRef, recordId: string): string;
  /** Whether what a restore does outlasts this page: else it must not begin. */
  canRestore: boolean;
  /** Nobody asks any more. */
  leave(): void;
}
