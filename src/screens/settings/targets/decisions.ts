import { fieldsDerivedFrom } from "../../../backup/left-out/identifiers/derived-fields";
import type { SuspectedIdentifier } from "../../../backup/left-out/identifiers/suspected-identifiers";
import type { Choices } from "../../../history/targets/target-choices";
import { createExclusion } from "../../../records/excluded-fields";
import type { TargetDetails } from "./target-details";

/** What is decided about a field that looks like a personal identifier. */
export type Decision = "leave-out" | "back-up" | "undecided";

type Findings = Pick<TargetDetails, "form" | "suspects">;

/** A run takes a field that is named as both for one to leave out. */
export function decisionOn({ field }: SuspectedIdentifier, choices: Choices): Decision {
  if (choices.excludedFields.includes(field)) return "leave-out";
  return choices.includedIdentifiers.includes(field) ? "back-up" : "undecided";
}

export function decide(choices: Choices, field: string, decision: Decision): Choices {
  return {
    ...choices,
    excludedFields: withMember(choices.excludedFields, field, decision === "leave-out"),
    includedIdentifiers: withMember(choices.includedIdentifiers, field, decision === "back-up"),
  };
}

/** Leaves a field or a whole table out, or takes it in again. */
export function leaveOut(choices: Choices, field: string, out: boolean): Choices {
  return { ...choices, excludedFields: withMember(choices.excludedFields, field, out) };
}

/** Whether the field goes with its table, whatever is decided about itself. */
export function goesWithTable(table: string | undefined, { excludedFields }: Choices): boolean {
  return table !== undefined && excludedFields.includes(table);
}

/** The suspects that nobody has decided on: a run leaves them out and calls its result incomplete. */
export function undecidedIn({ suspects }: Findings, choices: Choices): SuspectedIdentifier[] {
  if (!choices.include.records) return [];
  return suspects.filter(
    (suspect) => decisionOn(suspect, choices) === "undecided" && !goesWithTable(suspect.table, choices),
  );
}

/** Codes of the fields that go because they are computed from one that is left out. */
export function derivedIn(findings: Findings, choices: Choices): string[] {
  const undecided = undecidedIn(findings, choices).map(({ field }) => field);
  return fieldsDerivedFrom(findings.form, [...choices.excludedFields, ...undecided]).filter(
    (field) => !choices.includedIdentifiers.includes(field),
  );
}

/** Codes that are to be left out, but that the form does not have. */
export function unknownIn({ form }: Findings, { excludedFields }: Choices): string[] {
  return createExclusion(excludedFields).unknownIn(form);
}

function withMember(members: readonly string[], member: string, wanted: boolean): readonly string[] {
  if (members.includes(member) === wanted) return members;
  return wanted ? [...members, member] : members.filter((other) => other !== member);
}
