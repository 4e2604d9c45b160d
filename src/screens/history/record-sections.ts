import type { FieldCode, TableCode } from "../../history/app-definition/fields";

/** What only the records of one type fill in: groups, and the tables, which cannot be in a group. */
const SECTIONS = {
  target: ["target_group"],
  run: ["run_group", "run_evidence_group", "run_results", "run_volumes"],
} as const satisfies Record<string, ReadonlyArray<FieldCode | TableCode>>;

/**
 * The sections of the form that mean nothing to a record of this type. One app holds targets and runs; each of them should
 * look as if it had the form to itself.
 */
export function sectionsToHide(recordType: string): ReadonlyArray<FieldCode | TableCode> {
  if (recordType === "target") return SECTIONS.run;
  return recordType === "run" ? SECTIONS.target : [];
}
