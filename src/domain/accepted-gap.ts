import type { BackupError } from "./errors";

/** A gap that somebody who manages the backup-management app accepted beforehand: with it, a backup of the target is as good as it can be. */
export interface AcceptedGap {
  /** As `lastingGaps` names it. */
  gap: string;
  reason: string;
  /** Login name of who accepted it. */
  by: string;
  /** ISO 8601, UTC. */
  at: string;
}

/**
 * The gaps that a problem tells of and that will be there the next time too, by names that say what is missing, and how much of it: of another
 * kind, or of more, it is another name. Empty for what may go better the next time; that cannot be accepted.
 */
export function lastingGaps({ code, facts }: BackupError): string[] {
  if (code === "SETTINGS_NOT_READABLE") return (facts.settings ?? []).map(settingGap);
  if (code === "FIELD_NOT_READABLE" && facts.field !== undefined) return [fieldGap(facts.field)];
  if (code === "RECORDS_MAY_BE_HIDDEN" && facts.hidden !== undefined && facts.hidden !== "changed") {
    return [hiddenRecordsGap(facts.hidden, facts.rules)];
  }
  return [];
}

export const settingGap = (name: string): string => `settings/${name}`;
export const fieldGap = (code: string): string => `field/${code}`;
/** @param rules what tells these permissions from others; absent when the user may not see them */
export const hiddenRecordsGap = (hidden: "rules" | "unknown", rules?: string): string =>
  ["hidden-records", hidden, ...(rules === undefined ? [] : [rules])].join("/");
