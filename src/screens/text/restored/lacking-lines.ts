import type { RunOutcome } from "../../../domain/outcome";
import type { Messages } from "../run/messages";
import { describeProblem } from "../run/problem-sentence";

/** What the backup before a restore lacks, a sentence each. */
export function lackingLines(messages: Messages, { results, problems }: RunOutcome): string[] {
  const lacking = [...results.flatMap((result) => result.problems), ...problems];
  return lacking.map((problem) => describeProblem(messages, problem));
}
