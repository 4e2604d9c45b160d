import { COMPARISON_VERDICTS, RESTORE_VERDICTS } from "../../domain/restore-outcome";
import { amount, choices, prose, text } from "./field-types";

/** What a record of this type tells of: a restore, or a comparison that nothing was written after. */
export const RESTORE_KINDS = ["restore", "comparison"] as const;

/** Whether the history had the archive when it was put back. */
export const ARCHIVE_KNOWN = ["known", "unknown"] as const;

/**
 * What only a restore has. Who, when, how many requests, digests and lock are told by the fields of runs: restores stand in the same chain, and
 * under the same lock.
 */
export const RESTORE_FIELDS = {
  restore_group: { type: "GROUP", openGroup: true },
  restore_kind: { type: "DROP_DOWN", options: choices(RESTORE_KINDS) },
  restore_verdict: { type: "DROP_DOWN", options: choices([...RESTORE_VERDICTS, ...COMPARISON_VERDICTS]) },
  /** In the words of who wanted it. */
  restore_reason: prose,
  /** Into which app. Ids as texts, as those of results: a number of this app's targets is a target. */
  restore_app_id: text,
  restore_app_name: text,
  restore_guest_space_id: text,
  /** The app that the archive was made of. */
  restore_source_app_id: text,
  restore_archive_run_id: text,
  /** When the archive was made; the exact moment in UTC, as its manifest tells it. */
  restore_archive_created: text,
  restore_archive_digest: text,
  restore_archive_known: { type: "DROP_DOWN", options: choices(ARCHIVE_KNOWN) },
  /** How many records were to be written; of a comparison, how many it would be. */
  restore_planned_add: amount,
  restore_planned_put_back: amount,
  restore_planned_remove: amount,
  /** What became of them. */
  restore_added: amount,
  restore_put_back: amount,
  restore_removed: amount,
  restore_refused: amount,
  restore_changed_meanwhile: amount,
  restore_gone: amount,
  restore_hidden: amount,
  restore_undecided: amount,
  restore_not_reached: amount,
  restore_deviations: amount,
  /** The app as it was before: the way back. Empty when somebody chose to have none. */
  restore_safety_run_id: text,
  restore_safety_digest: text,
  /** What was decided, what became of each record, and the ids that records got instead of the archive's; and the digests of these files. */
  restore_plan: { type: "FILE" },
  restore_report: { type: "FILE" },
  restore_ids: { type: "FILE" },
  restore_plan_sha256: text,
  restore_report_sha256: text,
  restore_ids_sha256: text,
} as const;

export type RestoreFieldCode = keyof typeof RESTORE_FIELDS;
