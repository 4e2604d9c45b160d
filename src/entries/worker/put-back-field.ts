import type { ArchivedTarget, OpenArchive } from "../../archive/reading/open-archive";
import type { RunOutcome } from "../../domain/outcome";
import { fieldToAdd } from "../../restore/settings/added-field/field-to-add";
import type { OfferedField } from "../../screens/restore/restore-desk";
import { addedFieldTextsIn, describeWhyNotAdded } from "../../screens/text/added-field/language";
import type { Messages } from "../../screens/text/run/messages";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import { addMissingField } from "../wiring/add-missing-field";
import type { RestoreAccess } from "../wiring/restoring";

interface FieldOrder {
  archive: OpenArchive;
  archived: ArchivedTarget;
  field: string;
}

interface FieldHost {
  messages: Messages;
  language: string;
  operator: RunOutcome["operator"];
}

/** What putting a field back would do, or why that cannot be done, in words. */
export async function offeredField(order: FieldOrder, access: RestoreAccess, host: FieldHost): Promise<OfferedField> {
  const texts = addedFieldTextsIn(host.language);
  const found = await lookedAt(order, access);
  if ("reason" in found) return { why: describeWhyNotAdded(host.messages, texts, found) };
  const isRequired = Reflect.get(found.definition, "required") === true;
  return {
    would: [texts.would(found, found.definition.type), ...(isRequired ? [texts.required] : [])],
    app: found.app.name,
  };
}

/** Puts it back, and tells what came of that. */
export async function fieldPutBack(order: FieldOrder, access: RestoreAccess, host: FieldHost): Promise<string> {
  const { messages, language, operator } = host;
  const texts = addedFieldTextsIn(language);
  // Once more: somebody may have changed the app since it was offered.
  const found = await lookedAt(order, access);
  if ("reason" in found) return describeWhyNotAdded(messages, texts, found);
  const outcome = await addMissingField(found, { operator, language, runId: order.archive.runId }, access);
  const sentence = outcome.kind === "added" ? texts.added(found) : texts[outcome.kind];
  const error = outcome.kind === "added" ? outcome.unrecorded : outcome.error;
  const unrecorded = outcome.kind === "added" && error ? [texts.unrecorded] : [];
  return [sentence, ...unrecorded, ...(error ? [describeProblem(messages, { error })] : [])].join(" ");
}

function lookedAt({ archived, field }: FieldOrder, { source, workshop }: RestoreAccess) {
  const { appId, guestSpaceId } = archived.facts;
  const app = { appId, ...(guestSpaceId && { guestSpaceId }) };
  return fieldToAdd(archived, field, { source, desk: workshop.settings(app) });
}
