import { BackupError, toBackupError } from "../../domain/errors";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import { type Rule, ruleName } from "../../domain/rule";
import type { AppRef } from "../../domain/target";
import { namesUnknownField } from "../records/unknown-field";
import type { AppValues } from "../records/app-values";
import { allTargets } from "./all-targets";
import { asWriting } from "./target-choices";
import { boundedRuleIn, isEnabled, toTarget } from "./target-record";

/** What is to become a target: an app, or the apps of a rule. */
export interface NewTarget extends AppRef {
  /** Empty: the first run fills it in. Of a rule, what people are to call it. */
  appName: string;
  /** Then there is no app's id. */
  rule?: Rule;
  /** Ids of apps that the rule leaves out. */
  exceptions?: readonly string[];
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
   * Makes targets of them, in as few requests as kintone allows, each app and each rule once. What was written before a failure stays;
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
  const present = async () => new Set((await all()).map(keyOf));

  /** All of the batch are targets afterwards. Resolves to those that somebody else made targets meanwhile. */
  async function addBatch(batch: readonly NewTarget[]): Promise<NewTarget[]> {
    let left = batch;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      const refusal = await store.addAll(left.map(targetValues)).then(() => undefined, toBackupError);
      if (!refusal) break;
      // The unique field refuses the whole batch for one app that is a target by now.
      const known = await present();
      const still = left.filter((target) => !known.has(keyOf(target)));
      // Ours: the answer to the first try was lost on the way, and the second met its work.
      if (still.length === 0) break;
      if (still.length === left.length || attempt === ATTEMPTS) throw asWriting(refusal);
      left = still;
    }
    return batch.filter((target) => !left.includes(target));
  }

  async function add(targets: readonly NewTarget[], report?: (written: number) => void): Promise<AddOutcome> {
    if (targets.some(({ rule }) => rule)) await lookForRules(store);
    const known = await present();
    const wanted = [...new Map(targets.map((target) => [keyOf(target), target])).values()];
    const missing = wanted.filter((target) => !known.has(keyOf(target)));
    const meanwhile: NewTarget[] = [];
    let error: BackupError | undefined;
    for (let start = 0; start < missing.length && !error; start += BATCH) {
      const outcome = await addBatch(missing.slice(start, start + BATCH)).catch(toBackupError);
      if (outcome instanceof BackupError) error = outcome;
      else meanwhile.push(...outcome);
      report?.(Math.min(start + BATCH, missing.length));
    }
    const now = await all();
    const kept = new Set(now.map(keyOf));
    const failed = missing.filter((target) => !kept.has(keyOf(target)));
    // kintone passes over values for fields that a form does not have (seen on a real kintone by SonicGarden/kintone-emulator).
    if (failed.length > 0) error ??= new BackupError("REFUSED", "The targets were not kept as they were written");
    return {
      added: missing.filter((target) => kept.has(keyOf(target)) && !meanwhile.includes(target)),
      present: [...wanted.filter((target) => known.has(keyOf(target))), ...meanwhile],
      failed,
      ...(error && { error }),
      now,
    };
  }

  return { all, add };
}

/**
 * Asks something that only the fields of rules can answer: values of fields that a form does not have are passed over, and the record of a
 * rule would be that of a target without an app.
 */
async function lookForRules(store: RecordStore): Promise<void> {
  await store.find('target_scope in ("app") limit 1').catch((thrown: unknown) => {
    const error = toBackupError(thrown);
    if (!namesUnknownField(error)) throw error;
    const { answer } = error;
    throw new BackupError("RULES_NOT_PREPARED", error.message, { cause: error, ...(answer && { answer }) });
  });
}

const keyOf = ({ appId, rule }: NewTarget) => (rule ? ruleName(rule) : appId);

/** Without a usable app id, and without a rule, it is no target of any app. */
function registered(record: AppRecord): NewTarget[] {
  const { appId, guestSpaceId, appName, query } = toTarget(record);
  const bounded = boundedRuleIn(record);
  if (!appId && !bounded) return [];
  return [{ appId, ...(guestSpaceId && { guestSpaceId }), appName, query, enabled: isEnabled(record), ...bounded }];
}

/** The record of a new target. What is to be backed up of it is left to kintone, which fills in the form's default: everything. */
export function targetValues({ appId, guestSpaceId = "", appName, query, enabled, ...bounded }: NewTarget) {
  return {
    record_type: { value: "target" },
    ...ruleValues(bounded),
    target_app_id: { value: appId },
    target_app_name: { value: appName },
    target_guest_space_id: { value: guestSpaceId },
    target_query: { value: query },
    target_enabled: { value: enabled ? ["enabled"] : [] },
  } satisfies AppValues;
}

/** An app that was not prepared since there are rules takes targets that name their app as it always did. */
function ruleValues({ rule, exceptions = [] }: Pick<NewTarget, "rule" | "exceptions">): AppValues {
  if (!rule) return {};
  return {
    target_scope: { value: rule.scope },
    target_space_id: { value: "spaceId" in rule ? rule.spaceId : "" },
    target_exceptions: { value: exceptions.join("\n") },
  };
}
