import { BackupError, toBackupError } from "../../domain/errors";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { AppRef } from "../../domain/target";
import type { AppValues } from "../runs/run-fields";
import { allTargets } from "./all-targets";
import { asWriting } from "./target-choices";

/** An app that is to become a target. */
export interface NewTarget extends AppRef {
  /** Empty: the first run fills it in. */
  appName: string;
  /** As in the engine's `Target`. */
  query: string;
  enabled: boolean;
}

/** What became of new targets. Each of them is in one of the lists. */
export interface AddOutcome {
  added: readonly NewTarget[];
  /** They were targets already, or became some meanwhile by somebody else; as they are, they stay. */
  present: readonly NewTarget[];
  failed: readonly NewTarget[];
  /** Why some failed. */
  error?: BackupError;
  /** Why nothing of what was added is told to auditors. */
  unrecorded?: BackupError;
  /** All targets that there are now. */
  now: readonly NewTarget[];
}

/** The targets, enabled or not, as records of the backup-management app. Rejects with a `BackupError`. */
export interface TargetRegister {
  all(): Promise<NewTarget[]>;
  /**
   * Makes targets of the apps, in as few requests as kintone allows, each app once. What was written before a failure stays;
   * doing it again adds the rest.
   *
   * @param report is told how many are written by now
   */
  add(targets: readonly NewTarget[], report?: (written: number) => void): Promise<AddOutcome>;
}

/** The most that one POST takes (OpenAPI 20250423: records). */
const BATCH = 100;
/** Somebody else who adds the same apps at the same moment, again and again, would be strange. */
const ATTEMPTS = 3;

export function createTargetRegister(store: RecordStore): TargetRegister {
  const all = async () => (await allTargets(store)).flatMap(registered);
  const present = async () => new Set((await all()).map(({ appId }) => appId));

  /** All of the batch are targets afterwards. Resolves to those that somebody else made targets meanwhile. */
  async function addBatch(batch: readonly NewTarget[]): Promise<NewTarget[]> {
    let left = batch;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      const refusal = await store.addAll(left.map(targetValues)).then(() => undefined, toBackupError);
      if (!refusal) break;
      // The unique field refuses the whole batch for one app that is a target by now.
      const known = await present();
      const still = left.filter(({ appId }) => !known.has(appId));
      // Ours: the answer to the first try was lost on the way, and the second met its work.
      if (still.length === 0) break;
      if (still.length === left.length || attempt === ATTEMPTS) throw asWriting(refusal);
      left = still;
    }
    return batch.filter((target) => !left.includes(target));
  }

  async function add(targets: readonly NewTarget[], report?: (written: number) => void): Promise<AddOutcome> {
    const known = await present();
    const wanted = [...new Map(targets.map((target) => [target.appId, target])).values()];
    const missing = wanted.filter(({ appId }) => !known.has(appId));
    const meanwhile: NewTarget[] = [];
    let error: BackupError | undefined;
    for (let start = 0; start < missing.length && !error; start += BATCH) {
      const outcome = await addBatch(missing.slice(start, start + BATCH)).catch(toBackupError);
      if (outcome instanceof BackupError) error = outcome;
      else meanwhile.push(...outcome);
      report?.(Math.min(start + BATCH, missing.length));
    }
    const now = await all();
    const kept = new Set(now.map(({ appId }) => appId));
    const failed = missing.filter(({ appId }) => !kept.has(appId));
    // kintone passes over values for fields that a form does not have (seen on a real kintone by SonicGarden/kintone-emulator).
    if (failed.length > 0) error ??= new BackupError("REFUSED", "The targets were not kept as they were written");
    return {
      added: missing.filter((target) => kept.has(target.appId) && !meanwhile.includes(target)),
      present: [...wanted.filter(({ appId }) => known.has(appId)), ...meanwhile],
      failed,
      ...(error && { error }),
      now,
    };
  }

  return { all, add };
}

/** Without a usable app id, it is no target of any app. */
function registered(record: AppRecord): NewTarget[] {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "").trim();
  const appId = text("target_app_id");
  if (!/^[1-9]\d*$/.test(appId)) return [];
  const guestSpaceId = text("target_guest_space_id");
  const enabled = (record.target_enabled?.value ?? []) as readonly string[];
  return [
    {
      appId,
      ...(guestSpaceId && { guestSpaceId }),
      appName: text("target_app_name"),
      query: text("target_query"),
      enabled: enabled.includes("enabled"),
    },
  ];
}

/** The record of a new target. What is to be backed up of it is left to kintone, which fills in the form's default: everything. */
export function targetValues({ appId, guestSpaceId = "", appName, query, enabled }: NewTarget) {
  return {
    record_type: { value: "target" },
    target_app_id: { value: appId },
    target_app_name: { value: appName },
    target_guest_space_id: { value: guestSpaceId },
    target_query: { value: query },
    target_enabled: { value: enabled ? ["enabled"] : [] },
  } satisfies AppValues;
}
