import { fieldsIn, parseExpression } from "../calculation/expression";
import type { App } from "../domain/app";
import { rowOf, systemTypes, valuelessTypes } from "../domain/form";
import type { LayoutRow, Properties, Property } from "../domain/form";
import { badFormula, fieldCodeNotFound, invalidParameter, sentences } from "../errors";
import { fieldTypes } from "../field-types/registry";
import { completeProperty } from "../field-types/definition";
import { settingsReader, settingsWriter } from "./endpoint";
import type { Endpoint } from "./endpoint";

const maxFields = 500;
const maxCodeLength = 128;

export const form: Endpoint[] = [
  ...settingsReader("app/form/fields.json", ({ properties }) => ({ properties })),

  settingsWriter("POST", "app/form/fields.json", (app, { parameters }) => {
    const { properties, layout } = app.preview;
    const added: Properties = {};
    for (const [code, given] of Object.entries(parameters.object("properties"))) {
      const path = `properties[${code}]`;
      const property = given as Property;
      checkCode(code, `${path}.code`);
      if (property.code !== undefined && property.code !== code)
        throw invalidParameter(`${path}.code`, sentences.wrongShape);
      if (codesOf(properties).has(code)) throw invalidParameter(`${path}.code`, sentences.duplicate);
      if (systemTypes.has(property.type) || !isFieldType(property.type)) {
        throw invalidParameter(`${path}.type`, sentences.notInEnum);
      }
      for (const inner of Object.keys(property.fields ?? {})) {
        if (codesOf({ ...properties, ...added }).has(inner))
          throw invalidParameter(`${path}.fields[${inner}].code`, sentences.duplicate);
      }
      added[code] = completeProperty({ ...property, code }, path);
    }
    const all = { ...properties, ...added };
    if (codesOf(all).size > maxFields) throw invalidParameter("properties", sentences.atMost(maxFields));
    return { properties: checkFormulas(all), layout: [...layout, ...Object.values(added).map(rowOf)] };
  }),

  settingsWriter("PUT", "app/form/fields.json", (app, { parameters }) => {
    const properties = { ...app.preview.properties };
    let { layout } = app.preview;
    for (const [code, given] of Object.entries(parameters.object("properties"))) {
      const before = properties[code];
      if (!before) throw fieldCodeNotFound(code);
      const change = given as Partial<Property>;
      if (change.type !== undefined && change.type !== before.type)
        throw invalidParameter(`properties[${code}].type`, sentences.wrongShape);
      const after = { ...before, ...change, code: change.code ?? code };
      if (before.fields && change.fields) after.fields = changedInner(before.fields, change.fields, app);
      if (after.code !== code && codesOf(properties).has(after.code))
        throw invalidParameter(`properties[${code}].code`, sentences.duplicate);
      checkCode(after.code, `properties[${code}].code`);
      if (after.code !== code) app.rename(code, after.code);
      delete properties[code];
      properties[after.code] = systemTypes.has(after.type) ? after : completeProperty(after, `properties[${code}]`);
      layout = renamed(layout, code, after.code);
    }
    return { properties: checkFormulas(properties), layout };
  }),

  settingsWriter("DELETE", "app/form/fields.json", (app, { parameters }) => {
    parameters.require("fields");
    const properties = { ...app.preview.properties };
    let { layout } = app.preview;
    for (const code of parameters.texts("fields", 100) ?? []) {
      const property = properties[code];
      const table = property ? undefined : Object.values(properties).find((candidate) => candidate.fields?.[code]);
      if (property && systemTypes.has(property.type)) throw invalidParameter("fields", sentences.wrongShape);
      if (!property && !table) throw fieldCodeNotFound(code);
      if (property) delete properties[code];
      if (table) {
        const { [code]: _removed, ...fields } = table.fields ?? {};
        properties[table.code] = { ...table, fields };
      }
      layout = without(layout, code);
    }
    return { properties: checkFormulas(properties), layout };
  }),

  ...settingsReader("app/form/layout.json", ({ layout }) => ({ layout })),

  settingsWriter("PUT", "app/form/layout.json", (app, { parameters }) => {
    const layout = (parameters.list("layout", 1000) ?? []) as LayoutRow[];
    const named = new Set(namedIn(layout));
    for (const property of Object.values(app.preview.properties)) {
      if (!systemTypes.has(property.type) && !named.has(property.code))
        throw invalidParameter("layout", sentences.requiredParameter);
    }
    const known = codesOf(app.preview.properties);
    for (const code of named) if (!known.has(code)) throw fieldCodeNotFound(code);
    return { layout: asStrings(layout) as LayoutRow[] };
  }),
];

