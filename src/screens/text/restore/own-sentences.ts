import type { ErrorCode, ErrorFacts } from "../../../domain/errors";
import type { Messages } from "../run/messages";

/** What is said of an error otherwise than during a backup; `undefined` where the words that there were before fit. */
export type OwnSentences = Partial<Record<ErrorCode, (facts: ErrorFacts) => string | undefined>>;

export function withOwnSentences<Whole extends Messages>(messages: Whole, own: OwnSentences): Whole {
  const sentence = { ...messages.problem.sentence };
  for (const [code, say] of Object.entries(own)) {
    const before = sentence[code as ErrorCode];
    sentence[code as ErrorCode] = (facts: ErrorFacts) => say(facts) ?? before(facts);
  }
  return { ...messages, problem: { ...messages.problem, sentence } };
}
