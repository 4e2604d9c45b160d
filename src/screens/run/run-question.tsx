import type { PageMessages } from "../text/page/messages";
import { Button } from "../ui/button";
import { useFocus } from "./use-focus";

/** What is asked before a run that may be better left undone. Whatever it is, it can be cancelled: then no run begins. */
export interface Question<Answer> {
  heading: string;
  sentences: readonly string[];
  choices: ReadonlyArray<Choice<Answer>>;
}

interface Choice<Answer> {
  text: string;
  answer: Answer;
  /** What Enter does. Where no choice is safe enough, it cancels. */
  isMain?: true;
}

interface RunQuestionProps {
  question: Question<unknown>;
  messages: Pick<PageMessages, "page">;
  /** Without an answer, it was cancelled. */
  onAnswer: (answer?: unknown) => void;
}

/** An alert with a button for each choice. Enter does what is safe; Escape begins nothing. */
export function RunQuestion({ question, messages, onAnswer }: RunQuestionProps) {
  const { heading, sentences, choices } = question;
  const panel = useFocus<HTMLDivElement>(question, ".kbm-button-main");
  const hasMain = choices.some(({ isMain }) => isMain);
  return (
    <div
      ref={panel}
      class="kbm-run-panel"
      role="alertdialog"
      aria-labelledby="kbm-question-heading"
      aria-describedby="kbm-question-text"
      onKeyDown={({ key }) => key === "Escape" && onAnswer()}
    >
      <h2 class="kbm-run-heading" id="kbm-question-heading">
        {heading}
      </h2>
      <div class="kbm-notice kbm-notice-warning" id="kbm-question-text">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div class="kbm-buttons">
        <Button main={!hasMain} text={messages.page.cancel} onClick={() => onAnswer()} />
        {choices.map(({ text, answer, isMain }) => (
          <Button key={text} main={isMain ?? false} text={text} onClick={() => onAnswer(answer)} />
        ))}
      </div>
    </div>
  );
}
