import type { KintoneFormFieldProperty as Field, KintoneFormLayout as Layout } from "@kintone/rest-api-client";

/** The fields of a form as `app/form/fields.json` answers them: field code to definition. */
export type Properties = Record<string, Field.OneOf>;

type Change<T> = Partial<Omit<T, "type" | "code">>;

const named = (code: string) => ({ code, label: code, noLabel: false });
const inputOf = (code: string) => ({ ...named(code), required: false });
const unitless = { displayScale: "", unit: "", unitPosition: "BEFORE" } as const;

/** Collects definitions under their codes; two fields of one code are a mistake of the sample. */
export function properties<T extends Field.OneOf>(...fields: T[]): Record<string, T> {
  const byCode = Object.fromEntries(fields.map((field) => [field.code, field]));
  if (Object.keys(byCode).length !== fields.length) throw new Error("a field code appears twice");
  return byCode;
}

/** The fields every app has, with the codes that a Japanese user's new app gets. */
export const systemFields: Field.OneOf[] = [
  { type: "RECORD_NUMBER", ...named("レコード番号") },
  { type: "CREATOR", ...named("作成者") },
  { type: "CREATED_TIME", ...named("作成日時") },
  { type: "MODIFIER", ...named("更新者") },
  { type: "UPDATED_TIME", ...named("更新日時") },
  { type: "CATEGORY", code: "カテゴリー", label: "カテゴリー", enabled: false },
  { type: "STATUS", code: "ステータス", label: "ステータス", enabled: false },
  { type: "STATUS_ASSIGNEE", code: "作業者", label: "作業者", enabled: false },
];

export function text(code: string, change: Change<Field.SingleLineText> = {}): Field.SingleLineText {
  const plain = {
    defaultValue: "",
    unique: false,
    minLength: "",
    maxLength: "",
    expression: "",
    hideExpression: false,
  };
  return { type: "SINGLE_LINE_TEXT", ...inputOf(code), ...plain, ...change };
}

export function number(code: string, change: Change<Field.Number> = {}): Field.Number {
  const plain = { defaultValue: "", unique: false, minValue: "", maxValue: "", digit: false, ...unitless };
  return { type: "NUMBER", ...inputOf(code), ...plain, ...change };
}

export function calculation(code: string, expression: string, change: Change<Field.Calc> = {}): Field.Calc {
  const plain = { hideExpression: false, format: "NUMBER", ...unitless } as const;
  return { type: "CALC", ...inputOf(code), expression, ...plain, ...change };
}

export function multiLineText(code: string, change: Change<Field.MultiLineText> = {}): Field.MultiLineText {
  return { type: "MULTI_LINE_TEXT", ...inputOf(code), defaultValue: "", ...change };
}

export function richText(code: string): Field.RichText {
  return { type: "RICH_TEXT", ...inputOf(code), defaultValue: "" };
}

export function link(code: string, protocol: Field.Link["protocol"]): Field.Link {
  const plain = { defaultValue: "", unique: false, minLength: "", maxLength: "" };
  return { type: "LINK", ...inputOf(code), ...plain, protocol };
}

export function radioButton(code: string, names: readonly string[]): Field.RadioButton {
  const [first = ""] = names;
  const choice = { defaultValue: first, options: optionsOf(names), align: "HORIZONTAL" } as const;
  return { type: "RADIO_BUTTON", ...inputOf(code), ...choice, required: true };
}

export function checkBox(code: string, names: readonly string[]): Field.CheckBox {
  return { type: "CHECK_BOX", ...inputOf(code), defaultValue: [], options: optionsOf(names), align: "HORIZONTAL" };
}

export function dropDown(code: string, names: readonly string[], change: Change<Field.Dropdown> = {}): Field.Dropdown {
  return { type: "DROP_DOWN", ...inputOf(code), defaultValue: "", options: optionsOf(names), ...change };
}

export function multiSelect(code: string, names: readonly string[]): Field.MultiSelect {
  return { type: "MULTI_SELECT", ...inputOf(code), defaultValue: [], options: optionsOf(names) };
}

