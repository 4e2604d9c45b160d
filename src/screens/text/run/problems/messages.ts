import type { AcceptedGap } from "../../../../domain/accepted-gap";
import type { ErrorCode, ErrorFacts } from "../../../../domain/errors";
import type { UnreachedTexts } from "../../unreached/messages";

export type Sentences = Record<ErrorCode, (facts: ErrorFacts) => string>;

export interface ProblemMessages {
  sentence: Sentences;
  unreached: UnreachedTexts;
  /** Puts kintone's own words behind a sentence. */
  kintoneSays: (sentence: string, message: string) => string;
  /** Puts before a sentence that somebody accepted it, and why. */
  accepted: (sentence: string, acceptance: AcceptedGap) => string;
  /** Puts before a sentence which of several places for archives it is about; absent where there is one at most. */
  atPlace?: (place: string, sentence: string) => string;
  /** Puts what a developer needs behind a sentence. */
  withDetail: (sentence: string, detail: string) => string;
}
