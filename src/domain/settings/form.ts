import type { FieldProperty, FormFields, FormLayout, LayoutRow } from "../../archive/records/kintone-app";
import { BackupError } from "../errors";
import { type AnswerPart, lookInto } from "./answer-part";

const PARTS_TOLD = 5;

/**
 * `app/form/fields.json`. What decides which values stay out of an archive (codes, types, labels, formulas, lookups) must be
 * understood to the last field: throws `BAD_RESPONSE`, which names the fields, when it is not. A form of which kintone tells no
 * revision has an empty one.
 */
export function formOf(answer: unknown): FormFields {
  const { root, notUnderstood } = lookInto(answer);
  const fields = root.member("properties");
  if (!fields.isThere) fields.note();
  const form = { properties: propertiesOf(fields), revision: root.member("revision").text() ?? "" };
  if (notUnderstood.size === 0) return form;
  const ways = [...notUnderstood].slice(0, PARTS_TOLD).join(", ");
  throw new BackupError("BAD_RESPONSE", `The fields of the form cannot be understood at ${ways}`, {
    facts: { settings: ["app/form/fields"] },
  });
}

function propertiesOf(fields: AnswerPart): Record<string, FieldProperty> {
  return Object.fromEntries(fields.members().map(([code, field]) => [code, propertyOf(code, field)]));
}

function propertyOf(key: string, field: AnswerPart): FieldProperty {
  const type = textThatMustBe(field, "type");
  const [code, label, expression] = ["code", "label", "expression"].map((name) => field.member(name).text());
  const [lookup, inner] = [field.member("lookup"), field.member("fields")];
  const { label: _label, expression: _expression, lookup: _lookup, fields: _fields, ...others } = wholeOf(field);
  return {
    ...others,
    ...{ type, code: code ?? key },
    ...(label !== undefined && { label }),
    ...(expression !== undefined && { expression }),
    ...(lookup.isThere && { lookup: { ...wholeOf(lookup), fieldMappings: mappingsOf(lookup) } }),
    ...(inner.isThere && { fields: propertiesOf(inner) }),
  };
}

function mappingsOf(lookup: AnswerPart): Array<{ field: string; relatedField: string }> {
  return lookup
    .member("fieldMappings")
    .items()
    .map((mapping) => ({
      ...wholeOf(mapping),
      field: textThatMustBe(mapping, "field"),
      relatedField: textThatMustBe(mapping, "relatedField"),
    }));
}

function textThatMustBe(part: AnswerPart, name: string): string {
  const member = part.member(name);
  if (!part.isThere) part.note();
  else if (!member.isThere) member.note();
  return member.text() ?? "";
}

/** `app/form/layout.json`, of which only the order of columns depends: rows that cannot be understood are passed over. */
export function layoutOf(answer: unknown): FormLayout {
  return readLayout(lookInto(answer).root);
}

export function readLayout(root: AnswerPart): FormLayout {
  const layout = root.member("layout");
  if (!layout.isThere) layout.note();
  return { layout: rowsOf(layout), revision: root.member("revision").text() ?? "" };
}

function rowsOf(rows: AnswerPart): LayoutRow[] {
  return rows.items().flatMap((row): LayoutRow[] => {
    const [code, fields, inner] = [row.member("code").text(), row.member("fields"), row.member("layout")];
    if (!row.isThere) row.note();
    const type = row.member("type").text();
    return [
      {
        type: type ?? "",
        ...(code !== undefined && { code }),
        ...(fields.isThere && { fields: cellsOf(fields) }),
        ...(inner.isThere && { layout: rowsOf(inner) }),
      },
    ];
  });
}

function cellsOf(fields: AnswerPart): Array<{ type: string; code?: string }> {
  return fields.items().map((field) => {
    if (!field.isThere) field.note();
    const [type = "", code] = [field.member("type").text(), field.member("code").text()];
    return { type, ...(code !== undefined && { code }) };
  });
}

function wholeOf({ value }: AnswerPart): object & Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
