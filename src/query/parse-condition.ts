import { readComparison } from "./comparison-reader";
import type { Condition, Junction } from "./query";
import { QueryError } from "./query-error";
import { createTokenReader, type TokenReader } from "./token-reader";

/** Far more than anybody writes, and far less than the engine's stack holds. */
const DEEPEST = 100;

/** The condition that is written there, without `order by`, `limit` and `offset`. Throws a {@link QueryError}. */
export function parseCondition(text: string): Condition {
  const reader = createTokenReader(text);
  const condition = readCondition(reader);
  if (reader.look().kind !== "end") reader.refuse(reader.look().text === ")" ? "end" : "and-or");
  return condition;
}

/**
 * That `and` binds tighter than `or`, as everywhere else, is UNCONFIRMED(and-before-or): kintone's documentation shows mixtures with parentheses only
 * (https://cybozu.dev/ja/kintone/docs/overview/query/), and its screens never mix the two.
 */
export function readCondition(reader: TokenReader, depth = 0): Condition {
  return readJunction(reader, "or", () => readJunction(reader, "and", () => readTerm(reader, depth)));
}

function readJunction(reader: TokenReader, kind: Junction["kind"], readPart: () => Condition): Condition {
  const parts = [readPart()];
  while (reader.took(kind)) parts.push(readPart());
  const conditions = parts.flatMap((part) => (part.kind === kind ? part.conditions : [part]));
  return conditions.length === 1 && conditions[0] ? conditions[0] : { kind, conditions };
}

function readTerm(reader: TokenReader, depth: number): Condition {
  const { position } = reader.look();
  if (!reader.tookSign("(")) return readComparison(reader);
  if (depth === DEEPEST) throw new QueryError("TOO_DEEP", position, { max: DEEPEST });
  const condition = readCondition(reader, depth + 1);
  reader.takeSign(")", "group-end");
  return condition;
}
