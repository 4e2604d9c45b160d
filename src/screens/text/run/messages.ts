import type { Step } from "../../../domain/errors";
import type { AskedMessages } from "../asked/messages";
import type { PageMessages } from "../page/messages";
import type { DialogMessages } from "./dialog/messages";
import type { LogMessages } from "./log/messages";
import type { ProblemMessages } from "./problems/messages";
import type { QuestionMessages } from "./questions/messages";

/** What is told of a run, on the screen, in the history and in the log, in one language. The compiler finds a missing text. */
export interface Messages extends PageMessages, QuestionMessages {
  asked: AskedMessages;
  step: Record<Step, string>;
  problem: ProblemMessages;
  log: LogMessages;
  run: DialogMessages;
}
