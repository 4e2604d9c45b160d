import type { App } from "../domain/app";
import type { Domain } from "../domain/domain";
import { checkLayout } from "../domain/layout";
import { mapFields, rowOf, withSizes } from "../domain/layout-rows";
import { checkLookup, followRename } from "../domain/references";
import { mapRelatedApps, systemTypes, valuelessTypes } from "../domain/form";
import type { LayoutRow, Properties, Property, RelatedApp } from "../domain/form";
import { appNotFound, fieldCodeNotFound } from "../errors/apps";
import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { fieldTypes } from "../field-types/registry";
import { completeProperty } from "../field-types/definition";
import { settingsReader, settingsWriter } from "./endpoint";
import type { Endpoint } from "./endpoint";
import type { Parameters } from "./parameters";

const maxFields = 500;
const maxCodeLength = 128;

export const form: Endpoint[] = [
  ...settingsReader("app/form/fields.json", ({ properties }, { domain }) => ({
    properties: mapRelatedApps(properties, (related) => showRelated(related, domain)),
  })),

  settingsWriter("POST", "app/form/fields.json", (app, { domain, parameters }) => {
    const { properties, layout } = app.preview;
    const added: Properties = {};
    for (const [code, property] of Object.entries(givenProperties(parameters, domain))) {
      const path = `properties[${code}]`;
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
    checkLookups(added, all, domain);
    if (codesOf(all).size > maxFields) throw invalidParameter("properties", sentences.atMost(maxFields));
    return {
      properties: all,
      layout: [...layout, ...Object.values(added).map(rowOf)],
      lookupsByPart: [...app.preview.lookupsByPart, ...lookupsIn(added)],
    };
  }),

  settingsWriter("PUT", "app/form/fields.json", (app, { domain, parameters }) => {
    let properties = { ...app.preview.properties };
    let { layout } = app.preview;
    for (const [code, change] of Object.entries(
      givenProperties(parameters, domain) as Record<string, Partial<Property>>,
    )) {
      const before = properties[code];
      if (!before) throw fieldCodeNotFound(code);
      if (change.type !== undefined && change.type !== before.type)
        throw invalidParameter(`properties[${code}].type`, sentences.wrongShape);
      const after = { ...before, ...change, code: change.code ?? code };
      const isNew = Object.keys(change.fields ?? {}).some((inner) => !before.fields?.[inner]);
      if (isNew && domain.opposites.has("field-into-live-table"))
        throw invalidParameter(`properties[${code}].fields`, sentences.wrongShape);
      if (before.fields && change.fields) after.fields = changedInner(before.fields, change.fields, app);
      if (after.code !== code && codesOf(properties).has(after.code))
        throw invalidParameter(`properties[${code}].code`, sentences.duplicate);
      checkCode(after.code, `properties[${code}].code`);
      if (after.code !== code) app.rename(code, after.code);
      delete properties[code];
      properties[after.code] = systemTypes.has(after.type) ? after : completeProperty(after, `properties[${code}]`);
      if (after.code !== code) properties = followRename(properties, code, after.code);
      if (domain.opposites.has("renames-in-formulas")) properties = formulasAfter(properties, code, after.code);
      layout = renamed(layout, code, after.code);
    }
    checkLookups(properties, properties, domain);
    return { properties, layout };
  }),

  settingsWriter("DELETE", "app/form/fields.json", (app, { parameters }) => {
    const deleted = parameters.texts("fields", 100, 1);
    if (!deleted) throw invalidParameter("fields", sentences.requiredParameter, sentences.sizeBetween(1, 100));
    const properties = { ...app.preview.properties };
    let { layout } = app.preview;
    for (const code of deleted) {
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
    return { properties, layout };
  }),

  ...settingsReader("app/form/layout.json", ({ layout }) => ({ layout })),

  settingsWriter("PUT", "app/form/layout.json", (app, { parameters }) => {
    const layout = (parameters.list("layout", 1000) ?? []) as LayoutRow[];
    parameters.require("layout");
    checkLayout(layout, app.preview.properties);
    return { layout: withSizes(asStrings(layout) as LayoutRow[]) };
  }),
];

/** A request may name a related app by id or by code. @throws GAIA_AP01 */
function givenProperties(parameters: Parameters, domain: Domain): Properties {
  return mapRelatedApps(parameters.object("properties") as Properties, ({ app, code }) => {
    const found = app
      ? domain.apps.get(Number(app))
      : [...domain.apps.values()].find((other) => code && other.code === code);
    if (!found) throw appNotFound(app ?? code);
    return { app: String(found.id), code: found.code };
  });
}

/** The code of an app can change; one that is gone has none. */
const showRelated = ({ app }: RelatedApp, domain: Domain): RelatedApp => ({
  app: String(app),
  code: domain.apps.get(Number(app))?.code ?? "",
});

function checkLookups(fields: Properties, own: Properties, domain: Domain): void {
  for (const [code, property] of Object.entries(fields)) {
    checkLookup(property, own, `properties[${code}]`, domain);
    if (property.fields) checkLookups(property.fields, property.fields, domain);
  }
}

const lookupsIn = (properties: Properties): string[] =>
  Object.values(properties).flatMap(({ code, lookup, fields }) => [
    ...(lookup ? [code] : []),
    ...lookupsIn(fields ?? {}),
  ]);

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
  let fields = { ...before };
  for (const [code, property] of Object.entries(change)) {
    const after = { ...before[code], ...property, code: property.code ?? code };
    if (before[code] && after.code !== code) app.rename(code, after.code);
    delete fields[code];
    fields[after.code] = completeProperty(after, `fields[${code}]`);
    if (after.code !== code) fields = followRename(fields, code, after.code);
  }
  return fields;
}

/** For formulas of one field and a number. */
function formulasAfter(properties: Properties, from: string, to: string): Properties {
  const following = Object.entries(properties).map(([code, property]): [string, Property] => {
    const { expression } = property;
    return [code, expression === undefined ? property : { ...property, expression: expression.replace(from, to) }];
  });
  return Object.fromEntries(following);
}

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

/** Numbers in sizes are answered as strings. */
function asStrings(value: unknown): unknown {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(asStrings);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asStrings(inner)]));
}
