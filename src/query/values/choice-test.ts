import type { AskedField } from "../asked-field";
import type { QueryContext } from "../context";
import type { Comparison, Operand } from "../query";
import { QueryError } from "../query-error";
import { isDenial } from "./comparing";
import { refuseFunction, type ValueTest, valuesOf } from "./value-test";

/**
 * Options that are chosen: one of them is in the list, or none of them. `""` is nothing chosen (measured, kintone-emulator records-query.test.ts). An
 * option that the form does not have is refused, as kintone does (GAIA_IQ10 there).
 */
export function choiceTest(comparison: Comparison, field: AskedField): ValueTest {
  const values = valuesOf(comparison, field);
  for (const { text, position } of values) {
    if (text === "" || !field.options || field.options.includes(text)) continue;
    throw new QueryError("UNKNOWN_OPTION", position, { value: text, field: field.code, type: field.type });
  }
  return someOf(comparison, new Set(values.map(({ text }) => text)), (chosen) => chosen);
}

/** Users, organizations and groups, by their codes. That `""` is nobody, as with options, is UNCONFIRMED(nobody-in-queries). */
export function peopleTest(comparison: Comparison, field: AskedField, context: QueryContext): ValueTest {
  const wanted = new Set(comparison.operands.map((operand) => codeOf(operand, field, context)));
  return someOf(comparison, wanted, (person) => (person as { code?: unknown }).code);
}

function codeOf(operand: Operand, field: AskedField, { loginUser }: QueryContext): string {
  if (operand.kind === "value") return operand.text;
  const { name, position } = operand;
  const isOrganization = field.type === "ORGANIZATION_SELECT";
  const isUser = !isOrganization && field.type !== "GROUP_SELECT";
  if (operand.arguments.length > 0) throw new QueryError("FUNCTION_ARGUMENTS", position, { function: name });
  if (name === "PRIMARY_ORGANIZATION" && isOrganization)
    throw new QueryError("NEEDS_ORGANIZATION", position, { function: name });
  if (name !== "LOGINUSER" || !isUser) return refuseFunction(operand, field);
  if (loginUser === undefined) throw new QueryError("NEEDS_LOGIN_USER", position, { function: name });
  return loginUser;
}

/** `null`, an empty text and an empty list are nothing; a single one is a list of one. */
function someOf({ operator }: Comparison, wanted: Set<unknown>, nameOf: (member: unknown) => unknown): ValueTest {
  const denies = isDenial(operator);
  return (value) => {
    const members: unknown[] = Array.isArray(value) ? value : [value].filter(Boolean);
    const isThere = members.length > 0 ? members.some((member) => wanted.has(nameOf(member))) : wanted.has("");
    return isThere !== denies;
  };
}
