import type { Target } from "../../domain/target";
import type { SuspectedIdentifier } from "./identifiers/suspected-identifiers";

/** The suspects that nobody has decided on, neither by themselves nor with their table. */
export function undecidedAmong(
  suspects: readonly SuspectedIdentifier[],
  { excludedFields, includedIdentifiers }: Pick<Target, "excludedFields" | "includedIdentifiers">,
): SuspectedIdentifier[] {
  const decided = new Set([...excludedFields, ...includedIdentifiers]);
  return suspects.filter(
    ({ field, table }) => !decided.has(field) && !(table !== undefined && excludedFields.includes(table)),
  );
}
