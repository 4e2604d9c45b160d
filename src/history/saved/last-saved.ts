import { BackupError, toBackupError } from "../../domain/errors";
import type { AppRecord, RecordChange, RecordStore } from "../../domain/record-store";
import { appKey, toldRun } from "../overview/told-run";
import { allTargets } from "../targets/all-targets";

/** Records per PUT, kintone's maximum (OpenAPI 20250423: records). */
const BATCH = 100;
/** Runs write results into targets meanwhile. */
const ATTEMPTS = 5;

/**
 * Tells every target that was a success in this run that it has a backup which is known to be saved, from the run's end. Only
 * forward in time: a later run may have been shown before.
 */
export async function moveLastSaved(store: RecordStore, run: AppRecord): Promise<void> {
  const end = String(run.run_finished_at?.value ?? "");
  const succeeded = new Set(toldRun(run).results.flatMap(({ key, status }) => (status === "success" ? [key] : [])));
  if (end === "" || succeeded.size === 0) return;
  for (let attempt = 1; ; attempt += 1) {
    const changes = (await allTargets(store)).flatMap((target) => changeOf(target, succeeded, end));
    try {
      for (let start = 0; start < changes.length; start += BATCH)
        await store.update(changes.slice(start, start + BATCH));
      return;
    } catch (thrown) {
      if (attempt === ATTEMPTS || !isOvertaken(toBackupError(thrown))) throw thrown;
    }
  }
}

function changeOf(target: AppRecord, succeeded: ReadonlySet<string>, end: string): RecordChange[] {
  const text = (code: keyof AppRecord) => String(target[code]?.value ?? "").trim();
  const key = appKey(text("target_app_id"), text("target_guest_space_id"));
  // Both are cut to the minute, in UTC: such texts are in order as they are sorted.
  const isBehind = target.target_last_saved !== undefined && text("target_last_saved") < end;
  if (!succeeded.has(key) || !isBehind) return [];
  const record = {
    target_last_saved: { value: end },
    // An app of an earlier version has no such field.
    ...(target.target_unsaved_since && { target_unsaved_since: { value: end } }),
  };
  return [{ id: text("$id"), revision: text("$revision"), record }];
}

/** Somebody has written or deleted a target since it was read. */
function isOvertaken({ code, answer }: BackupError): boolean {
  return answer?.code === "GAIA_CO02" || code === "RECORD_NOT_FOUND";
}
