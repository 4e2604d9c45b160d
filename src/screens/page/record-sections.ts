import type { FieldCode, TableCode } from "../../history/app-definition/fields";

type Section = FieldCode | TableCode;

/** What the records of one type fill in: groups, and the tables, which cannot be in a group. */
const SECTIONS: Readonly<Record<string, readonly Section[]>> = {
  target: ["target_group"],
  run: ["run_group", "run_evidence_group", "run_results", "run_volumes", "run_places"],
  restore: ["restore_group", "run_group", "run_evidence_group"],
  drill: ["drill_group", "run_group", "run_evidence_group"],
  disposal: ["disposal_group", "run_group", "run_evidence_group"],
  change: ["change_group"],
};

/**
 * The sections of the form that mean nothing to a record of this type. One app holds targets, runs, restores, drills, generations and changes of settings;
 * each of them should look as if it had the form to itself.
 */
export function sectionsToHide(recordType: string): readonly Section[] {
  if (!Object.hasOwn(SECTIONS, recordType)) return [];
  const shown = SECTIONS[recordType] ?? [];
  return [...new Set(Object.values(SECTIONS).flat())].filter((section) => !shown.includes(section));
}
