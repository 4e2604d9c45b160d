import type { ErrorCode } from "../../../domain/errors";
import type { Problem } from "../../../domain/outcome";
import { harmless } from "../harmless";
import type { Messages } from "./messages";

/** Where kintone's own message names the cause better than we can: the wrong field of a query, the missing right. */
const KINTONE_KNOWS_BETTER: ReadonlySet<ErrorCode> = new Set([
  ...(["QUERY_REFUSED", "SETTING_OUTDATED", "RULE_NOT_LISTED", "REFUSED"] as const),
  ...(["HISTORY_UNWRITABLE", "HISTORY_REFUSED"] as const),
]);

/**
 * One to three sentences for people: what happened, to what, what it means, and what to do. They end with kintone's code
 * in parentheses when there is one, e.g. `(GAIA_AP01)`; an answer without a code gives its HTTP status.
 */
export function describeProblem(
  messages: Messages,
  { error, accepted: [acceptance] = [] }: Pick<Problem, "error" | "accepted">,
): string {
  const { code, facts, answer } = error;
  let sentence = messages.problem.sentence[code](facts);
  if (code === "UNEXPECTED" && error.message) sentence = messages.problem.withDetail(sentence, error.message);
  // What is wrong with the query in particular says more than that the input is not right.
  const kintoneSays = answer?.errors?.query?.[0] ?? answer?.message;
  if (KINTONE_KNOWS_BETTER.has(code) && kintoneSays) {
    sentence = messages.problem.kintoneSays(sentence, kintoneSays);
  }
  // A redirect that the browser did not follow has no status.
  const reference = answer && (answer.code ?? (answer.status > 0 ? `HTTP ${answer.status}` : undefined));
  const whole = reference ? `${sentence} (${reference})` : sentence;
  const placed = facts.place === undefined ? whole : (messages.problem.atPlace?.(facts.place, whole) ?? whole);
  return harmless(acceptance ? messages.problem.accepted(placed, acceptance) : placed);
}
