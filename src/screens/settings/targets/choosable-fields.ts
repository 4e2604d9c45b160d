import type { Choices } from "../../../history/targets/target-choices";
import { unknownIn } from "./decisions";
import type { TargetDetails } from "./target-details";

/** A field that can be left out, apart from those that look like personal identifiers. */
export interface ChoosableField {
  code: string;
  label: string;
  /** Of a table: the fields in it. */
  inner?: readonly ChoosableField[];
}

type Fields = TargetDetails["form"]["properties"];

/** They hold no values (cybozu.dev field-types). */
const WITHOUT_VALUES: ReadonlySet<string> = new Set(["GROUP", "REFERENCE_TABLE", "LABEL", "SPACER", "HR"]);

/** The fields of the form in its order, tables with what is in them. */
export function choosableFields({ form, suspects }: TargetDetails): ChoosableField[] {
  const suspected = new Set(suspects.map(({ field }) => field));
  const choosable = (fields: Fields): ChoosableField[] =>
    Object.values(fields)
      .filter(({ type, code, enabled }) => !WITHOUT_VALUES.has(type) && enabled !== false && !suspected.has(code))
      .map(({ code, label, fields: inner }) => ({
        code,
        label: label ?? code,
        ...(inner && { inner: choosable(inner) }),
      }));
  return choosable(form.properties);
}

/** How many of the choosable fields, and of codes that the form does not have, the choices name. */
export function countLeftOut(details: TargetDetails, choices: Choices): number {
  const fields = choosableFields(details).flatMap((field) => [field, ...(field.inner ?? [])]);
  const named = fields.filter(({ code }) => choices.excludedFields.includes(code));
  return named.length + unknownIn(details, choices).length;
}
