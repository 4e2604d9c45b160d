import { fieldOfType, findField } from "../domain/form";
import { notSortable, queriedFieldNotFound } from "../errors/queries";
import type { Kind } from "../field-types/field-type";
import { fieldTypes } from "../field-types/registry";
import { boundsOf } from "../query/id-range";
import { kindOf, predicate } from "../query/match";
import type { Asker } from "../query/match";
import { amount } from "../query/operands";
import type { Query, SortKey } from "../query/query";
import { fieldValue } from "./field-value";
import type { StoredRecord } from "./record";

interface Selection {
  records: StoredRecord[];
  /** Counted only when asked: it may mean looking at every record. */
  totalCount: number | undefined;
}

type Test = (record: StoredRecord) => boolean;

/**
 * The records that a query asks for, of those that the asker may see (`visible`; undefined: all). What the query says of `$id` is
 * a jump, not a test, so that reading a million records page by page, or range by range, costs no more than reading them.
 */
export function select(
  query: Query,
  asker: Asker,
  visible: Test | undefined,
  options: { limit: number; count?: boolean },
): Selection {
  const { records } = asker.app;
  const { range, isAll } = boundsOf(query.condition);
  const fits = predicate(query.condition, asker);
  const tests = [...(isAll ? [] : [fits]), ...(visible ? [visible] : [])];
  const matches: Test = (record) => tests.every((test) => test(record));
  const compare = comparator(query.order, asker);
  const offset = query.offset ?? 0;
  const source = inStoredOrder(query.order, asker);

  if (source === undefined) {
    const all = [...records.ascending(range)].filter(matches).sort(compare);
    return { records: all.slice(offset, offset + options.limit), totalCount: options.count ? all.length : undefined };
  }

  const mustCount = options.count && tests.length > 0;
  const page: StoredRecord[] = [];
  let found = 0;
  for (const record of source === "asc" ? records.ascending(range) : records.descending(range)) {
    if (!matches(record)) continue;
    if (found >= offset && page.length < options.limit) page.push(record);
    found++;
    if (!mustCount && page.length >= options.limit) break;
  }
  if (!options.count) return { records: page, totalCount: undefined };
  return { records: page, totalCount: mustCount ? found : records.countIn(range) };
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
