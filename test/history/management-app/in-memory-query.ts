import type { KintoneRecord } from "../../../src/archive/records/kintone-app";

/** A query as kintone has it, as far as history and targets ask: conditions joined with `and`, among them alternatives in brackets, an order by `$id`, a limit. */
export interface StoreQuery {
  matches(record: KintoneRecord): boolean;
  order: "asc" | "desc";
  limit: number;
}

type Fits = (record: KintoneRecord) => boolean;

/** `undefined` for what kintone refuses too: another language, a field that there is not, more than 500 at a time. */
export function storeQuery(query: string, isField: (code: string) => boolean): StoreQuery | undefined {
  // Without an order kintone gives the newest first, and without a limit a hundred.
  const [, condition = "", order = "desc", limit = "100"] =
    /^(.*?) ?(?:order by \$id (asc|desc))? ?(?:limit (\d+))?$/.exec(query) ?? [];
  const conditions = condition === "" ? [] : condition.split(" and ").map((part) => comparison(part, isField));
  if (Number(limit) > 500 || conditions.includes(undefined)) return undefined;
  return {
    matches: (record) => conditions.every((fits) => fits?.(record)),
    order: order as StoreQuery["order"],
    limit: Number(limit),
  };
}

function comparison(text: string, isField: (code: string) => boolean): Fits | undefined {
  const alternatives = /^\((.+ or .+)\)$/.exec(text)?.[1]?.split(" or ");
  if (!alternatives) return simpleComparison(text, isField);
  const all = alternatives.map((part) => simpleComparison(part, isField));
  return all.includes(undefined) ? undefined : (record) => all.some((fits) => fits?.(record));
}

function simpleComparison(text: string, isField: (code: string) => boolean): Fits | undefined {
  const simple = /^(\S+) (=|!=|>|in|not in) (\(.+\)|"[^"]*"|\d+)$/.exec(text);
  const [, code = "", operator = "", operand = ""] = simple ?? [];
  if (!simple || !isField(code)) return undefined;
  const wanted = operand
    .replace(/^\(|\)$/g, "")
    .split(", ")
    .map((word) => word.replaceAll('"', ""));
  return (record: KintoneRecord): boolean => {
    const value = record[code]?.value ?? "";
    if (operator === ">") return Number(value) > Number(wanted[0]);
    const holds = wanted.some((word) => (Array.isArray(value) ? value.includes(word) : value === word));
    return operator === "!=" || operator === "not in" ? !holds : holds;
  };
}
