import { DISPOSAL_KINDS, DISPOSAL_VERDICTS } from "../../domain/disposal-outcome";
import { amount, choices, prose, text } from "./field-types";

/** What only a record about a generation has. The fields of runs tell the rest, as of a restore. */
export const DISPOSAL_FIELDS = {
  disposal_group: { type: "GROUP", openGroup: true },
  disposal_kind: { type: "DROP_DOWN", options: choices(DISPOSAL_KINDS) },
  disposal_verdict: { type: "DROP_DOWN", options: choices(DISPOSAL_VERDICTS) },
  /** In the words of who holds a generation, or lets it go. */
  disposal_reason: prose,
  disposal_place: text,
  disposal_rule: text,
  /** Of what was shown when the rule was confirmed, by whom, and when: the exact moment in UTC. */
  disposal_preview_sha256: text,
  disposal_approved_by: text,
  disposal_approved_at: text,
  disposal_keeps: amount,
  disposal_goes: amount,
  disposal_archive_run_id: text,
  disposal_archive_created: text,
  disposal_archive_digest: text,
  /** One per line: fate, SHA-256, bytes and name of each volume, and what the place said. */
  disposal_volumes: prose,
  disposal_bytes: amount,
  /** Other places that have it, one per line. */
  disposal_elsewhere: prose,
} as const;

export type DisposalFieldCode = keyof typeof DISPOSAL_FIELDS;
