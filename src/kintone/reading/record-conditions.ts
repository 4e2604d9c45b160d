/** The most that one answer holds (cybozu.dev get-records). */
export const RECORDS_PER_PAGE = 500;

/** All of them at once. A target's query comes first; it may be empty, and may hold an `or`. */
export function allOf(query: string, ...conditions: readonly string[]): string {
  return [...(query.trim() === "" ? [] : [`(${query})`]), ...conditions].join(" and ");
}

/** Ids of a range. Numbers are written without quotes, as in `$id > 1` (cybozu.dev "query": `数値_0 > 10`). */
export function idsBetween(afterId: string, upToId: string | undefined): string[] {
  return [`$id > ${afterId}`, ...(upToId === undefined ? [] : [`$id <= ${upToId}`])];
}

/** Of the records with these ids, those that a query describes. */
export function among(query: string, ids: readonly string[]): string {
  return allOf(query, `$id in (${ids.join(",")})`);
}

/** A query for a page of the records that a condition describes; of all of them when it is empty. */
export function pageOf(condition: string, direction: "asc" | "desc", limit = RECORDS_PER_PAGE): string {
  return `${condition} order by $id ${direction} limit ${limit}`.trim();
}

/**
 * Whether these are ids (strings of digits), each larger than the one before, above `after` and up to `upTo`: what is
 * not may be read for ever, or twice. A target's query such as `a = "1") or (b = "2"` turns the conditions around it
 * into others, and no parser of ours would know kintone's language as well as this knows the answer.
 */
export function ascend(ids: readonly unknown[], after = "0", upTo?: string): ids is string[] {
  let last = BigInt(after);
  const ascending = ids.every((id) => {
    if (typeof id !== "string" || !/^\d+$/.test(id) || BigInt(id) <= last) return false;
    last = BigInt(id);
    return true;
  });
  return ascending && (ids.length === 0 || upTo === undefined || last <= BigInt(upTo));
}
