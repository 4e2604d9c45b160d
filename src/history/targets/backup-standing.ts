import type { Status } from "../../domain/status";
import type { ToldTarget } from "../overview/told-target";

/** How an app stands with its backups. */
export type BackupStanding =
  /** No target for it was found: it is none, or the user may not see it. */
  | { kind: "unlisted" }
  | {
      kind: "target";
      enabled: boolean;
      /** Also when everything was last verified: a success is what was read back. `undefined` when it never was. */
      lastSuccess: Date | undefined;
      /** Of the last run, when that was no success. */
      trouble: Exclude<Status, "success"> | undefined;
      /** Whole days since the last success, or since it was registered; `undefined` when neither is known. */
      days: number | undefined;
      overdue: boolean;
    };

const DAY = 24 * 60 * 60 * 1000;

/**
 * @param target what its record says, if one was found
 * @param overdueDays after so many days without a success, it counts as overdue; as does one of which nothing is known
 */
export function backupStanding(target: ToldTarget | undefined, now: Date, overdueDays: number): BackupStanding {
  if (!target) return { kind: "unlisted" };
  const { enabled, lastStatus } = target;
  const lastSuccess = dateOf(target.lastSuccess);
  const since = lastSuccess ?? dateOf(target.createdAt);
  // A clock that is behind kintone's makes nothing negative.
  const days = since && Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY));
  return {
    ...{ kind: "target", enabled, lastSuccess, days },
    trouble: lastStatus === "success" ? undefined : lastStatus,
    overdue: enabled && (days === undefined || days >= overdueDays),
  };
}

function dateOf(iso: string): Date | undefined {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
