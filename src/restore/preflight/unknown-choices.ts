import { rolesOf } from "../compare/field-roles";
import type { ComparedForms } from "../compare/compared-forms";
import { chosenForms } from "../plan/chosen-forms";
import { createRenaming } from "../plan/renaming";
import type { RestoreChoices } from "../plan/restore-choices";
import { placedProperties } from "./form-fields";
import type { Found, Obstacle } from "./obstacle";

type UnknownChoice = Extract<Found, { code: "CHOICE_UNKNOWN" }>;

/**
 * Choices that name a field which is not there, or which cannot stand in the other's place: a plan may be older than the form, and a slip of the pen would
 * leave out what somebody wants back.
 *
 * @param forms as they were compared, without what was decided
 */
export function unknownChoices(forms: ComparedForms, choices: RestoreChoices): Obstacle[] {
  const { fields } = chosenForms(forms, choices);
  const present = new Set(placedProperties(forms.present).map(({ property }) => property.code));
  // Under the app's codes: what was renamed to a code that another field has is there twice.
  const { code: renamed } = createRenaming(choices.renamed);
  const archived = placedProperties(forms.archived).map(({ property }) => renamed(property.code));
  const roles = rolesOf(forms.present);
  const unknown = (choice: UnknownChoice["choice"], names: readonly string[], isKnown: (name: string) => boolean) =>
    names
      .filter((name) => !isKnown(name))
      .map((name): Obstacle => ({ code: "CHOICE_UNKNOWN", weight: "stops", choice, name, ways: [] }));
  const isOnce = (code: string) => archived.filter((each) => each === code).length === 1;
  return [
    ...unknown("fields", choices.fields ?? [], (code) => Object.hasOwn(forms.present.properties, code)),
    ...unknown("renamed", Object.keys(choices.renamed), (code) => isOnce(renamed(code)) && fields.has(renamed(code))),
    ...unknown("given", Object.keys(choices.given), (code) => roles.get(code) === "written"),
    ...unknown("options", Object.keys(choices.options), (code) => present.has(code)),
    ...unknown("leftOutFields", choices.leftOutFields, (code) => archived.includes(renamed(code))),
  ];
}
