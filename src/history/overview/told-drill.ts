import type { AppRecord } from "../../domain/record-store";
import { type DrillCounts, PROVEN } from "../../domain/drill-outcome";
import type { Status } from "../../domain/status";
import { runReference, type RunReference } from "../runs/run-reference";
import { amountOf, appKey, statusOf, textOf } from "./told-run";

/** What the overview keeps of a drill's record. */
export interface ToldDrill extends RunReference {
  /** `undefined` for whatever is no status. */
  status: Status | undefined;
  /** As it is stored, as the other words: of a record that somebody changed it may be anything. */
  verdict: string;
  trigger: string;
  operator: string;
  reason: string;
  correctiveAction: string;
  /** ISO, UTC; empty while it is under way, or when nobody knows. */
  finishedAt: string;
  /** Of the app that the archive was made of: guest space and id. */
  key: string;
  appName: string;
  scratchAppId: string;
  scratchFate: string;
  archiveRunId: string;
  archiveCreated: string;
  newestRecord: string;
  archiveDigest: string;
  archiveKnown: boolean | undefined;
  scope: string;
  sample: string;
  /** `undefined` where the record does not tell. */
  rpoSeconds: number | undefined;
  rtoSeconds: number | undefined;
  counts: DrillCounts;
  reportDigest: string;
  requests: number;
  message: string;
  chainDigest: string;
}

/** Whether it proved that the records can be restored. */
export const hasProven = ({ verdict }: Pick<ToldDrill, "verdict">): boolean =>
  (PROVEN as ReadonlySet<string>).has(verdict);

/** Whatever the record says: somebody may have changed it, or the user may not read all of it. */
export function toldDrill(record: AppRecord): ToldDrill {
  const text = (code: keyof AppRecord) => textOf(record[code]);
  const amount = (code: keyof AppRecord) => amountOf(record[code]);
  const known = (code: keyof AppRecord) => (text(code) === "" ? undefined : amount(code));
  const reference = runReference(record);
  const archiveKnown = text("drill_archive_known");
  return {
    ...reference,
    startedAt: reference.startedAt || text("run_started_at"),
    status: statusOf(text("run_status")),
    verdict: text("drill_verdict"),
    trigger: text("run_trigger"),
    operator: text("run_operator_name") || text("run_operator_code"),
    reason: text("drill_reason"),
    correctiveAction: text("drill_corrective_action"),
    finishedAt: text("run_finished_exact") || text("run_finished_at"),
    key: appKey(text("drill_app_id"), text("drill_guest_space_id")),
    appName: text("drill_app_name"),
    scratchAppId: text("drill_scratch_app_id"),
    scratchFate: text("drill_scratch_fate"),
    archiveRunId: text("drill_archive_run_id"),
    archiveCreated: text("drill_archive_created"),
    newestRecord: text("drill_newest_record"),
    archiveDigest: text("drill_archive_digest"),
    archiveKnown: archiveKnown === "" ? undefined : archiveKnown === "known",
    scope: text("drill_scope"),
    sample: text("drill_sample"),
    rpoSeconds: known("drill_rpo_seconds"),
    rtoSeconds: known("drill_rto_seconds"),
    counts: {
      archived: amount("drill_archived"),
      expected: amount("drill_expected"),
      restored: amount("drill_restored"),
      identical: amount("drill_identical"),
      explained: amount("drill_explained"),
      different: amount("drill_different"),
      files: amount("drill_files"),
    },
    reportDigest: text("drill_report_sha256"),
    requests: amount("run_requests"),
    message: text("run_message"),
    chainDigest: text("run_chain_digest"),
  };
}
