import type { Excess, OverBudget } from "../../domain/request-budget";
import type { Messages } from "../text/run/messages";
import type { Question } from "./run-question";

/** What is to be done about a run that takes more requests than backups may make. Enter keeps to them. */
export function budgetQuestion({ budget }: Pick<Messages, "budget">, excess: Excess): Question<OverBudget> {
  const choice = (answer: OverBudget) => ({ text: budget.answer[answer], answer });
  return {
    heading: budget.heading,
    sentences: budget.excess(excess),
    choices: [choice("go-on"), choice("without-comments"), choice("pause"), { ...choice("stop"), isMain: true }],
  };
}
