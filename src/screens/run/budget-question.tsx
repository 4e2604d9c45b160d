import type { Excess, OverBudget } from "../../domain/request-budget";
import type { Messages } from "../text/run/messages";
import { Button } from "../ui/button";
import { useFocus } from "./use-focus";

interface BudgetQuestionProps {
  excess: Excess;
  messages: Messages;
  /** What becomes of comments; without an answer, the run is not to begin. */
  onBudgetAnswer: (answer: OverBudget | undefined) => void;
}

/** Asked before a run that takes more requests than backups may make. Enter keeps to them; Escape begins nothing. */
export function BudgetQuestion({ excess, messages, onBudgetAnswer }: BudgetQuestionProps) {
  const { page, budget } = messages;
  const stop = useFocus<HTMLSpanElement>(undefined, "button");
  return (
    <div
      class="kbm-run-panel"
      role="alertdialog"
      aria-labelledby="kbm-budget-heading"
      aria-describedby="kbm-budget-text"
      onKeyDown={({ key }) => key === "Escape" && onBudgetAnswer(undefined)}
    >
      <h2 class="kbm-run-heading" id="kbm-budget-heading">
        {budget.heading}
      </h2>
      <div class="kbm-notice kbm-notice-warning" id="kbm-budget-text">
        {budget.excess(excess).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div class="kbm-buttons">
        <Button text={page.cancel} onClick={() => onBudgetAnswer(undefined)} />
        <Button text={budget.answer["go-on"]} onClick={() => onBudgetAnswer("go-on")} />
        <Button text={budget.answer["without-comments"]} onClick={() => onBudgetAnswer("without-comments")} />
        <span ref={stop}>
          <Button main text={budget.answer.stop} onClick={() => onBudgetAnswer("stop")} />
        </span>
      </div>
    </div>
  );
}
