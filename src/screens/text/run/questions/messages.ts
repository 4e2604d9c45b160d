import type { Excess, OverBudget } from "../../../../domain/request-budget";
import type { Shortage } from "../../../../domain/room";

/** What people are asked before a run begins. */
export interface QuestionMessages {
  ruleNews: RuleNewsMessages;
  room: RoomMessages;
  loss: LossMessages;
  budget: BudgetMessages;
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
