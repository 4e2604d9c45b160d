import type { AppRecord } from "../../domain/record-store";
import type { RecordOutcome, RestoreStart } from "../../domain/restore-outcome";
import type { Status } from "../../domain/status";
import { runReference, type RunReference } from "../runs/run-reference";
import { amountOf, appKey, statusOf, textOf } from "./told-run";

/** What the overview keeps of a restore's record, or of a comparison's. */
export interface ToldRestore extends RunReference {
  kind: "restore" | "comparison";
  /** `undefined` for whatever is no status. */
  status: Status | undefined;
  /** As it is stored: of a record that somebody changed it may be anything. */
  verdict: string;
  trigger: string;
  operator: string;
  reason: string;
  /** ISO, UTC; empty while it is under way, or when nobody knows. */
  finishedAt: string;
  /** Of the app that was restored into: guest space and id. */
  key: string;
  appName: string;
  sourceAppId: string;
  archiveRunId: string;
  archiveCreated: string;
  archiveDigest: string;
  /** Whether the history had that archive; nothing is said of it where the record does not tell. */
  archiveKnown: boolean | undefined;
  planned: RestoreStart["planned"];
  counts: Record<RecordOutcome, number>;
  notReached: number;
  deviations: number;
  requests: number;
  /** Of the backup before it; empty when there was none. */
  safetyRunId: string;
  message: string;
  chainDigest: string;
}

/** Whatever the record says: somebody may have changed it, or the user may not read all of it. */
export function toldRestore(record: AppRecord): ToldRestore {
  const text = (code: keyof AppRecord) => textOf(record[code]);
  const amount = (code: keyof AppRecord) => amountOf(record[code]);
  const reference = runReference(record);
  const known = text("restore_archive_known");
  return {
    ...reference,
    startedAt: reference.startedAt || text("run_started_at"),
    kind: text("restore_kind") === "comparison" ? "comparison" : "restore",
    status: statusOf(text("run_status")),
    verdict: text("restore_verdict"),
    trigger: text("run_trigger"),
    operator: text("run_operator_name") || text("run_operator_code"),
    reason: text("restore_reason"),
    finishedAt: text("run_finished_exact") || text("run_finished_at"),
    key: appKey(text("restore_app_id"), text("restore_guest_space_id")),
    appName: text("restore_app_name"),
    sourceAppId: text("restore_source_app_id"),
    archiveRunId: text("restore_archive_run_id"),
    archiveCreated: text("restore_archive_created"),
    archiveDigest: text("restore_archive_digest"),
    archiveKnown: known === "" ? undefined : known === "known",
    planned: {
      add: amount("restore_planned_add"),
      putBack: amount("restore_planned_put_back"),
      remove: amount("restore_planned_remove"),
    },
    counts: {
      added: amount("restore_added"),
      "put-back": amount("restore_put_back"),
      removed: amount("restore_removed"),
      refused: amount("restore_refused"),
      "changed-meanwhile": amount("restore_changed_meanwhile"),
      gone: amount("restore_gone"),
      hidden: amount("restore_hidden"),
      undecided: amount("restore_undecided"),
    },
    notReached: amount("restore_not_reached"),
    deviations: amount("restore_deviations"),
    requests: amount("run_requests"),
    safetyRunId: text("restore_safety_run_id"),
    message: text("run_message"),
    chainDigest: text("run_chain_digest"),
  };
}
