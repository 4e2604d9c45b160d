import type { AskedField } from "../asked-field";
import type { Comparison, FunctionCall, Value } from "../query";
import { QueryError } from "../query-error";

/** Says of the value in a cell whether it is what the comparison asks for. */
export type ValueTest = (value: unknown) => boolean;

const OF_PEOPLE = ["LOGINUSER", "PRIMARY_ORGANIZATION"];
const OF_WEEKS_AND_MONTHS = ["LAST", "THIS", "NEXT"].flatMap((which) => [
  `${which}_WEEK`,
  `${which}_MONTH`,
  `${which}_YEAR`,
]);
const FUNCTIONS = [...OF_PEOPLE, "NOW", "TODAY", "YESTERDAY", "TOMORROW", "FROM_TODAY", ...OF_WEEKS_AND_MONTHS];

/** The operands, where the type of the field takes no functions. */
export function valuesOf({ operands }: Comparison, field: AskedField): Value[] {
  return operands.map((operand) => (operand.kind === "value" ? operand : refuseFunction(operand, field)));
}

export function refuseFunction({ name, position }: FunctionCall, field: AskedField): never {
  const code = FUNCTIONS.includes(name) ? "FUNCTION_NOT_FOR_TYPE" : "UNKNOWN_FUNCTION";
  throw new QueryError(code, position, { function: name, field: field.code, type: field.type });
}

export function refuseValue({ text, position }: Value, field: AskedField): never {
  throw new QueryError("VALUE_NOT_UNDERSTOOD", position, { value: text, field: field.code, type: field.type });
}

/** kintone: GAIA_IL08 (measured for numbers, see `number-test.ts`; UNCONFIRMED(empty-moments) for dates and times). */
export function refuseOrderOfEmpty({ operator, position }: Comparison, field: AskedField): never {
  throw new QueryError("EMPTY_HAS_NO_ORDER", position, { operator, field: field.code, type: field.type });
}