/** @throws GAIA_IL01 when a formula cannot be read or names a field that is not there */
function checkFormulas(properties: Properties): Properties {
  const known = codesOf(properties);
  const all = Object.values(properties).flatMap((property) => [property, ...Object.values(property.fields ?? {})]);
  for (const { expression } of all) {
    if (!expression) continue;
    if (!fieldsIn(parseExpression(expression)).every((code) => known.has(code))) throw badFormula(expression);
  }
  return properties;
}

const isFieldType = (type: string): boolean => type in fieldTypes || valuelessTypes.has(type);

/** Letters, digits, `_`, `＿`, `・` and currency signs; no digit first (kintone help, field codes). */
function checkCode(code: string, path: string): void {
  const valid = /^[\p{L}\p{M}_＿・･ー〃々＄￥￦￡￠$¥€£₩][\p{L}\p{M}\p{N}_＿・･ー〃々＄￥￦￡￠$¥€£₩]*$/u.test(code);
  if (!valid || [...code].length > maxCodeLength) throw invalidParameter(path, sentences.wrongShape);
}

function codesOf(properties: Properties): Set<string> {
  return new Set(
    Object.values(properties).flatMap((property) => [property.code, ...Object.keys(property.fields ?? {})]),
  );
}

/** Inner fields of a table that are not named stay; those that are named are added or changed. */
function changedInner(before: Properties, change: Properties, app: App): Properties {
  const fields = { ...before };
  for (const [code, property] of Object.entries(change)) {
    const after = { ...before[code], ...property, code: property.code ?? code };
    if (before[code] && after.code !== code) app.rename(code, after.code);
    delete fields[code];
    fields[after.code] = completeProperty(after, `fields[${code}]`);
  }
  return fields;
}

const mapFields = (layout: LayoutRow[], map: (fields: LayoutRowFields) => LayoutRowFields): LayoutRow[] =>
  layout.map((row) =>
    row.type === "GROUP"
      ? { ...row, layout: row.layout.map((inner) => ({ ...inner, fields: map(inner.fields) })) }
      : { ...row, fields: map(row.fields) },
  );

type LayoutRowFields = Extract<LayoutRow, { type: "ROW" }>["fields"];

function renamed(layout: LayoutRow[], from: string, to: string): LayoutRow[] {
  if (from === to) return layout;
  const rows = layout.map((row) => (row.type !== "ROW" && row.code === from ? { ...row, code: to } : row));
  return mapFields(rows, (fields) => fields.map((field) => (field.code === from ? { ...field, code: to } : field)));
}

function without(layout: LayoutRow[], code: string): LayoutRow[] {
  const rows = layout.filter((row) => row.type === "ROW" || row.code !== code);
  const left = mapFields(rows, (fields) => fields.filter((field) => field.code !== code));
  return left.filter((row) => row.type !== "ROW" || row.fields.length > 0);
}

function namedIn(layout: LayoutRow[]): string[] {
  return layout.flatMap((row) => {
    if (row.type === "GROUP") return [row.code, ...namedIn(row.layout)];
    const codes = row.fields.flatMap((field) => (field.code === undefined ? [] : [field.code]));
    return row.type === "SUBTABLE" ? [row.code, ...codes] : codes;
  });
}

/** Numbers in sizes are answered as strings. */
function asStrings(value: unknown): unknown {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(asStrings);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asStrings(inner)]));
}
