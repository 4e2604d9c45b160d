import { BackupError, toBackupError } from "../../domain/errors";
import type { RecordStore } from "../../domain/record-store";
import { ruleName } from "../../domain/rule";
import { PARTS, type Target } from "../../domain/target";
import { WITHOUT_PLUGIN_CONFIGURATIONS } from "../app-definition/fields";
import type { AppValues } from "../records/app-values";
import { acceptanceLines } from "./acceptance-lines";
import { allTargets } from "./all-targets";
import { isEnabled, toTarget } from "./target-record";

/** What the admin decides about a target. */
export type Choices = Pick<
  Target,
  "include" | "withoutPluginConfigurations" | "exceptions" | "excludedFields" | "includedIdentifiers" | "acceptedGaps"
>;

/** The fields of a target's record that keep the choices. */
const CHOICE_FIELDS = ["target_include", "target_excluded_fields", "target_included_identifiers"] as const;
export type ChoiceField = (typeof CHOICE_FIELDS)[number];

/** A target whose choices can be changed. */
export interface ChosenTarget {
  target: Target;
  /** Of the target's record. */
  revision: string;
  /** Those that the record does not have, or that the user may not see: choices cannot be kept without them. */
  missingFields: readonly ChoiceField[];
}

/** What became of choices: they are kept; somebody else chose otherwise meanwhile; the target is no longer enabled. */
export type SaveOutcome =
  /** `unrecorded`: why nothing of it is told to auditors. */
  | { kind: "saved"; target: ChosenTarget; unrecorded?: BackupError }
  | { kind: "changed"; target: ChosenTarget }
  | { kind: "gone" };

/** The choices about the targets, as the records of the backup-management app keep them. Rejects with a `BackupError`. */
export interface TargetChoices {
  /** The records by which a run would back up, in the same order; of a rule, one. */
  enabled(): Promise<ChosenTarget[]>;
  /**
   * Keeps the choices, unless somebody changed choices or app of the target since it was read. Other changes of the
   * record, such as those that a run writes, are no hindrance.
   */
  save(before: ChosenTarget, choices: Choices): Promise<SaveOutcome>;
}

/** A run that writes its results twice in the moments of one save would be strange. */
const ATTEMPTS = 3;

export function createTargetChoices(store: RecordStore): TargetChoices {
  async function enabled(): Promise<ChosenTarget[]> {
    const records = (await allTargets(store)).filter(isEnabled);
    return records.map((record) => ({
      target: toTarget(record),
      revision: String(record.$revision?.value ?? ""),
      missingFields: CHOICE_FIELDS.filter((field) => record[field] === undefined),
    }));
  }

  const find = async (id: string) => (await enabled()).find(({ target }) => target.recordId === id);

  async function save(before: ChosenTarget, choices: Choices): Promise<SaveOutcome> {
    const id = before.target.recordId;
    let { revision } = before;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const refusal = await store
        .update([{ id, revision, record: choiceValues(choices) }])
        .then(() => undefined, toBackupError);
      if (refusal && !isOutdated(refusal) && refusal.code !== "RECORD_NOT_FOUND") throw asWriting(refusal);
      const now = await find(id);
      if (!now) return { kind: "gone" };
      // Also when the first answer was lost on the way and the second try met our own revision.
      if (sameChoices(now.target, choices)) return { kind: "saved", target: now };
      // kintone passes over values for fields that a form does not have (seen on a real kintone by SonicGarden/kintone-emulator).
      if (!refusal) throw new BackupError("REFUSED", "The choices were not kept as they were written");
      if (!sameApp(now.target, before.target) || !sameChoices(now.target, before.target)) {
        return { kind: "changed", target: now };
      }
      ({ revision } = now);
    }
    throw new BackupError("REFUSED", "The target's record changed each time that it was to be written");
  }

  return { enabled, save };
}

/** Whether two choices mean the same to a run: the order of codes does not matter. */
export function sameChoices(one: Choices, other: Choices): boolean {
  return (
    sameMembers(includeValues(one), includeValues(other)) &&
    sameMembers(one.exceptions ?? [], other.exceptions ?? []) &&
    sameMembers(one.excludedFields, other.excludedFields) &&
    sameMembers(one.includedIdentifiers, other.includedIdentifiers) &&
    sameMembers(acceptances(one), acceptances(other))
  );
}

const acceptances = ({ acceptedGaps }: Choices) => acceptedGaps.map(({ gap, reason }) => `${gap} ${reason}`);

function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return new Set(one).size === new Set([...one, ...other]).size && new Set(other).size === new Set(one).size;
}

function sameApp(one: Target, other: Target): boolean {
  const rules = [one, other].map(({ rule }) => rule && ruleName(rule));
  return one.appId === other.appId && one.guestSpaceId === other.guestSpaceId && rules[0] === rules[1];
}

export function choiceValues(choices: Choices) {
  const { exceptions, excludedFields, includedIdentifiers, acceptedGaps } = choices;
  return {
    target_include: { value: includeValues(choices) },
    ...(exceptions && { target_exceptions: { value: exceptions.join("\n") } }),
    target_excluded_fields: { value: excludedFields.join("\n") },
    target_included_identifiers: { value: includedIdentifiers.join("\n") },
    target_accepted_gaps: { value: acceptanceLines(acceptedGaps) },
  } satisfies AppValues;
}

/** As `target_include` keeps them: all settings are one word, those for viewers alone another. */
export function includeValues({
  include,
  withoutPluginConfigurations,
}: Pick<Choices, "include" | "withoutPluginConfigurations">): string[] {
  const parts = PARTS.filter((part) => include[part] && part !== "settings" && part !== "administration");
  if (!include.settings) return parts;
  if (!include.administration) return [...parts, "viewer_settings"];
  return [...parts, "settings", ...(withoutPluginConfigurations ? [WITHOUT_PLUGIN_CONFIGURATIONS] : [])];
}

/**
 * The sentence about a lack of permission speaks of reading; kintone's own words do not. That a field is closed to who is
 * no manager of the app is by intention (`app-definition/target-rights.ts`).
 */
export function asWriting(error: BackupError): BackupError {
  const { answer } = error;
  const isClosed = answer?.code === "GAIA_FU01";
  if (error.code !== "NO_PERMISSION" && !isClosed) return error;
  const facts = { ...error.facts, ...(isClosed && { managersOnly: true as const }) };
  return new BackupError("REFUSED", error.message, { cause: error, facts, ...(answer && { answer }) });
}

/** Somebody has written the record since (cybozu.dev update-records, `revision`). */
function isOutdated({ answer }: BackupError): boolean {
  return answer?.code === "GAIA_CO02";
}
