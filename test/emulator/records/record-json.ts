import type { App } from "../domain/app";
import type { Domain } from "../domain/domain";
import type { Properties, Property } from "../domain/form";
import { fieldTypes } from "../field-types/registry";
import { fieldValue } from "./field-value";
import type { StoredRecord } from "./record";
import { shownProperties, withAppCode } from "./show";

/** A record as `showRecord` shows it to somebody who may see every field, in JSON: the same text, in a third of the time. */
export function recordJson(record: StoredRecord, domain: Domain, app: App): string {
  let text = "{";
  for (const { property, head } of cellsOf(app)) {
    const value = fieldTypes[property.type]?.show(fieldValue(record, property, app), { domain, property });
    const shown = withAppCode(value, property, app);
    text += shown === undefined ? `${head}},` : `${head},"value":${json(shown)}},`;
  }
  return `${text}${versionCells(record)}}`;
}

/** `JSON.stringify` takes longer to be called than most texts take to be looked at. */
function json(value: unknown): string {
  if (typeof value === "string" && !mustBeEscaped.test(value)) return `"${value}"`;
  return Array.isArray(value) && value.length === 0 ? "[]" : JSON.stringify(value);
}

// eslint-disable-next-line no-control-regex
const mustBeEscaped = /["\\\u0000-\u001f\ud800-\udfff]/;

/** The record when only `$id` and `$revision` are asked for. */
export const versionJson = (record: StoredRecord): string => `{${versionCells(record)}}`;

const versionCells = ({ id, revision }: StoredRecord): string =>
  `"$id":{"type":"__ID__","value":"${id}"},"$revision":{"type":"__REVISION__","value":"${revision}"}`;

interface Cell {
  property: Property;
  /** As `"品番":{"type":"NUMBER"`. */
  head: string;
}

const cells = new WeakMap<Properties, Cell[]>();

function cellsOf(app: App): Cell[] {
  const { properties } = app.settings;
  const known = cells.get(properties);
  if (known) return known;
  const list = shownProperties(app).map((property) => ({
    property,
    head: `${JSON.stringify(property.code)}:{"type":${JSON.stringify(property.type)}`,
  }));
  cells.set(properties, list);
  return list;
}
