import { BackupError } from "../../domain/errors";
import { plainError } from "../../domain/plain-error";
import type { AppRecord } from "../../domain/record-store";
import type { BoundedRule, Rule } from "../../domain/rule";
import type { Part, Target } from "../../domain/target";
import { SCOPES, WITHOUT_PLUGIN_CONFIGURATIONS } from "../app-definition/fields";
import { acceptancesIn } from "./acceptance-lines";

/**
 * What the record of a target says. Without a usable app id it becomes a target with an empty one, so that the run can report it; so does
 * a rule, until its apps are known (`rules.ts`).
 */
export function toTarget(record: AppRecord): Target {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "").trim();
  const guestSpaceId = idIn(text("target_guest_space_id"));
  const [rule, bounded] = [ruleIn(record), boundedRuleIn(record)];
  return {
    recordId: text("$id"),
    appId: rule ? "" : idIn(text("target_app_id")),
    ...(bounded ?? (rule && incomplete(text("$id")))),
    appName: text("target_app_name"),
    query: text("target_query"),
    include: partsOf(record),
    excludedFields: lines(text("target_excluded_fields")),
    includedIdentifiers: lines(text("target_included_identifiers")),
    acceptedGaps: acceptancesIn(text("target_accepted_gaps")),
    ...(guestSpaceId && !rule && { guestSpaceId }),
    ...(!["", "target"].includes(text("record_type")) && { retyped: text("record_type") }),
    ...(chosenIn(record).includes(WITHOUT_PLUGIN_CONFIGURATIONS) && { withoutPluginConfigurations: true }),
  };
}

/**
 * The rule that a target's record is; `undefined` where it names its app. What it stands for decides: an app's id in the record of
 * a rule is of no account.
 */
export function ruleIn(record: AppRecord): Rule | "incomplete" | undefined {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "").trim();
  const scope = SCOPES.find((known) => known === text("target_scope"));
  if (scope === undefined || scope === "app") return undefined;
  if (scope === "all_apps") return { scope };
  const spaceId = idIn(text("target_space_id"));
  return spaceId ? { scope, spaceId } : "incomplete";
}

function incomplete(record: string): Pick<Target, "impediment"> {
  const error = new BackupError("RULE_INCOMPLETE", "The rule names no space", { facts: { record }, step: "targets" });
  return { impediment: plainError(error) };
}

/** The rule of a record with what it leaves out; `undefined` for one that is none, or that cannot be worked out. */
export function boundedRuleIn(record: AppRecord): BoundedRule | undefined {
  const rule = ruleIn(record);
  if (rule === undefined || rule === "incomplete") return undefined;
  const exceptions = String(record.target_exceptions?.value ?? "").match(/\d+/g) ?? [];
  return { rule, exceptions: exceptions.map((id) => id.replace(/^0+/, "")) };
}

/** A target as the app lists it, switched off or not. */
export interface ListedTarget {
  target: Target;
  enabled: boolean;
}

export function listedTarget(record: AppRecord): ListedTarget {
  return { target: toTarget(record), enabled: isEnabled(record) };
}

export function isEnabled(record: AppRecord): boolean {
  return ((record.target_enabled?.value ?? []) as readonly string[]).includes("enabled");
}

const idIn = (text: string) => /^[1-9]\d*$/.exec(text)?.[0] ?? "";

const chosenIn = (record: AppRecord) => (record.target_include?.value ?? []) as string[];

/** Nothing chosen is everything: so are records from before there was a choice, and nobody wants a backup of nothing. */
function partsOf(record: AppRecord): Record<Part, boolean> {
  const chosen = chosenIn(record).filter((part) => part !== WITHOUT_PLUGIN_CONFIGURATIONS);
  const included = (part: string) => chosen.length === 0 || chosen.includes(part);
  return {
    records: included("records"),
    attachments: included("attachments"),
    comments: included("comments"),
    settings: included("settings") || chosen.includes("viewer_settings"),
    administration: included("settings"),
  };
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
