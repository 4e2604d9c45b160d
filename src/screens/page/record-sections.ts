import type { FieldCode, TableCode } from "../../history/app-definition/fields";

type Section = FieldCode | TableCode;

/** What only the records of one type fill in: groups, and the tables, which cannot be in a group. */
const SECTIONS: Readonly<Record<string, readonly Section[]>> = {
  target: ["target_group"],
  run: ["run_group", "run_evidence_group", "run_results", "run_volumes"],
  change: ["change_group"],
};

/**
 * The sections of the form that mean nothing to a record of this type. One app holds targets, runs and changes of settings;
 * each of them should look as if it had the form to itself.
 */
export function sectionsToHide(recordType: string): readonly Section[] {
  if (!Object.hasOwn(SECTIONS, recordType)) return [];
  return Object.keys(SECTIONS).flatMap((type) => (type === recordType ? [] : (SECTIONS[type] ?? [])));
}
