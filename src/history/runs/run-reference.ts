import type { AppRecord } from "../../domain/record-store";

/** A run, a restore or a drill as people find it again. */
export interface RunReference {
  /** `$id` of its record. */
  recordId: string;
  runId: string;
  /** ISO, UTC. */
  startedAt: string;
  isRestore?: true;
  isDrill?: true;
}

/** Whatever the record says: somebody may have changed it. */
export function runReference(record: AppRecord): RunReference {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "");
  return {
    ...{ recordId: text("$id"), runId: text("run_id"), startedAt: text("run_started_exact") },
    ...(text("record_type") === "restore" && { isRestore: true }),
    ...(text("record_type") === "drill" && { isDrill: true }),
  };
}
