import type { Status } from "../../domain/status";
import type { ToldBackups } from "../overview/told-target";

/** How an app stands with its backups. */
export type BackupStanding =
  /** No target for it was found: it is none, or the user may not see it. */
  | { kind: "unlisted" }
  | {
      kind: "target";
      enabled: boolean;
      /** Also when everything was last verified: a success is what was read back. `undefined` when it never was. */
      lastSuccess: Date | undefined;
      /** The last one whose zips are known to be saved. */
      lastSaved: Date | undefined;
      /** The last success is not known to be saved. */
      unsaved: boolean;
      /** Of the last run, when that was no success. */
      trouble: Exclude<Status, "success"> | undefined;
      /** Whole days since the last success; `undefined` when there was none. */
      days: number | undefined;
      /** Since what a reminder goes by (`app-definition/notifications.ts`); `undefined` when nothing of it is known. */
      waiting: number | undefined;
      /** For which of the two: a backup that is known to be saved, or, as long as nothing is known of that, a success. */
      waitsFor: "saved" | "success";
      overdue: boolean;
    };

const DAY = 24 * 60 * 60 * 1000;

/**
 * The backup that counts is the last one that is known to be saved; without one, runs say since when they wait for it. Before
 * the first of those, it may be that nobody was ever asked: then the last success counts, as it did then, or when the target was
 * registered.
 *
 * @param target what its record says, or that of the rule that stands for it, if one was found
 * @param overdueDays after so many days without such a backup, it counts as overdue; as does one of which nothing is known
 */
export function backupStanding(target: ToldBackups | undefined, now: Date, overdueDays: number): BackupStanding {
  if (!target) return { kind: "unlisted" };
  const { enabled, lastStatus } = target;
  const [lastSuccess, lastSaved] = [dateOf(target.lastSuccess), dateOf(target.lastSaved)];
  // A clock that is behind kintone's makes nothing negative.
  const daysSince = (date: Date | undefined) => date && Math.max(0, Math.floor((now.getTime() - date.getTime()) / DAY));
  const counted = dateOf(target.unsavedSince) ?? lastSaved;
  const waiting = daysSince(counted ?? lastSuccess ?? dateOf(target.createdAt));
  return {
    ...{ kind: "target", enabled, lastSuccess, lastSaved, days: daysSince(lastSuccess), waiting },
    waitsFor: counted ? "saved" : "success",
    // Both are cut to the minute of the same run.
    unsaved: lastSuccess !== undefined && (lastSaved === undefined || lastSaved < lastSuccess),
    trouble: lastStatus === "success" ? undefined : lastStatus,
    overdue: enabled && (waiting === undefined || waiting >= overdueDays),
  };
}

function dateOf(iso: string): Date | undefined {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
