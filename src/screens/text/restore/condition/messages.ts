import type { Expected, QueryFacts, QueryProblemCode } from "../../../../query/query-error";

/** Why a condition cannot be answered for the records of an archive. */
export interface ConditionMessages {
  locale: "ja" | "en" | "zh";
  /** What stands where something else should. */
  expected: Record<Expected, string>;
  /** The end of the text, where something is missing. */
  end: string;
  problem: Record<QueryProblemCode, (facts: Required<QueryFacts>, type: string, expected: string) => string>;
  /** A problem, and where: counted from 1. */
  at: (sentence: string, position: number) => string;
}
