/** A query taken apart: the condition, and `order by …` without those words. */
interface ListQuery {
  condition: string;
  orderBy: string;
}

/** Splits a query at its last `order by` that is not inside a string; `limit` and `offset` are dropped. */
export function splitQuery(query: string): ListQuery {
  let rest = query;
  let condition = "";
  let orderBy: string | undefined;
  while (rest !== "") {
    const [token] = /^"(?:\\.|[^"\\])*"?|^order\s+by\s|^(?:limit|offset)\s+\d+|^[^\s"]+|^\s+/i.exec(rest) ?? [rest];
    rest = rest.slice(token.length);
    if (/^order\s+by\s$/i.test(token)) orderBy = "";
    else if (/^(limit|offset)\s+\d+$/i.test(token)) continue;
    else if (orderBy === undefined) condition += token;
    else orderBy += token;
  }
  return { condition: condition.trim(), orderBy: (orderBy ?? "").trim() };
}

/** The view's condition and the user's, both of which a record must meet. */
export function bothConditions(view: string, user: string): string {
  if (view === "" || user === "") return view || user;
  return `(${view}) and (${user})`;
}

/** The whole query as `kintone.app.getQuery()` gives it. */
export function wholeQuery({ condition, orderBy }: ListQuery, limit: number, offset: number): string {
  const parts = [condition, orderBy === "" ? "" : `order by ${orderBy}`, `limit ${limit}`, `offset ${offset}`];
  return parts.filter((part) => part !== "").join(" ");
}
