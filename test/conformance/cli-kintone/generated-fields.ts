import fc from "fast-check";
import type { Property } from "../../emulator/domain/form";
import * as values from "./generated-values";

/** A field, and what can stand in it. Files are still to be stored. */
export interface GeneratedField {
  property: Property;
  /** Absent where nobody writes: calculated fields, what a lookup copies, related records. */
  values?: fc.Arbitrary<unknown>;
}

/** Whom and what a value can name. The last of each is deleted after records have named it. */
export const PEOPLE = {
  USER_SELECT: ["sato", "suzuki", "o'neil@example.com", "ghost"],
  ORGANIZATION_SELECT: ["quality", "品質保証部", "dissolved"],
  GROUP_SELECT: ["everyone", "auditors", "disbanded"],
} as const;

/** The app that lookups copy from, and that related records show; its id and the keys of its records. */
export const SOURCE = { id: 900, keys: ["C-001", '顧客, "2"', "*"] } as const;

const OPTIONS = ["良", "*", 'a,"b"', "=1+1", "😀 ", "-", "1,000", "か\u3099"];
const FORMATS = ["NUMBER", "NUMBER_DIGIT", "DATETIME", "DATE", "TIME", "HOUR_MINUTE", "DAY_HOUR_MINUTE"];

const options = Object.fromEntries(OPTIONS.map((label, index) => [label, { label, index: String(index) }]));
const oneOption = fc.constantFrom(null, ...OPTIONS);
const someOptions = fc.subarray(OPTIONS);

export interface FieldOptions {
  /** Nothing that cli-kintone cannot import: nobody who is gone, no halves of surrogate pairs. */
  importable: boolean;
}

/** Types that hold a value of their own, in tables and outside. */
export function inputField(code: string, { importable }: FieldOptions): fc.Arbitrary<GeneratedField> {
  const named = (type: string, more: Partial<Property> = {}): Property => ({
    type,
    code,
    label: `${code} のラベル`,
    ...more,
  });
  const field = (property: Property, arbitrary: fc.Arbitrary<unknown>) => ({ property, values: arbitrary });
  const text = <Text extends fc.Arbitrary<string>>(whole: Text) =>
    importable ? whole : fc.oneof({ weight: 15, arbitrary: whole }, values.halfASurrogatePair);
  const people = (type: keyof typeof PEOPLE) =>
    field(named(type), values.someOf(importable ? PEOPLE[type].slice(0, -1) : PEOPLE[type]));
  return fc.constantFrom<GeneratedField>(
    field(named("SINGLE_LINE_TEXT"), text(values.singleLine)),
    field(named("MULTI_LINE_TEXT"), text(values.multiLine)),
    field(named("RICH_TEXT"), text(values.richText)),
    field(named("NUMBER"), values.number),
    field(named("RADIO_BUTTON", { options }), oneOption),
    field(named("CHECK_BOX", { options }), someOptions),
    field(named("MULTI_SELECT", { options }), someOptions),
    field(named("DROP_DOWN", { options }), oneOption),
    field(named("DATE"), values.date),
    field(named("TIME"), values.time),
    field(named("DATETIME"), values.dateTime),
    field(named("LINK", { protocol: "WEB" }), values.links.WEB),
    field(named("LINK", { protocol: "CALL" }), values.links.CALL),
    field(named("LINK", { protocol: "MAIL" }), values.links.MAIL),
    field(named("FILE"), values.files),
    people("USER_SELECT"),
    people("ORGANIZATION_SELECT"),
    people("GROUP_SELECT"),
  );
}

/** Formulas over the number fields beside it, some of which cannot be calculated: division by zero, too many digits. */
export function calculatedField(code: string, numbers: readonly string[]): fc.Arbitrary<GeneratedField> {
  const formulas = [
    "1 / 0",
    "1 / 3 * 3",
    "86400 * 365",
    ...numbers.flatMap((one) => [`${one} * ${one}`, `1 / ${one}`, `SUM(${one})`]),
  ];
  return fc
    .record({ expression: fc.constantFrom(...formulas), format: fc.constantFrom(...FORMATS) })
    .map((formula) => ({
      property: { type: "CALC", code, label: code, ...formula },
    }));
}

/** A lookup and the field that it copies the customer's name into. */
export function lookupFields(code: string, copy: string): GeneratedField[] {
  const lookup = {
    relatedApp: { app: String(SOURCE.id), code: "" },
    relatedKeyField: "顧客コード",
    fieldMappings: [{ field: copy, relatedField: "顧客名" }],
    lookupPickerFields: ["顧客コード"],
    filterCond: "",
    sort: "",
  };
  return [
    { property: { type: "SINGLE_LINE_TEXT", code, label: code, lookup }, values: fc.constantFrom("", ...SOURCE.keys) },
    { property: { type: "SINGLE_LINE_TEXT", code: copy, label: copy } },
  ];
}

/** Records of the source that share a value with this field. */
export function relatedRecords(code: string, own: string): GeneratedField {
  const referenceTable = {
    relatedApp: { app: String(SOURCE.id), code: "" },
    condition: { field: own, relatedField: "顧客名" },
    filterCond: "",
    displayFields: ["顧客コード"],
    sort: "",
    size: "5",
  };
  return { property: { type: "REFERENCE_TABLE", code, label: code, referenceTable } };
}
