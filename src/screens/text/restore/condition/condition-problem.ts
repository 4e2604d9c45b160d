import type { QueryFacts, QueryProblem } from "../../../../query/query-error";
import { fieldTypeIn } from "../../field-type-names";
import { harmlessLine } from "../../harmless";
import type { ConditionMessages } from "./messages";

/** Facts that do not apply are in no sentence. */
const NOTHING: Required<QueryFacts> = {
  ...{ found: "", expected: "end", field: "", type: "", operator: "", operators: [] },
  ...{ function: "", value: "", max: 0, record: "" },
};

/** Why a condition cannot be answered, and where in it. */
export function describeConditionProblem(messages: ConditionMessages, { code, position, facts }: QueryProblem): string {
  const whole = { ...NOTHING, ...facts, found: facts.found ? `"${facts.found}"` : messages.end };
  const sentence = messages.problem[code](
    whole,
    fieldTypeIn(messages.locale, whole.type),
    messages.expected[whole.expected],
  );
  return harmlessLine(messages.at(sentence, position + 1));
}
