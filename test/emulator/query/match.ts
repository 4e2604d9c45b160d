import { processDisabled } from "../errors/process";
import {
  operatorNotAllowed,
  operatorNotAllowedInTable,
  queriedFieldNotFound,
  queriedOptionNotFound,
  relatedRecordsMisused,
} from "../errors/queries";
import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import type { App } from "../domain/app";
import type { Domain } from "../domain/domain";
import { findField } from "../domain/form";
import type { Properties, Property } from "../domain/form";
import type { Kind, QueryRules } from "../field-types/field-type";
import { fieldTypes } from "../field-types/registry";
import type { StoredRecord, TableRow, Value } from "../records/record";
import { fieldValue } from "../records/field-value";
import { withoutKindMarkers } from "./kind-markers";
import { matcherFor } from "./operands";
import type { Comparison, Condition } from "./query";

/** Who asks, when and where: functions in a query mean something else to each user. */
export interface Asker {
  domain: Domain;
  app: App;
  /** The form that field codes belong to: the live one, or the one of the test environment. */
  properties: Properties;
  userCode: string;
  timezone: string;
  /** Counts what `like` found, when the asker wants to know. */
  search?: Search;
}

/** A search by words stops at 100,000 hits, and the answer says so in a header (cybozu.dev get-records). */
export interface Search {
  hits: number;
  isAborted: boolean;
}

type Predicate = (record: StoredRecord) => boolean;

/** A condition as a test of records. @throws when kintone would refuse the condition, before any record is looked at */
export function predicate(condition: Condition | undefined, asker: Asker): Predicate {
  if (!condition) return () => true;
  if (condition.kind === "comparison") return comparison(condition, asker);
  if (condition.kind === "or") {
    const parts = condition.conditions.map((part) => predicate(part, asker));
    return (record) => parts.some((part) => part(record));
  }
  return conjunction(condition.conditions, asker);
}

/** Conditions on fields of one table, joined by `and`, must hold in the same row (observed). */
function conjunction(conditions: Condition[], asker: Asker): Predicate {
  const byTable = new Map<string, Comparison[]>();
  const parts: Predicate[] = [];
  for (const condition of conditions) {
    const table = condition.kind === "comparison" ? findField(asker.properties, condition.field)?.table : undefined;
    if (table === undefined || condition.kind !== "comparison") parts.push(predicate(condition, asker));
    else byTable.set(table, [...(byTable.get(table) ?? []), condition]);
  }
  for (const [table, comparisons] of byTable) parts.push(inTable(table, comparisons, asker));
  return (record) => parts.every((part) => part(record));
}

function comparison(condition: Comparison, asker: Asker): Predicate {
  const { field } = condition;
  if (field === "$id") {
    const matches = matcherFor(condition, "number", asker);
    checkRules(condition, fieldTypes.RECORD_NUMBER?.query, false);
    return (record) => matches([String(record.id)]);
  }
  if (field.includes(".")) return related(condition, asker);
  const found = findField(asker.properties, field);
  if (!found) throw queriedFieldNotFound(field);
  if (found.table !== undefined) return inTable(found.table, [condition], asker);
  const matches = fieldMatcher(condition, found.property, asker, false);
  return (record) => matches(fieldValue(record, found.property, asker.app));
}

/** A record with an empty table is never found; a negative condition must hold in every row (observed). */
function inTable(table: string, comparisons: Comparison[], asker: Asker): Predicate {
  const fields = asker.properties[table]?.fields ?? {};
  const tests = comparisons.map((condition) => {
    const property = fields[condition.field];
    if (!property) throw queriedFieldNotFound(condition.field);
    const matches = fieldMatcher(condition, property, asker, true);
    const negative = condition.operator.includes("not");
    return { negative, test: (row: TableRow) => matches(row.values[condition.field]) };
  });
  const positive = tests.filter(({ negative }) => !negative);
  const negative = tests.filter((test) => test.negative);
  return (record) => {
    const rows = (record.values[table] ?? []) as TableRow[];
    if (rows.length === 0) return false;
    const someRow = positive.length === 0 || rows.some((row) => positive.every(({ test }) => test(row)));
    return someRow && negative.every(({ test }) => rows.every(test));
  };
}

