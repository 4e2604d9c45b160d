import type { Clock } from "../../domain/clock";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { UntoldRestore } from "../../domain/restores";
import type { AppRef } from "../../domain/target";
import { isSilent, LOCK, lockHolder } from "../lock/lock";
import { archivedRunId } from "../runs/returned-run";
import { restoresInto } from "./put-back";

/**
 * As `Restores.untold` says. One that was taken for dead and went on tells its ids in another record; then the first one leaves nothing open.
 */
export async function untoldRestores(store: RecordStore, app: AppRef, clock: Clock): Promise<UntoldRestore[]> {
  const untold = new Map<string, UntoldRestore>();
  const told = new Set<string>();
  for await (const record of restoresInto(store, app)) {
    const restoreId = archivedRunId(String(record.run_id?.value));
    if (isAlive(record, clock)) continue;
    if (mayHaveAdded(record)) untold.set(restoreId, untoldRestore(restoreId, record));
    else told.add(restoreId);
  }
  return [...untold.values()].filter(({ restoreId }) => !told.has(restoreId));
}

/** Whoever wants to restore meanwhile is refused by its lock. */
const isAlive = (record: AppRecord, clock: Clock) =>
  record.run_lock?.value === LOCK && !isSilent(lockHolder(record), clock);

/**
 * When it fell silent, and when it ended without a word, it may have added all that was planned; else as many as it says. What nobody could decide about may be there,
 * too, under ids that nobody knows.
 */
function mayHaveAdded(record: AppRecord): boolean {
  if (record.restore_kind?.value !== "restore") return false;
  const planned = Number(record.restore_planned_add?.value ?? 0);
  if (planned > 0 && Number(record.restore_undecided?.value ?? 0) > 0) return true;
  if ((record.restore_ids?.value ?? []).length > 0) return false;
  const hasNoEnd = ["running", "interrupted"].includes(String(record.run_status?.value));
  return (hasNoEnd ? planned : Number(record.restore_added?.value ?? 0)) > 0;
}

function untoldRestore(restoreId: string, record: AppRecord): UntoldRestore {
  return {
    restoreId,
    startedAt: String(record.run_started_exact?.value),
    operator: String(record.run_operator_name?.value),
    adds: Number(record.restore_planned_add?.value),
  };
}
