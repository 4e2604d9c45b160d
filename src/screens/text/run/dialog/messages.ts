import type { RunProgress } from "../../../../backup/run-progress";
import type { FinalStatus } from "../../../../domain/status";

/** What is told of a run while it goes on, and when it has ended. */
export interface DialogMessages {
  title: string;
  keepOpen: string;
  phase: Record<RunProgress["phase"], string>;
  target: (position: number, of: number, appName: string) => string;
  records: string;
  attachments: string;
  size: string;
  requests: string;
  /** `atOnce`: how many requests may be under way at the same time; unknown before the first. */
  pace: (requests: string, atOnce: number | undefined) => string;
  elapsed: string;
  timeLeft: string;
  timeLeftUnknown: string;
  /** An amount done, and of how much when that is known; both already written out. */
  amount: (done: string, total?: string) => string;
  progressLabel: string;
  /** Why nothing goes on, and what to do about it. */
  waitingFor: Record<NonNullable<RunProgress["waitingFor"]>, { title: string; note: string }>;
  heldBack: {
    /** Of which apps nothing is asked, until when and why, and what happens then. */
    why: (waiting: NonNullable<RunProgress["heldBack"]>) => string;
    /** What may be done meanwhile, where what was read survives. */
    mayClose: string;
  };
  /** Of the link to the log-in, which opens in another tab. */
  logInAgain: string;
  /** Before another run is begun instead of one that could go on. */
  startAnew: string;
  startAnewQuestion: string;
  cancelling: string;
  cancellingNote: string;
  close: string;
  /** What came of the run, in a sentence that promises nothing that is not so. */
  verdict: Record<FinalStatus, (facts: VerdictFacts) => string>;
  failedToRun: string;
  results: string;
  app: string;
  statusHeading: string;
  problemsHeading: string;
  nothingMissing: string;
  appId: (appId: string, guestSpaceId: string | undefined) => string;
  runProblems: string;
  /** Of the run, which does not count against it. */
  told: string;
  moreProblems: (hidden: number) => string;
  volumes: string;
  file: string;
  saveFile: string;
  saveThisFile: (name: string) => string;
  saveAgain: string;
  saveAgainFile: (name: string) => string;
  saveFailed: string;
  openHistory: string;
  historyMissing: string;
  saveFacts: string;
}

interface VerdictFacts {
  targets: number;
  /** Targets of which something is missing. */
  incomplete: number;
  volumes: number;
  seconds: number;
}
