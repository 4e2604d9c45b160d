import { DRILL_VERDICTS, SCRATCH_FATES } from "../../domain/drill-outcome";
import { amount, choices, prose, text } from "./field-types";
import { ARCHIVE_KNOWN } from "./restore-fields";

export const DRILL_SCOPES = ["all", "sample"] as const;

/** What only a drill has, that an archive can be restored. The fields of runs tell the rest, as of a restore. */
export const DRILL_FIELDS = {
  drill_group: { type: "GROUP", openGroup: true },
  drill_verdict: { type: "DROP_DOWN", options: choices(DRILL_VERDICTS) },
  /** In the words of who wanted it. */
  drill_reason: prose,
  /** What is to be done when it did not pass: written by people, afterwards, and no fact of the chain. */
  drill_corrective_action: prose,
  /** Whose records they were. Ids as texts, as those of results. */
  drill_app_id: text,
  drill_app_name: text,
  drill_guest_space_id: text,
  /** Into which they were restored, and what became of them there. */
  drill_scratch_app_id: text,
  drill_scratch_app_name: text,
  drill_scratch_fate: { type: "DROP_DOWN", options: choices(SCRATCH_FATES) },
  drill_archive_run_id: text,
  /** When the archive was made, and when its newest record was changed: the exact moments in UTC. */
  drill_archive_created: text,
  drill_newest_record: text,
  drill_archive_digest: text,
  drill_archive_known: { type: "DROP_DOWN", options: choices(ARCHIVE_KNOWN) },
  drill_scope: { type: "DROP_DOWN", options: choices(DRILL_SCOPES) },
  /** How the sample was chosen, and which records always belong to it. */
  drill_sample: prose,
  /** How old the newest record was, in seconds: RPO; and how long it took: RTO. */
  drill_rpo_seconds: amount,
  drill_rto_seconds: amount,
  drill_archived: amount,
  drill_expected: amount,
  drill_restored: amount,
  drill_identical: amount,
  drill_explained: amount,
  drill_different: amount,
  drill_files: amount,
  drill_report: { type: "FILE" },
  drill_report_sha256: text,
} as const;

export type DrillFieldCode = keyof typeof DRILL_FIELDS;
