import type { AppRecord } from "../../domain/record-store";
import type { Status } from "../../domain/status";
import { isEnabled, ruleIn } from "../targets/target-record";
import { appKey, statusOf } from "./told-run";

/** What a target's record says. */
export interface ToldTarget extends ToldBackups {
  /** As results have it. */
  key: string;
  appId: string;
  guestSpaceId: string;
  appName: string;
}

/** What it says of the backups of its app; of all its apps together, where it is a rule. */
export interface ToldBackups {
  recordId: string;
  enabled: boolean;
  lastStatus: Status | undefined;
  /** ISO, UTC, cut to the minute; empty when it never succeeded. */
  lastSuccess: string;
  /** Of the last one whose zips are known to be saved, likewise; empty also when nobody was ever asked. */
  lastSaved: string;
  /** Since when none is known to be saved, likewise; empty when no run has counted that so far. */
  unsavedSince: string;
  /** ISO, UTC: when it was registered; empty when the record does not tell. */
  createdAt: string;
}

/** `undefined` for a record without an app, as that of a rule is: runs tell which apps it stood for. */
export function toldTarget(record: AppRecord): ToldTarget | undefined {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "").trim();
  const [appId, guestSpaceId] = [text("target_app_id"), text("target_guest_space_id")];
  if (appId === "" || ruleIn(record) !== undefined) return undefined;
  const key = appKey(appId, guestSpaceId);
  return { ...toldBackups(record), key, appId, guestSpaceId, appName: text("target_app_name") };
}

export function toldBackups(record: AppRecord): ToldBackups {
  const text = (code: keyof AppRecord) => String(record[code]?.value ?? "").trim();
  // Its code follows the language of who made the app.
  const created = Object.values(record).find((cell) => cell.type === "CREATED_TIME");
  return {
    recordId: text("$id"),
    enabled: isEnabled(record),
    lastStatus: statusOf(text("target_last_status")),
    lastSuccess: text("target_last_success"),
    lastSaved: text("target_last_saved"),
    unsavedSince: text("target_unsaved_since"),
    createdAt: String(created?.value ?? ""),
  };
}
