import type { ComparisonVerdict } from "../../domain/restore-outcome";
import type { ComparedTarget, Comparison } from "./comparison";

/** `unable` where an app could not be compared, whatever the others are like. */
export function verdictOf(targets: readonly ComparedTarget[]): ComparisonVerdict {
  if (targets.some(({ found }) => !found)) return "unable";
  return targets.every(({ found }) => found && isSame(found.comparison)) ? "same" : "differs";
}

/**
 * Whether kintone has all that the archive has, as it was. What was added later, records or fields, is no difference from what the archive
 * tells; nor is what kintone works out by itself, or a record of which a condition kept the archive.
 */
function isSame({ counts, form, condition }: Comparison): boolean {
  const { missing, differs, unread, surplus } = counts;
  const others = missing + differs + unread + (condition === "" ? surplus : 0);
  return others === 0 && form.differences.every(({ kind }) => kind === "added");
}
