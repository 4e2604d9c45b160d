import type { IdRange } from "../records/record-store";
import { wholeRange } from "../records/record-store";
import type { Comparison, Condition } from "./query";

interface Bounds {
  /** No record outside of it can fit the condition. */
  range: IdRange;
  /** The condition says nothing else: every record inside of it fits. */
  isAll: boolean;
}

/** What a condition says of `$id`: found by looking at the tree, so that the records outside need no look. */
export function boundsOf(condition: Condition | undefined): Bounds {
  if (!condition) return { range: wholeRange, isAll: true };
  if (condition.kind === "comparison") return ofComparison(condition);
  if (condition.kind === "or") return { range: wholeRange, isAll: false };
  const parts = condition.conditions.map(boundsOf);
  return {
    range: {
      after: Math.max(...parts.map(({ range }) => range.after)),
      // A search counts its hits also where another condition lets none through: only what is before it may spare it a look.
      until: searches(condition) ? Infinity : Math.min(...parts.map(({ range }) => range.until)),
    },
    isAll: parts.every(({ isAll }) => isAll),
  };
}

function ofComparison({ field, operator, operands }: Comparison): Bounds {
  const [operand] = operands;
  const isPlain = field === "$id" && operand?.kind === "literal" && /^\d{1,15}$/.test(operand.text);
  const id = isPlain ? Number(operand.text) : NaN;
  if (isPlain && operator === ">") return { range: { after: id, until: Infinity }, isAll: true };
  if (isPlain && operator === ">=") return { range: { after: id - 1, until: Infinity }, isAll: true };
  if (isPlain && operator === "<") return { range: { after: 0, until: id - 1 }, isAll: true };
  if (isPlain && operator === "<=") return { range: { after: 0, until: id }, isAll: true };
  if (isPlain && operator === "=") return { range: { after: id - 1, until: id }, isAll: true };
  return { range: wholeRange, isAll: false };
}

const searches = (condition: Condition): boolean =>
  condition.kind === "comparison" ? condition.operator.includes("like") : condition.conditions.some(searches);
