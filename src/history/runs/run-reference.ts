import type { AppRecord } from "../../domain/record-store";

/** What is a link of the chain, by the type of its record. */
const LINK_TYPES = ["run", "restore", "drill", "disposal"] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** A run, a restore, a drill or a disposal as people find it again. */
export interface RunReference {
  /** `$id` of its record. */
  recordId: string;
  runId: string;
  /** ISO, UTC. */
  startedAt: string;
  type: LinkType;
}

/** Whatever the record says: somebody may have changed it. */
export function runReference(record: AppRecord): RunReference {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "");
  return {
    ...{ recordId: text("$id"), runId: text("run_id"), startedAt: text("run_started_exact") },
    type: LINK_TYPES.find((type) => type === text("record_type")) ?? "run",
  };
}
