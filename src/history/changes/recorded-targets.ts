import { toBackupError } from "../../domain/errors";
import type { Target } from "../../domain/target";
import { type TargetChoices, choiceValues, includeValues } from "../targets/target-choices";
import { type NewTarget, type TargetRegister, targetValues } from "../targets/target-register";
import { type TargetChange, targetChange } from "./target-changes";

/** Records what became of targets. */
export type RecordTargets = (changes: readonly TargetChange[]) => Promise<void>;

/** The choices, of which each that is kept is recorded. What cannot be recorded is kept all the same, and its outcome says so. */
export function recordedChoices(choices: TargetChoices, record: RecordTargets): TargetChoices {
  return {
    ...choices,
    async save(before, wanted) {
      const outcome = await choices.save(before, wanted);
      if (outcome.kind !== "saved") return outcome;
      const change = targetChange(cellsOf(before.target), cellsOf({ ...before.target, ...wanted }));
      const unrecorded = change && (await record([change]).then(() => undefined, toBackupError));
      return unrecorded ? { ...outcome, unrecorded } : outcome;
    },
  };
}

/** The register, of which all that is added is recorded, in the same way. */
export function recordedRegister(register: TargetRegister, record: RecordTargets): TargetRegister {
  return {
    ...register,
    async add(targets, report) {
      const outcome = await register.add(targets, report);
      const changes = outcome.added.flatMap((target) => targetChange(undefined, newCellsOf(target)) ?? []);
      const unrecorded = changes.length > 0 && (await record(changes).then(() => undefined, toBackupError));
      return unrecorded ? { ...outcome, unrecorded } : outcome;
    },
  };
}

function cellsOf(target: Target) {
  return { ...newCellsOf({ ...target, enabled: true }), ...choiceValues(target) };
}

const EVERYTHING = { records: true, attachments: true, comments: true, settings: true, administration: true };

/** kintone fills in that everything is included. */
function newCellsOf(target: NewTarget) {
  return { ...targetValues(target), target_include: { value: includeValues({ include: EVERYTHING }) } };
}
