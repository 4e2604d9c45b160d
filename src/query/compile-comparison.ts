import type { FormFields } from "../archive/records/kintone-app";
import { type AskedField, askedField } from "./asked-field";
import type { QueryContext } from "./context";
import { momentTest } from "./moments/moment-test";
import { familyOf } from "./operators";
import type { Comparison } from "./query";
import { choiceTest, peopleTest } from "./values/choice-test";
import { numberTest } from "./values/number-test";
import { statusTest, textTest } from "./values/text-test";
import type { ValueTest } from "./values/value-test";
import { emptinessTest, wordTest } from "./values/word-test";

export interface CompiledComparison {
  comparison: Comparison;
  field: AskedField;
  test: ValueTest;
}

/** Throws a `QueryError` for what cannot be answered with this form. */
export function compileComparison(comparison: Comparison, form: FormFields, context: QueryContext): CompiledComparison {
  const field = askedField(comparison, form);
  return { comparison, field, test: valueTest(comparison, field, context) };
}

function valueTest(comparison: Comparison, field: AskedField, context: QueryContext): ValueTest {
  const family = familyOf(comparison, field);
  switch (comparison.operator) {
    case "like":
    case "not like":
      return wordTest(comparison, field);
    case "is empty":
    case "is not empty":
      return emptinessTest(comparison, field);
    default:
  }
  switch (family) {
    case "number":
      return numberTest(comparison, field);
    case "choice":
      return choiceTest(comparison, field);
    case "status":
      return statusTest(comparison, field);
    case "people":
      return peopleTest(comparison, field, context);
    case "moment":
      return momentTest(comparison, field, context);
    default:
      return textTest(comparison, field);
  }
}
