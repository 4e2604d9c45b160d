import { BackupError } from "../../domain/errors";
import { type Exclusion, createExclusion } from "../../records/excluded-fields";
import type { Form } from "../app-settings/read-settings";
import type { TargetLedger } from "../targets/target-ledger";
import { fieldsDerivedFrom } from "./identifiers/derived-fields";
import type { SuspectedIdentifier } from "./identifiers/suspected-identifiers";
import { undecidedAmong } from "./undecided";

/**
 * Decides which fields stay out of the archive: those that the target names, those that look like personal identifiers as
 * long as nobody decided on them, and those that are computed from either. All are told in the ledger; what nobody
 * decided is a problem, because data is missing that perhaps should be there.
 */
export function leaveOutFields(form: Form, suspects: readonly SuspectedIdentifier[], ledger: TargetLedger): Exclusion {
  const { target } = ledger;
  // What a rule leaves out need not be in each of its apps.
  const unknown = target.rule ? [] : createExclusion(target.excludedFields).unknownIn(form.fields);
  for (const field of unknown) {
    ledger.problem("records", new BackupError("EXCLUDED_FIELD_UNKNOWN", `There is no ${field}`, { facts: { field } }));
  }
  for (const field of target.excludedFields) {
    ledger.missing({ code: "EXCLUDED", what: "field", field, text: "Left out, as the target says." });
  }

  const decided = new Set([...target.excludedFields, ...target.includedIdentifiers]);
  const undecided = undecidedAmong(suspects, target);
  for (const { field } of undecided) {
    const text = "It looks like a personal identifier, and nobody has decided whether to back it up.";
    ledger.problem("records", new BackupError("IDENTIFIER_UNDECIDED", text, { facts: { field } }));
    ledger.missing({ code: "EXCLUDED", what: "identifier", field, text });
  }

  const named = [...target.excludedFields, ...undecided.map(({ field }) => field)];
  const derived = fieldsDerivedFrom(form.fields, named).filter((field) => !decided.has(field));
  for (const field of derived) {
    ledger.missing({
      code: "EXCLUDED",
      what: "derived-field",
      field,
      text: "It is computed from one that is left out.",
    });
  }
  const excluded = [...new Set([...named, ...derived])];
  ledger.leaveOut(excluded);
  return createExclusion(excluded);
}
