import { BackupError, toBackupError } from "../../domain/errors";
import type { AppRecord, RecordChange, RecordStore } from "../../domain/record-store";
import { ruleName } from "../../domain/rule";
import { appKey, type ToldResult, toldRun } from "../overview/told-run";
import { allTargets } from "../targets/all-targets";
import { boundedRuleIn } from "../targets/target-record";

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
  // A backup of one app before it is restored is none of those that are made of the target.
  if (toldRun(run).isSafetyBackup) return;
  const succeeded = succeededIn(run);
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

/** Keys of apps, and names of rules all of whose apps were a success. */
function succeededIn(run: AppRecord): Set<string> {
  const { results } = toldRun(run);
  const nameOf = ({ key, rule }: ToldResult) => (rule ? ruleName(rule) : key);
  const others = new Set(results.filter(({ status }) => status !== "success").map(nameOf));
  return new Set(results.map(nameOf).filter((name) => !others.has(name)));
}

function changeOf(target: AppRecord, succeeded: ReadonlySet<string>, end: string): RecordChange[] {
  const text = (code: keyof AppRecord) => String(target[code]?.value ?? "").trim();
  const rule = boundedRuleIn(target)?.rule;
  const key = rule ? ruleName(rule) : appKey(text("target_app_id"), text("target_guest_space_id"));
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
