import type { Problem } from "../../domain/outcome";
import type {
  ComparisonOutcome,
  RecordOutcome,
  RestoreOutcome,
  RestoreStart,
  RestoreVerdict,
} from "../../domain/restore-outcome";
import type { FinalStatus, Status } from "../../domain/status";
import type { ARCHIVE_KNOWN, RESTORE_KINDS, RestoreFieldCode } from "../app-definition/restore-fields";
import { LOCK } from "../lock/lock";
import type { AppValues } from "../records/app-values";
import { limited } from "../records/limited-text";
import { endedAt, startedBy } from "../records/started-and-ended";

/** Says in the operator's language why a restore ended early, or a comparison was not possible. */
export type DescribeEnd = (problem: Pick<Problem, "error">) => string;

/** The record of a restore that begins, without its plan. */
export function startedRestore(start: RestoreStart, pluginVersion: string): AppValues {
  return {
    ...asked({ ...start, id: start.restoreId, kind: "restore" }, pluginVersion),
    ...planned(start.planned),
    run_lock: { value: LOCK },
    run_status: { value: "running" satisfies Status },
    restore_safety_run_id: { value: start.safetyBackup?.runId ?? "" },
    restore_safety_digest: { value: start.safetyBackup?.archiveDigest ?? "" },
  };
}

/** What became of records so far. */
export function reportedCounts(counts: Readonly<Record<RecordOutcome, number>>): AppValues {
  return Object.fromEntries(
    (Object.keys(COUNTED) as RecordOutcome[]).map((outcome) => [COUNTED[outcome], { value: String(counts[outcome]) }]),
  );
}

/** What the end of a restore changes, but for its files; gives the lock back. */
export function finishedRestore(outcome: RestoreOutcome, describe: DescribeEnd): AppValues {
  const { stopped } = outcome;
  return {
    ...endedAt(outcome),
    ...reportedCounts(outcome.counts),
    run_status: { value: statusOf(outcome) },
    run_message: { value: limited(stopped ? [describe({ error: stopped.with({ restores: true }) })] : []) },
    restore_verdict: { value: outcome.verdict },
    restore_not_reached: { value: String(outcome.notReached) },
    restore_deviations: { value: String(outcome.deviations) },
    restore_report_sha256: { value: "" },
    restore_ids_sha256: { value: "" },
  };
}

/** What makes the record of a restore that stopped reporting one that was stopped, and frees the lock. */
export function interruptedRestore(): AppValues {
  return {
    run_lock: { value: "" },
    run_status: { value: "interrupted" satisfies Status },
    restore_verdict: { value: "stopped" satisfies RestoreVerdict },
  };
}

/** The record of a comparison, without its report. It is written once, when it has ended. */
export function comparison(outcome: ComparisonOutcome, describe: DescribeEnd, pluginVersion: string): AppValues {
  const { unable, verdict } = outcome;
  return {
    ...asked({ ...outcome, id: outcome.comparisonId, kind: "comparison" }, pluginVersion),
    ...planned(outcome.differing),
    ...endedAt(outcome),
    run_status: { value: (verdict === "unable" ? "failed" : "success") satisfies Status },
    run_message: { value: limited(unable ? [describe({ error: unable })] : []) },
    restore_verdict: { value: verdict },
  };
}

const COUNTED = {
  added: "restore_added",
  "put-back": "restore_put_back",
  removed: "restore_removed",
  refused: "restore_refused",
  "changed-meanwhile": "restore_changed_meanwhile",
  gone: "restore_gone",
  hidden: "restore_hidden",
  undecided: "restore_undecided",
} as const satisfies Record<RecordOutcome, RestoreFieldCode>;

type Asked = Omit<RestoreStart, "restoreId" | "planned" | "safetyBackup"> & {
  id: string;
  kind: (typeof RESTORE_KINDS)[number];
};

function asked({ id, kind, archive, app, ...start }: Asked, pluginVersion: string): AppValues {
  return {
    record_type: { value: "restore" },
    run_id: { value: id },
    run_trigger: { value: start.trigger },
    ...startedBy(start, pluginVersion),
    restore_kind: { value: kind },
    restore_reason: { value: limited([start.reason]) },
    restore_app_id: { value: app.appId },
    restore_app_name: { value: app.name },
    restore_guest_space_id: { value: app.guestSpaceId ?? "" },
    restore_source_app_id: { value: archive.appId },
    restore_archive_run_id: { value: archive.runId },
    restore_archive_created: { value: archive.createdAt.toISOString() },
    restore_archive_digest: { value: archive.digest },
    restore_archive_known: {
      value: (archive.isTold ? "known" : "unknown") satisfies (typeof ARCHIVE_KNOWN)[number],
    },
  };
}

function planned({ add, putBack, remove }: RestoreStart["planned"]): AppValues {
  return {
    restore_planned_add: { value: String(add) },
    restore_planned_put_back: { value: String(putBack) },
    restore_planned_remove: { value: String(remove) },
  };
}

/** As lists and badges show it; the verdict says more. */
function statusOf({ verdict, stopped }: RestoreOutcome): FinalStatus {
  if (verdict === "as-planned") return "success";
  if (verdict === "explained") return "partial";
  return stopped?.code === "CANCELLED" ? "cancelled" : "failed";
}
