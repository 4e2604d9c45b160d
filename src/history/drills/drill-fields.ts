import { type DrillOutcome, type DrillStart, type DrillVerdict, PROVEN } from "../../domain/drill-outcome";
import type { FinalStatus, Status } from "../../domain/status";
import type { ARCHIVE_KNOWN } from "../app-definition/restore-fields";
import { LOCK } from "../lock/lock";
import type { AppValues } from "../records/app-values";
import { limited } from "../records/limited-text";
import { endedAt, startedBy } from "../records/started-and-ended";
import type { DescribeEnd } from "../restores/restore-fields";

/** The record of a drill that begins. */
export function startedDrill({ archive, target, ...start }: DrillStart, pluginVersion: string): AppValues {
  return {
    record_type: { value: "drill" },
    run_id: { value: start.drillId },
    run_trigger: { value: start.trigger },
    run_lock: { value: LOCK },
    run_status: { value: "running" satisfies Status },
    ...startedBy(start, pluginVersion),
    drill_reason: { value: limited([start.reason]) },
    drill_app_id: { value: target.appId },
    drill_app_name: { value: target.name },
    drill_guest_space_id: { value: target.guestSpaceId ?? "" },
    drill_archive_run_id: { value: archive.runId },
    drill_archive_created: { value: archive.createdAt.toISOString() },
    drill_archive_digest: { value: archive.digest },
    drill_archive_known: {
      value: (archive.isTold ? "known" : "unknown") satisfies (typeof ARCHIVE_KNOWN)[number],
    },
    drill_scope: { value: start.scope.of },
  };
}

/** What the end of a drill changes, but for its report; gives the lock back. */
export function finishedDrill(outcome: DrillOutcome, describe: DescribeEnd): AppValues {
  const { verdict, stopped, scratch, newestRecord, startedAt, counts } = outcome;
  const age = newestRecord && (startedAt.getTime() - newestRecord.getTime()) / 1000;
  return {
    ...endedAt(outcome),
    run_status: { value: statusOf(outcome) },
    run_message: { value: limited(stopped ? [describe({ error: stopped.with({ restores: true }) })] : []) },
    drill_verdict: { value: verdict },
    ...scratchOf(scratch),
    drill_scratch_fate: { value: scratch?.fate ?? "" },
    drill_newest_record: { value: newestRecord?.toISOString() ?? "" },
    drill_sample: { value: limited(outcome.sample === "" ? [] : outcome.sample.split("\n")) },
    drill_rpo_seconds: { value: age === undefined ? "" : String(Math.max(0, Math.round(age))) },
    drill_rto_seconds: { value: String(Math.round(outcome.seconds)) },
    drill_archived: { value: String(counts.archived) },
    drill_expected: { value: String(counts.expected) },
    drill_restored: { value: String(counts.restored) },
    drill_identical: { value: String(counts.identical) },
    drill_explained: { value: String(counts.explained) },
    drill_different: { value: String(counts.different) },
    drill_files: { value: String(counts.files) },
    drill_report_sha256: { value: "" },
  };
}

export function scratchOf(scratch: { appId: string; name: string } | undefined): AppValues {
  return {
    drill_scratch_app_id: { value: scratch?.appId ?? "" },
    drill_scratch_app_name: { value: scratch?.name ?? "" },
  };
}

/** What makes the record of a drill that stopped reporting one that was stopped, and frees the lock. */
export function interruptedDrill(): AppValues {
  return {
    run_lock: { value: "" },
    run_status: { value: "interrupted" satisfies Status },
    drill_verdict: { value: "stopped" satisfies DrillVerdict },
  };
}

/** As lists and badges show it; the verdict says more. */
function statusOf({ verdict, stopped }: DrillOutcome): FinalStatus {
  if (PROVEN.has(verdict)) return "success";
  return stopped?.code === "CANCELLED" ? "cancelled" : "failed";
}
