import type { Clock } from "../../domain/clock";
import type { AppRecord } from "../../domain/record-store";

/** What the unique field `run_lock` holds while a run, a restore, a drill or a disposal is under way. */
export const LOCK = "held";

/**
 * A run or a restore whose record did not change for so long is taken for dead. It must call `report` several times within it:
 * `domain/heartbeat.ts` has the sum.
 */
const SILENCE_LIMIT_MINUTES = 15;

/** The run or the restore that still holds the lock, as its record tells of it. */
export interface LockHolder {
  recordId: string;
  revision: string;
  runId: string;
  /** Or a drill, which restores too. */
  isRestore: boolean;
  operator: string;
  /** ISO, UTC. */
  startedAt: string;
  /** When kintone last saw a change of the record, by kintone's own clock, cut to the minute; invalid when unreadable. */
  lastReport: Date;
}

/** Reads a record that holds the lock. The code of the update time depends on the language of who made the app. */
export function lockHolder(record: AppRecord): LockHolder {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "");
  const updated = Object.values(record).find((cell) => cell.type === "UPDATED_TIME");
  return {
    recordId: text("$id"),
    revision: text("$revision"),
    runId: text("run_id"),
    isRestore: ["restore", "drill"].includes(text("record_type")),
    operator: text("run_operator_name") || text("run_operator_code"),
    startedAt: text("run_started_exact"),
    lastReport: new Date(String(updated?.value)),
  };
}

/** An unknown update time proves nothing, so the lock holds. */
export function isSilent({ lastReport }: LockHolder, clock: Clock): boolean {
  return clock.now().getTime() - lastReport.getTime() > SILENCE_LIMIT_MINUTES * 60_000;
}
