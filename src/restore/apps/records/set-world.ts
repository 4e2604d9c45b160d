import type { AppWorkshop } from "../../../domain/app-workshop";
import type { RestoreStart } from "../../../domain/restore-outcome";
import type { Matching } from "../../compare/matching";
import type { RestoreChoices } from "../../plan/restore-choices";
import type { RestorePlan } from "../../plan/restore-plan";
import type { RestoreProgress } from "../../restore-progress";
import type { KeptRestore, RestoreAsked, RestoreWorld } from "../../run-restore";
import type { SetApp } from "./set-app";
import type { RestorePass, SetJournal } from "./set-journal";
import type { SetReportLine } from "./set-report-line";

/** The records of which apps go where, who wants it, and what beside them. */
export interface SetOrder {
  apps: readonly SetApp[];
  asked: Pick<RestoreAsked, "trigger" | "operator" | "reason"> & { archive: Omit<RestoreAsked["archive"], "appId"> };
  /** Records get their status and their assignees, for which who restores becomes who changed them last, now. */
  status: boolean;
  /** Records get their comments, as comments of who restores. */
  comments: boolean;
  /** In which the times of comments are written. */
  timeZone: string;
}

/** Where one restore of a set keeps what another attempt needs of it, and tells what became of each record. */
export interface RestoreRoom extends Pick<RestoreWorld, "journal" | "blobOf" | "openReport"> {
  /** What an attempt kept that did not come to its end. */
  earlier?: KeptRestore & AboutRestore;
  keep: (kept: KeptRestore, about: AboutRestore) => Promise<void>;
  /** Its end is in the history: nothing of it is needed any more, but its report. */
  clear: () => Promise<void>;
}

/** What a restore of a set is made with. */
export interface AboutRestore {
  choices: RestoreChoices;
  matching: Matching;
}

/** What a set needs of the world. */
export interface SetWorld extends Pick<
  RestoreWorld,
  "source" | "sink" | "restores" | "requestsAllowed" | "requests" | "pause" | "clock" | "signal"
> {
  journal: SetJournal;
  /** The same one for the same pass of the same app, in every attempt. */
  room: (pass: RestorePass, app: SetApp) => Promise<RestoreRoom>;
  newRestoreId: (startedAt: Date) => string;
  /** What was decided and planned for one app, as people can read it again. */
  planText: (start: Pick<RestoreStart, "archive" | "app">, about: AboutRestore, plan: RestorePlan) => string;
  workshop: AppWorkshop;
  /** Takes what became of the set beside its restores, whose own reports tell of each record. What earlier attempts told is told again. */
  tell: (line: SetReportLine) => Promise<void>;
  report: (progress: SetProgress) => void;
}

/** What a set is doing now. */
export interface SetProgress {
  /** The app's name. */
  app: string;
  step: RestorePass | "status" | "comments";
  /** Of a restore. */
  phase?: RestoreProgress["phase"];
  records?: { done: number; total: number };
  lookedFor?: RestoreProgress["lookedFor"];
}
