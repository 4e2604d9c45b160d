import { type BackupError, toBackupError } from "../../domain/errors";
import type { RunOutcome } from "../../domain/outcome";
import { addField, type AddedField } from "../../restore/settings/added-field/add-field";
import type { FieldToAdd } from "../../restore/settings/added-field/field-to-add";
import { addedFieldTextsIn } from "../../screens/text/added-field/language";
import { newRunId } from "./run-options";
import type { RestoreAccess } from "./restoring";

interface Adder {
  operator: Pick<RunOutcome["operator"], "code" | "name">;
  /** Of what the history is told. */
  language: string;
  /** Of the run whose archive the field is from. */
  runId: string;
}

/** Adds a field to an app as it was in an archive, and leaves in the history who did it. */
export async function addMissingField(
  field: FieldToAdd,
  { operator, language, runId }: Adder,
  { workshop, pause, clock, recordChange }: Pick<RestoreAccess, "workshop" | "pause" | "clock" | "recordChange">,
): Promise<AddedField & { unrecorded?: BackupError }> {
  const outcome = await addField(field, { workshop, pause });
  if (outcome.kind !== "added") return outcome;
  const { app, code, definition } = field;
  const { code: by, name } = operator;
  const unrecorded = await recordChange({
    id: newRunId(clock.now()),
    by: { code: by, name },
    what: addedFieldTextsIn(language).change(field, runId),
    settings: JSON.stringify({ addedField: { app, field: code, definition, runId } }, undefined, 2),
  }).then(() => undefined, toBackupError);
  return { ...outcome, ...(unrecorded && { unrecorded }) };
}
