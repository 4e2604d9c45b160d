import type { Problem } from "../../domain/outcome";
import type { Messages } from "../text/run/messages";
import { describeProblem } from "../text/run/problem-sentence";

/** A thousand lost attachments would bury everything else; the log in the history has them all. */
const SHOWN = 5;

/** What went wrong, each with the step in which it happened. */
export function ProblemList({ problems, messages }: { problems: readonly Problem[]; messages: Messages }) {
  const hidden = problems.length - SHOWN;
  return (
    <ul class="kbm-problems">
      {problems.slice(0, SHOWN).map((problem, index) => (
        <li key={index}>
          <span class="kbm-problem-step">{messages.step[problem.step]}</span> {describeProblem(messages, problem)}
        </li>
      ))}
      {hidden > 0 && <li>{messages.run.moreProblems(hidden)}</li>}
    </ul>
  );
}
