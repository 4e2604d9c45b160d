import type { AppRef } from "../../domain/target";
import type { Waiting } from "../../domain/progress";
import type { NamedPerson } from "../../restore/apps/people/settled-people";
import type { RestoreProgress } from "../../restore/restore-progress";
import type { RebuildWish } from "../../restore/apps/rebuild-wish";
import type { UsableArchive, Watcher } from "../restore/restore-desk";

/** What of the archive that is open is wanted anew, how, and why. Plain data: it is kept as it is. */
export interface RebuildOrdered {
  /** The apps' names in the archive. */
  folders: readonly string[];
  wish: RebuildWish;
  reason: string;
  archive: Pick<UsableArchive, "runId" | "digest">;
}

/** An app of the archive, as far as it tells whether it can be made anew. */
export interface ArchivedForm {
  folder: string;
  /** Without a form nothing can be made. */
  hasForm: boolean;
  /** The apps that its fields and actions take from or lead to, by the archive's ids. */
  needs: readonly string[];
}

/** Somebody who is gone, in words, too. */
interface ToldPerson extends NamedPerson {
  told: string;
}

/** What would be done, told before anything is made. */
export interface PlannedRebuild {
  apps: ReadonlyArray<{ folder: string; told: string; toDos: readonly string[] }>;
  /** What is foreseen, in words. */
  foreseen: readonly string[];
  /** Whom settings or records name, and who is gone. */
  gone: readonly ToldPerson[];
  /** Of those, whoever nobody has decided about: nothing is made. */
  undecided: readonly ToldPerson[];
  /** Who was to stand in their place, and is not there either: nothing is made. */
  strangers: readonly ToldPerson[];
  /** Apps that are named and that nothing stands for, by the archive's ids. */
  nowhere: readonly string[];
  /** How many steps it takes, and about how many requests. */
  steps: number;
  requests: number;
  /** How many people may be told of comments; nobody where none are written. */
  notifications: number;
}

/** How far it is, or why it waits. */
export interface RebuildingProgress {
  /** In words. */
  step?: string;
  /** From 1, of all steps. */
  at?: { step: number; of: number };
  /** Apps or records of the step. */
  amount?: { done: number; total: number } | undefined;
  /** Of records: the app's name, and what is done with it. */
  records?: string | undefined;
  /** kintone's answer was lost: so many records are looked for. */
  lookedFor?: RestoreProgress["lookedFor"];
  requests?: number;
  waitingFor?: Waiting["waitingFor"];
}

/** An app that was made, in words. */
export interface ToldNewApp {
  app: AppRef;
  name: string;
  /** It, and what it was. */
  told: string;
  /** Nothing of it is otherwise than in the archive. */
  isWhole: boolean;
  records: readonly string[];
  otherwise: readonly string[];
  toDos: readonly string[];
  oldIds: readonly string[];
}

/** What came of it, in words. */
export interface ToldRebuild {
  verdict: "whole" | "left-out" | "stopped" | "nothing";
  apps: readonly ToldNewApp[];
  /** Why it ended before its end, and what to do. */
  stopped: readonly string[];
  /** The same as text and as lines of JSON. */
  files: ReadonlyArray<{ name: string; of: "text" | "lines" | "records"; content: Blob }>;
}

/** What was broken off, and goes on as it was asked for then. */
export interface BrokenRebuild {
  rebuildId: string;
  /** ISO 8601. */
  startedAt: string;
  asked: RebuildOrdered;
}

/** What is done off the page's main thread, where that is possible; one thing after the other. The archive has to be open. */
export interface RebuildWork {
  forms(asked: Record<string, never>): Promise<readonly ArchivedForm[]>;
  /** Looks at the archive, and who is gone; makes nothing. */
  planApps(asked: RebuildOrdered, watcher: Watcher<RebuildingProgress>): Promise<PlannedRebuild>;
  /** Makes them. What was begun can go on as long as it has no end, in this call or at a later visit. */
  makeApps(asked: RebuildOrdered, watcher: Watcher<RebuildingProgress>): Promise<ToldRebuild>;
  goOnMaking(asked: { kept: BrokenRebuild }, watcher: Watcher<RebuildingProgress>): Promise<ToldRebuild>;
}

/** What the screen asks of the world. */
export interface RebuildDesk extends RebuildWork {
  /** What is broken off in this browser: its apps would be made once more. */
  unfinished(): Promise<BrokenRebuild | undefined>;
  /** Rejects when there is no such space, or it is not open to who asks. */
  spaceName(id: string, isGuest: boolean): Promise<string>;
  appUrl(app: AppRef): string;
  /** Hands a file to the browser as a download. */
  save(name: string, file: Blob): void;
}
