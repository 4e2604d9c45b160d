import type { Rule } from "../../../domain/rule";
import type { Part } from "../../../domain/target";

/** What a run was asked for of a target, where that is not everything. */
export interface AskedMessages {
  limited: (limits: readonly string[]) => string;
  condition: (query: string) => string;
  only: (parts: readonly Part[]) => string;
  without: (fields: readonly string[]) => string;
  /** Behind a sentence. */
  behind: (told: string) => string;
  /** Nothing limits it. */
  everything: string;
  /** What a rule stands for. */
  rule: (rule: Rule) => string;
}
