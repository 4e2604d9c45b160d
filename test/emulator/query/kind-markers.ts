import type { Domain } from "../domain/domain";
import type { Operand } from "./query";

/** Which people the codes in a field are of. */
const kindOfField: Record<string, string> = {
  CREATOR: "USER",
  MODIFIER: "USER",
  USER_SELECT: "USER",
  STATUS_ASSIGNEE: "USER",
  ORGANIZATION_SELECT: "ORGANIZATION",
  GROUP_SELECT: "GROUP",
};
const markers: ReadonlySet<string> = new Set([" USER", " ORGANIZATION", " GROUP"]);

/**
 * A condition on people may say of what kind the codes behind it are, as in `Created_by in (" ORGANIZATION", "org1")`, and then means
 * the members (captured with one code each). That a marker holds up to the next one, and that organizations below do not count, is
 * UNCONFIRMED(kind-markers).
 */
export function withoutKindMarkers(operands: Operand[], fieldType: string, domain: Domain): Operand[] {
  const own = kindOfField[fieldType];
  if (own === undefined) return operands;
  let kind = own;
  return operands.flatMap((operand) => {
    if (operand.kind === "literal" && markers.has(operand.text)) {
      kind = operand.text.trim();
      return [];
    }
    return kind === own || operand.kind === "function" ? [operand] : membersOf(kind, operand.text, domain);
  });
}

function membersOf(type: string, code: string, { people }: Domain): Operand[] {
  const members = [...people.users.values()].filter((user) => people.includes({ type, code }, user));
  return members.map((user) => ({ kind: "literal", text: user.code }));
}