/** `<related records>.<field>`: some record of the other app that belongs to this one fits. */
function related(condition: Comparison, asker: Asker): Predicate {
  const [code = "", inner = ""] = condition.field.split(".");
  const table = asker.properties[code]?.referenceTable;
  const app = table && asker.domain.apps.get(Number(table.relatedApp.app));
  if (!table || !app?.live) throw relatedRecordsMisused(condition.field);
  const found = findField(app.settings.properties, inner);
  const relatedField = app.settings.properties[table.condition.relatedField];
  const ownField = asker.properties[table.condition.field];
  if (!found || found.table !== undefined) throw queriedFieldNotFound(inner);
  if (!relatedField || !ownField) throw relatedRecordsMisused(condition.field);
  const matches = fieldMatcher(
    { ...condition, field: inner },
    found.property,
    { ...asker, app, properties: app.live.properties },
    true,
  );
  const keys = new Set<string>();
  for (const record of app.records.ascending()) {
    if (matches(fieldValue(record, found.property, app))) keys.add(String(fieldValue(record, relatedField, app)));
  }
  return (record) => {
    const key = fieldValue(record, ownField, asker.app);
    return key !== "" && key !== null && keys.has(String(key));
  };
}

/** `inside`: in a table or in related records, where `in` takes the place of `=`, of dates and times too (cybozu.dev "query", and its examples). */
function fieldMatcher(
  condition: Comparison,
  property: Property,
  asker: Asker,
  inside: boolean,
): (value: Value | undefined) => boolean {
  const rules = fieldTypes[property.type]?.query;
  checkOptions(condition, property, asker);
  checkRules(condition, rules, inside);
  const operands = withoutKindMarkers(condition.operands, property.type, asker.domain);
  const matches = matcherFor({ ...condition, operands }, kindOf(rules as QueryRules, property), asker);
  return (value) => matches(strings(value));
}

export const kindOf = (rules: QueryRules, property: Property): Kind =>
  typeof rules.kind === "function" ? rules.kind(property) : rules.kind;

const REPLACED: Record<string, string> = { in: "=", "not in": "!=" };

function checkRules({ field, operator, operands }: Comparison, rules: QueryRules | undefined, inside: boolean): void {
  if (inside && (operator === "=" || operator === "!=")) throw operatorNotAllowedInTable(field, operator);
  const replaced = inside ? REPLACED[operator] : undefined;
  if (!rules?.operators.has(operator) && !rules?.operators.has(replaced ?? ""))
    throw operatorNotAllowed(field, operator);
  for (const operand of operands) {
    // What kintone answers to a function that the type does not know is UNCONFIRMED(unknown-function).
    if (operand.kind === "function" && !rules.functions.has(operand.name)) {
      throw invalidParameter("query", sentences.badQuery);
    }
  }
}

/** Choices and states must exist; this is looked at before the operator is (measured). @throws GAIA_IQ10, GAIA_ST02 */
function checkOptions({ field, operands }: Comparison, { type, options }: Property, { app }: Asker): void {
  const { enable, states } = app.settings.process;
  if (type === "STATUS" && !enable) throw processDisabled();
  const names = type === "STATUS" ? states : options;
  if (!names) return;
  for (const operand of operands) {
    const isUnknown = operand.kind === "literal" && operand.text !== "" && !Object.hasOwn(names, operand.text);
    if (isUnknown) throw queriedOptionNotFound(field, operand.text);
  }
}

/** A value as the texts that a condition looks at; nothing chosen is no text. */
function strings(value: Value | undefined): string[] {
  if (value === undefined || value === null || value === "") return [];
  if (typeof value === "string") return [value];
  return value.map((item) => {
    if (typeof item === "string") return item;
    return "content" in item ? item.content.name : item.id;
  });
}
