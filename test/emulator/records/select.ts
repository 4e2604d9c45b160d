import { fieldOfType, findField } from "../domain/form";
import { notSortable, queriedFieldNotFound } from "../errors";
import type { Kind } from "../field-types/field-type";
import { fieldTypes } from "../field-types/registry";
import { kindOf, predicate } from "../query/match";
import type { Asker } from "../query/match";
import { amount } from "../query/operands";
import type { Condition, Query, SortKey } from "../query/query";
import { fieldValue } from "./field-value";
import type { StoredRecord } from "./record";

interface Selection {
  records: StoredRecord[];
  /** Counted only when asked: it means looking at every record. */
  totalCount: number | undefined;
}

type Visible = (record: StoredRecord) => boolean;

/**
 * The records that a query asks for, of those that the asker may see. `$id > n` at the top is a jump, not a test, so that
 * reading a million records page by page costs no more than reading them.
 */
export function select(
  query: Query,
  asker: Asker,
  visible: Visible,
  options: { limit: number; count?: boolean },
): Selection {
  const { records } = asker.app;
  const after = lowerBound(query.condition);
  const test = predicate(query.condition, asker);
  const matches: Visible = (record) => test(record) && visible(record);
  const compare = comparator(query.order, asker);
  const offset = query.offset ?? 0;
  const source = inStoredOrder(query.order, asker);

  if (source === undefined) {
    const all = [...records.ascending(after)].filter(matches).sort(compare);
    return { records: all.slice(offset, offset + options.limit), totalCount: options.count ? all.length : undefined };
  }

  const page: StoredRecord[] = [];
  let found = 0;
  for (const record of source === "asc" ? records.ascending(after) : records.descending()) {
    if (source === "desc" && record.id <= after) break;
    if (!matches(record)) continue;
    if (found >= offset && page.length < options.limit) page.push(record);
    found++;
    if (!options.count && page.length >= options.limit) break;
  }
  return { records: page, totalCount: options.count ? found : undefined };
}

/** The greatest `n` for which the condition says `$id > n`. */
function lowerBound(condition: Condition | undefined): number {
  if (!condition) return 0;
  if (condition.kind !== "comparison") {
    return condition.kind === "and" ? Math.max(0, ...condition.conditions.map(lowerBound)) : 0;
  }
  const [operand] = condition.operands;
  if (condition.field !== "$id" || operand?.kind !== "literal") return 0;
  const id = Number(operand.text);
  if (!Number.isInteger(id)) return 0;
  if (condition.operator === ">") return id;
  return condition.operator === ">=" ? id - 1 : 0;
}

/** Without `order by` the newest come first (observed). */
function inStoredOrder(order: SortKey[], asker: Asker): "asc" | "desc" | undefined {
  const [first] = order;
  if (!first) return "desc";
  const isId = first.field === "$id" || fieldOfType(asker.properties, "RECORD_NUMBER")?.code === first.field;
  return isId ? first.direction : undefined;
}

function comparator(order: SortKey[], asker: Asker): (a: StoredRecord, b: StoredRecord) => number {
  const keys = order.map((key) => ({ read: sortValue(key.field, asker), sign: key.direction === "asc" ? 1 : -1 }));
  return (a, b) => {
    for (const { read, sign } of keys) {
      const left = read(a);
      const right = read(b);
      if (left === right) continue;
      if (left === undefined) return -sign;
      if (right === undefined) return sign;
      return left < right ? -sign : sign;
    }
    return b.id - a.id;
  };
}

/**
 * Texts go by code point, choices and states by their index, people by when they were added (kintone help, "sort order of
 * creator and modifier"); which types can be sorted by was measured by rex0220/kintone-sql-tools.
 */
function sortValue(code: string, asker: Asker): (record: StoredRecord) => string | number | undefined {
  if (code === "$id") return (record) => record.id;
  const found = findField(asker.properties, code);
  if (!found) throw queriedFieldNotFound(code);
  if (found.table !== undefined) throw notSortable(code);
  const { property } = found;
  const rules = fieldTypes[property.type]?.query;
  if (!rules?.sortable) throw notSortable(code);
  const kind: Kind = kindOf(rules, property);
  const options = property.type === "STATUS" ? asker.app.settings.process.states : property.options;
  const people = kind === "people" ? [...asker.domain.people.users.keys()] : [];
  return (record) => {
    const value = fieldValue(record, property, asker.app);
    if (typeof value !== "string" || value === "") return undefined;
    if (kind === "choice" && options) return Number(options[value]?.index ?? 0);
    if (kind === "people") return people.indexOf(value);
    return kind === "text" ? byCodePoint(value) : amount(value, kind);
  };
}

/** JavaScript compares UTF-16 units: surrogates are lifted behind all others, where their code points belong. */
const byCodePoint = (text: string): string =>
  text.replace(/[\ud800-\uffff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return String.fromCharCode(code < 0xe000 ? code + 0x2000 : code - 0x800);
  });
