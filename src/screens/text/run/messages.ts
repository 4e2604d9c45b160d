import type { LogEvent } from "../../../backup/log-event";
import type { RunProgress } from "../../../backup/run-progress";
import type { AcceptedGap } from "../../../domain/accepted-gap";
import type { ErrorCode, ErrorFacts, Step } from "../../../domain/errors";
import type { Excess, OverBudget } from "../../../domain/request-budget";
import type { Shortage } from "../../../domain/room";
import type { FinalStatus } from "../../../domain/status";
import type { AskedMessages } from "../asked/messages";
import type { PageMessages } from "../page/messages";
import type { UnreachedTexts } from "../unreached/messages";

/** What is told of a run, on the screen, in the history and in the log, in one language. The compiler finds a missing text. */
export interface Messages extends PageMessages {
  asked: AskedMessages;
  step: Record<Step, string>;
  problem: ProblemMessages;
  run: RunMessages;
  room: RoomMessages;
  ruleNews: RuleNewsMessages;
  loss: LossMessages;
  budget: BudgetMessages;
  log: LogMessages;
}

interface ProblemMessages {
  sentence: Record<ErrorCode, (facts: ErrorFacts) => string>;
  unreached: UnreachedTexts;
  /** Puts kintone's own words behind a sentence. */
  kintoneSays: (sentence: string, message: string) => string;
  /** Puts before a sentence that somebody accepted it, and why. */
  accepted: (sentence: string, acceptance: AcceptedGap) => string;
  /** Puts what a developer needs behind a sentence. */
  withDetail: (sentence: string, detail: string) => string;
}

type Event<Kind extends LogEvent["kind"]> = Extract<LogEvent, { kind: Kind }>;
type LogMessages = {
  /** The sentences of `little-room` are those of `RoomMessages`, those of `waiting` are in `waitingFor`. */
  [Kind in Exclude<LogEvent["kind"], "problem" | "little-room" | "waiting">]: (event: Event<Kind>) => string;
} & {
  /** The sentence is what the problem reads like. */
  problem: (event: Event<"problem">, sentence: string) => string;
};

interface RunMessages {
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

/** Around the sentences about what rules stand for now, and did not before. */
interface RuleNewsMessages {
  heading: string;
  goOn: string;
}

interface RoomMessages {
  heading: string;
  /** What is needed and what there is, then what that means and what to do. */
  short: (shortage: Shortage) => string[];
  goOn: string;
}

/** Of a browser, or a page, where a run that is broken off is lost. */
interface LossMessages {
  heading: string;
  /** What it means that there is no Worker. */
  onThePage: string;
  ifBrokenOff: string;
  /** What to do about it. */
  otherBrowser: string;
  goOn: string;
}

interface BudgetMessages {
  heading: string;
  /** Which apps take how many requests, and how many are left; then what there is to choose. */
  excess: (excess: Excess) => string[];
  answer: Record<OverBudget, string>;
}
