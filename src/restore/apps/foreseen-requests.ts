import type { TargetFacts } from "../../archive/manifest/manifest";
import { RECORDS_PER_BATCH } from "../../domain/sink";
import type { ForeseenRecords } from "./records/foreseen-records";
import { STEPS } from "./step";

/** Of each step: an app's settings are read and changed, and made live, about which kintone is asked until they are. */
const OF_A_STEP = 5;
/** Of each restore, beside its records: the forms, the history under its lock, the comparison at the end. */
const OF_A_RESTORE = 20;
/** Records are looked at before they are written, and afterwards. */
const OF_A_BATCH = 3;

/** About how many requests making the apps takes: what kintone refuses, and what it works on for long, is not foreseen. */
export function foreseenRequests(
  apps: ReadonlyArray<Pick<TargetFacts, "records" | "attachments">>,
  records: ForeseenRecords | undefined,
  asked: { status: boolean; comments: boolean },
): number {
  const making = apps.length * STEPS.length * OF_A_STEP;
  if (!records) return making;
  const ofRecords = apps.map(({ records: { written }, attachments }) => {
    return OF_A_RESTORE + OF_A_BATCH * Math.ceil(written / RECORDS_PER_BATCH) + 2 * attachments.written;
  });
  const later = records.later.reduce((sum, each) => sum + Math.ceil(each.records / RECORDS_PER_BATCH), 0);
  const statuses = asked.status ? OF_A_BATCH * Math.ceil(records.statuses / RECORDS_PER_BATCH) : 0;
  const comments = asked.comments ? records.comments.written : 0;
  return making + ofRecords.reduce((sum, each) => sum + each, 0) + OF_A_BATCH * later + statuses + comments;
}
