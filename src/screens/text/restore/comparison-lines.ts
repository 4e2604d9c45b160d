import { BackupError } from "../../../domain/errors";
import type { Comparison, NotComparable } from "../../../restore/compare/comparison";
import { harmlessLine } from "../harmless";
import { describeProblem } from "../run/problem-sentence";
import type { RestorerMessages } from "./language";
import type { RestoreMessages } from "./messages";

/** In the order of what matters to whoever wants to put something back. */
export const KINDS = ["missing", "differs", "unread", "surplus", "explained", "newer"] as const;

/** Why an app was not compared. */
export function describeObstacle(messages: RestorerMessages, obstacle: NotComparable | BackupError): string {
  if (obstacle instanceof BackupError) return describeProblem(messages, { error: obstacle });
  const say = messages.restore.notComparable[obstacle.reason] as (why: NotComparable) => string;
  return harmlessLine(say(obstacle));
}

/** What the comparison cannot tell. */
export function reservations(restore: RestoreMessages, comparison: Comparison, bytes: boolean): string[] {
  const { form, condition, mayBeHidden, hasAttachments, counts } = comparison;
  return [
    ...(condition === "" ? [] : [restore.condition(condition)]),
    ...(form.excluded.length > 0 ? [restore.excluded(form.excluded)] : []),
    ...(bytes && !hasAttachments ? [restore.noAttachments] : []),
    ...(mayBeHidden && counts.missing > 0 ? [restore.mayBeHidden[mayBeHidden]] : []),
  ];
}
