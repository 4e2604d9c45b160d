import type { FormFields } from "../archive/records/kintone-app";
import { compileComparison } from "./compile-comparison";
import type { QueryContext } from "./context";
import { type Comparison, comparisonsOf, type Condition } from "./query";
import { QueryError, type QueryProblem } from "./query-error";
import { cellTest, type RecordTest, tableTests } from "./record-test";

/** Everything in the condition that cannot be answered with this form: each comparison with its first problem. Empty: it can be compiled. */
export function problemsOf(condition: Condition, form: FormFields, context: QueryContext): QueryProblem[] {
  return comparisonsOf(condition).flatMap((comparison) => {
    try {
      compileComparison(comparison, form, context);
      return [];
    } catch (error) {
      if (error instanceof QueryError) return [error.problem];
      throw error;
    }
  });
}

/**
 * Says of each record whether it meets the condition. Throws the first of {@link problemsOf}; what it gives throws `VALUE_MISSING` for a record
 * without the field.
 */
export function compileCondition(condition: Condition, form: FormFields, context: QueryContext): RecordTest {
  if (condition.kind === "or") {
    const tests = condition.conditions.map((part) => compileCondition(part, form, context));
    return (record) => tests.some((test) => test(record));
  }
  const parts = condition.kind === "and" ? condition.conditions : [condition];
  const tests = [...comparisonTests(parts.filter(isComparison), form, context)];
  for (const part of parts) if (!isComparison(part)) tests.push(compileCondition(part, form, context));
  return (record) => tests.every((test) => test(record));
}

function isComparison(condition: Condition): condition is Comparison {
  return condition.kind === "comparison";
}

/** Comparisons that must all hold: those of one table look at its rows together. */
function comparisonTests(comparisons: Comparison[], form: FormFields, context: QueryContext): RecordTest[] {
  const compiled = comparisons.map((comparison) => compileComparison(comparison, form, context));
  return [...new Set(compiled.map(({ field }) => field.table))].flatMap((table) => {
    const some = compiled.filter(({ field }) => field.table === table);
    return table === undefined ? some.map(cellTest) : tableTests(table, some);
  });
}
