import type { Property } from "../domain/form";
import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";

/** Types that keep "no duplicates"; for others it is dropped without a word (measured). */
const uniqueTypes = new Set(["SINGLE_LINE_TEXT", "NUMBER", "LINK", "DATE", "DATETIME"]);
const choiceTypes = new Set(["CHECK_BOX", "RADIO_BUTTON", "DROP_DOWN", "MULTI_SELECT"]);
const calcFormats = ["NUMBER", "NUMBER_DIGIT", "DATETIME", "DATE", "TIME", "HOUR_MINUTE", "DAY_HOUR_MINUTE"];
const maxOptions = 1000;
const maxOptionLength = 128;

const limits = { minLength: "", maxLength: "" };
const entry = { noLabel: false, required: false };
const moment = { ...entry, unique: false, defaultValue: "", defaultNowValue: false };
const numeric = { displayScale: "", unit: "", unitPosition: "BEFORE" };
const people = { ...entry, defaultValue: [], entities: [] };

/** The keys that a definition has when the request leaves them out (kintone `fields.json` answers; OpenAPI 20250423). */
const standards: Record<string, Partial<Property>> = {
  SINGLE_LINE_TEXT: { ...entry, unique: false, defaultValue: "", ...limits, expression: "", hideExpression: false },
  MULTI_LINE_TEXT: { ...entry, defaultValue: "" },
  RICH_TEXT: { ...entry, defaultValue: "" },
  NUMBER: { ...entry, unique: false, defaultValue: "", digit: false, minValue: "", maxValue: "", ...numeric },
  CALC: { ...entry, expression: "", hideExpression: false, format: "NUMBER", ...numeric },
  LINK: { ...entry, unique: false, defaultValue: "", ...limits, protocol: "WEB" },
  CHECK_BOX: { ...entry, defaultValue: [], align: "HORIZONTAL" },
  RADIO_BUTTON: { ...entry, required: true, align: "HORIZONTAL" },
  DROP_DOWN: { ...entry, defaultValue: "" },
  MULTI_SELECT: { ...entry, defaultValue: [] },
  DATE: moment,
  TIME: { ...entry, defaultValue: "", defaultNowValue: false },
  DATETIME: moment,
  USER_SELECT: people,
  ORGANIZATION_SELECT: people,
  GROUP_SELECT: people,
  FILE: { ...entry, thumbnailSize: "150" },
  GROUP: { noLabel: false, openGroup: false },
  SUBTABLE: { noLabel: false },
  REFERENCE_TABLE: { noLabel: false },
};

/** A definition as kintone keeps it. @throws CB_VA01 */
export function completeProperty(given: Property, path: string): Property {
  // A lookup has the type of the field that it copies from, but not the settings of that type.
  const standard = given.lookup ? entry : standards[given.type];
  const property: Property = { ...standard, ...given, label: given.label ?? given.code };
  if (choiceTypes.has(property.type)) property.options = readOptions(property, path);
  if (property.type === "RADIO_BUTTON") property.defaultValue ||= firstOption(property);
  if (property.type === "CALC") {
    if (!property.expression) throw invalidParameter(`${path}.expression`, sentences.requiredParameter);
    if (!calcFormats.includes(property.format ?? "")) throw invalidParameter(`${path}.format`, sentences.notInEnum);
  }
  if (property.type === "SUBTABLE") {
    const fields = Object.entries(property.fields ?? {});
    property.fields = Object.fromEntries(
      fields.map(([code, inner]) => [code, completeProperty({ ...inner, code }, `${path}.fields[${code}]`)]),
    );
  }
  if (!uniqueTypes.has(property.type)) delete property.unique;
  return withTextNumbers(property);
}

function readOptions(property: Property, path: string): NonNullable<Property["options"]> {
  const options = Object.entries(property.options ?? {});
  if (options.length > maxOptions) throw invalidParameter(`${path}.options`, sentences.atMost(maxOptions));
  return Object.fromEntries(
    options.map(([name, option]) => {
      if ([...name].length > maxOptionLength)
        throw invalidParameter(`${path}.options[${name}].label`, sentences.shorterThan(maxOptionLength + 1));
      if (option.index === undefined)
        throw invalidParameter(`${path}.options[${name}].index`, sentences.requiredParameter);
      return [option.label ?? name, { label: option.label ?? name, index: String(option.index) }];
    }),
  );
}

const firstOption = (property: Property): string =>
  Object.values(property.options ?? {}).sort((a, b) => Number(a.index) - Number(b.index))[0]?.label ?? "";

/** Numbers in a definition are answered as strings. */
function withTextNumbers(property: Property): Property {
  const { referenceTable, ...plain } = property;
  const entries = Object.entries(plain).map(([key, value]) => [key, typeof value === "number" ? String(value) : value]);
  return {
    ...(Object.fromEntries(entries) as Property),
    ...(referenceTable && { referenceTable: { ...referenceTable, size: String(referenceTable.size ?? "5") } }),
  };
}
