import { rolesOf } from "../compare/field-roles";
import type { ComparedForms } from "../compare/compared-forms";
import { comparableFields, formDifferences } from "../compare/form-differences";
import { createRenaming } from "./renaming";
import type { RestoreChoices } from "./restore-choices";

/**
 * The two forms as people decided that they belong together: the archive's with the codes that its fields have in the app, and without what is
 * left out. Of forms as `compareForms` gives them: a renamed form must not be renamed again.
 */
export function chosenForms(
  forms: ComparedForms,
  { renamed, leftOutFields, given }: Pick<RestoreChoices, "renamed" | "leftOutFields" | "given">,
): ComparedForms {
  const { form, code } = createRenaming(renamed);
  const archived = form(forms.archived);
  const leftOut = [...forms.excluded, ...leftOutFields].map(code);
  const roles = rolesOf(forms.present);
  return {
    ...forms,
    ...{ archived, differences: formDifferences(archived, forms.present) },
    fields: new Set([
      ...comparableFields(archived, forms.present, leftOut),
      // What the archive knows nothing of can be given, too.
      ...Object.keys(given).filter((each) => roles.get(each) === "written"),
    ]),
  };
}

/** Codes of the fields with files, and of tables that have some: what "attachments only" means for what is put back. */
export function attachmentFields({ present, fields }: Pick<ComparedForms, "present" | "fields">): string[] {
  return Object.values(present.properties).flatMap(({ code, type, fields: inner = {} }) => {
    const hasFiles = type === "FILE" || Object.values(inner).some((field) => field.type === "FILE");
    return fields.has(code) && hasFiles ? [code] : [];
  });
}
