import type { TargetFacts } from "../../archive/manifest/manifest";
import type { RequestsLeft } from "../../domain/requests";
import { RECORDS_PER_BATCH } from "../../domain/sink";
import type { Comparison } from "../compare/comparison";
import type { RestoreChoices } from "../plan/restore-choices";
import type { RestorePlan } from "../plan/restore-plan";
import type { Obstacle } from "./obstacle";

export interface RestoreSize {
  plan: RestorePlan;
  /** Files that are uploaded. */
  files: number;
  comparison: Pick<Comparison, "counts" | "mayBeHidden" | "form">;
  facts: Pick<TargetFacts, "attachments" | "comments">;
  recordsPerPage: number;
}

/** Settings in several languages, and what else a backup asks for of an app whatever its size. */
const OF_SETTINGS = 60;

/**
 * About how many requests a restore takes of the app: the backup that comes first, the writes, for each of which the form is looked at, and the
 * comparison in the end. What the app has in files and comments is taken to be what the archive has. That uploads count for an app is
 * UNCONFIRMED(uploads-count), and taken to be so.
 */
function neededRequests({ plan, files, comparison, facts, recordsPerPage }: RestoreSize): number {
  const { present } = comparison.counts;
  const pages = (records: number, of: number) => Math.ceil(records / of);
  const written = plan.add.length + plan.putBack.length;
  const batches = (["add", "putBack", "remove"] as const).reduce(
    (sum, kind) => sum + pages(plan[kind].length, RECORDS_PER_BATCH),
    0,
  );
  const safetyBackup = OF_SETTINGS + 2 * pages(present, recordsPerPage) + facts.attachments.expected + present;
  const hidden = comparison.mayBeHidden ? plan.add.length : 0;
  const read = comparison.form.isUnchanged ? written : present;
  const verifying = pages(present, recordsPerPage) + pages(read, recordsPerPage);
  return safetyBackup + hidden + files + 2 * batches + pages(plan.putBack.length, RECORDS_PER_BATCH) + verifying;
}

/** Beyond half of what is left it is told, and beyond all of it, asked: kintone refuses nothing, but Cybozu may (kintone help, 制限値). */
export function checkRequests(size: RestoreSize, choices: RestoreChoices, day: RequestsLeft | undefined): Obstacle[] {
  if (!day) return [];
  const needed = neededRequests(size);
  if (needed <= day.left / 2) return [];
  const isAsked = needed > day.left && !choices.confirmed.overBudget;
  return [
    {
      ...{ code: "REQUESTS", weight: isAsked ? "asks" : "told", needed, ...day },
      ways: isAsked ? [{ way: "confirm", what: "overBudget" }] : [],
    },
  ];
}