export function file(code: string, change: Change<Field.File> = {}): Field.File {
  return { type: "FILE", ...inputOf(code), thumbnailSize: "150", ...change };
}

export function date(code: string, change: Change<Field.Date> = {}): Field.Date {
  const plain = { defaultValue: "", unique: false, defaultNowValue: false };
  return { type: "DATE", ...inputOf(code), ...plain, ...change };
}

export function time(code: string): Field.Time {
  return { type: "TIME", ...inputOf(code), defaultValue: "", defaultNowValue: false };
}

export function dateTime(code: string): Field.DateTime {
  return { type: "DATETIME", ...inputOf(code), defaultValue: "", unique: false, defaultNowValue: false };
}

export function userSelect(code: string): Field.UserSelect {
  return { type: "USER_SELECT", ...inputOf(code), defaultValue: [], entities: [] };
}

export function organizationSelect(code: string): Field.OrganizationSelect {
  return { type: "ORGANIZATION_SELECT", ...inputOf(code), defaultValue: [], entities: [] };
}

export function groupSelect(code: string): Field.GroupSelect {
  return { type: "GROUP_SELECT", ...inputOf(code), defaultValue: [], entities: [] };
}

export function group(code: string): Field.Group {
  return { type: "GROUP", ...named(code), openGroup: false };
}

export function lookup(code: string, source: Field.Lookup["lookup"]): Field.Lookup {
  return { type: "SINGLE_LINE_TEXT", ...inputOf(code), lookup: source };
}

export function relatedRecords(code: string, table: Field.ReferenceTable["referenceTable"]): Field.ReferenceTable {
  return { type: "REFERENCE_TABLE", ...named(code), referenceTable: table };
}

export function subtable(
  code: string,
  ...fields: Field.InSubtable[]
): Field.Subtable<Record<string, Field.InSubtable>> {
  return { type: "SUBTABLE", ...named(code), noLabel: false, fields: properties(...fields) };
}

function optionsOf(names: readonly string[]): Field.Dropdown["options"] {
  return Object.fromEntries(names.map((label, index) => [label, { label, index: String(index) }]));
}

/** One thing in a form's row: the code of a field, or a decoration. */
type Placed = string | { label: string } | { spacer: string } | "―";

/** A form's layout, written with the codes of its fields; the types come from the form itself. */
export function arrange(form: Properties) {
  const place = (item: Placed): Layout.Field.OneOf => {
    if (item === "―") return { type: "HR", size: { width: "1000" } };
    if (typeof item === "object") {
      return "label" in item
        ? { type: "LABEL", label: item.label, size: { width: "400" } }
        : { type: "SPACER", elementId: item.spacer, size: { width: "200", height: "40" } };
    }
    const field = form[item];
    if (field === undefined) throw new Error(`no field ${item}`);
    return placeField(field);
  };
  const row = (...items: Placed[]): Layout.Row<Layout.Field.OneOf[]> => ({ type: "ROW", fields: items.map(place) });
  return {
    row,
    table: (code: string): Layout.Subtable<Layout.Field.InSubtable[]> => {
      const table = form[code];
      if (table?.type !== "SUBTABLE") throw new Error(`no table ${code}`);
      const fields = Object.values(table.fields).map((field) => placeField(field) as Layout.Field.InSubtable);
      return { type: "SUBTABLE", code, fields };
    },
    group: (code: string, ...layout: Array<Layout.Row<Layout.Field.OneOf[]>>): Layout.Group<typeof layout> => ({
      type: "GROUP",
      code,
      layout,
    }),
  };
}

function placeField(field: Field.OneOf): Layout.Field.OneOf {
  const { type, code } = field;
  switch (type) {
    case "REFERENCE_TABLE":
      return { type, code };
    case "MULTI_LINE_TEXT":
    case "RICH_TEXT":
      return { type, code, size: { width: "400", innerHeight: "125" } };
    case "GROUP":
    case "SUBTABLE":
    case "STATUS":
    case "STATUS_ASSIGNEE":
    case "CATEGORY":
      throw new Error(`${code} (${type}) does not stand in a row`);
    default:
      return { type, code, size: { width: "193" } };
  }
}
