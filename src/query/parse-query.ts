import { readField } from "./comparison-reader";
import { readCondition } from "./parse-condition";
import type { Order, Query } from "./query";
import { createTokenReader, type TokenReader } from "./token-reader";

const WHOLE_NUMBER = /^\d+$/;

/**
 * A query with everything: `<condition> order by <field> asc|desc, … limit <n> offset <n>`, in this order, each of it optional. How many records
 * kintone gives in one answer (500) is a bound of its API, not of the grammar. Throws a `QueryError`.
 */
export function parseQuery(text: string): Query {
  const reader = createTokenReader(text);
  const query: Query = { orderBy: [] };
  if (reader.look().kind !== "end" && !beginsOption(reader)) query.condition = readCondition(reader);
  if (reader.took("order", "by")) query.orderBy = readOrders(reader);
  if (reader.took("limit")) query.limit = readCount(reader);
  if (reader.took("offset")) query.offset = readCount(reader);
  const isCondition =
    query.condition && !query.orderBy.length && query.limit === undefined && query.offset === undefined;
  if (reader.look().kind !== "end") reader.refuse(isCondition ? "and-or" : "end");
  return query;
}

/** A field may be called `limit`: then an operator follows. */
function beginsOption(reader: TokenReader): boolean {
  const isCounted = reader.sees("limit") || reader.sees("offset");
  return reader.sees("order", "by") || (isCounted && WHOLE_NUMBER.test(reader.look(1).text));
}

function readOrders(reader: TokenReader): Order[] {
  const orders = [readOrder(reader)];
  while (reader.tookSign(",")) orders.push(readOrder(reader));
  return orders;
}

/** Without a word the order is ascending. UNCONFIRMED(order-without-word): kintone's documentation always has the word. */
function readOrder(reader: TokenReader): Order {
  const { position } = reader.look();
  const field = readField(reader);
  if (reader.took("desc")) return { field, direction: "desc", position };
  reader.took("asc");
  return { field, direction: "asc", position };
}

function readCount(reader: TokenReader): number {
  const { kind, text } = reader.look();
  if (kind !== "word" || !WHOLE_NUMBER.test(text)) reader.refuse("number");
  reader.next();
  return Number(text);
}
