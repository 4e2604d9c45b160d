/** What the customization that shows an app's backup status has to know. The command that deploys it writes it down. */
export interface BackupStatusSettings {
  /** Id of the backup-management app. */
  backupApp: string;
  /** Of the guest space that it lives in. */
  backupGuestSpace?: string | undefined;
  /** After so many days without a success, an app counts as overdue. */
  overdueDays: number;
}

export const DEFAULT_OVERDUE_DAYS = 7;

/** Stands in the built file where the settings, as JSON, go. */
export const BACKUP_STATUS_PLACEHOLDER = "{KBM_BACKUP_STATUS_SETTINGS}";

const ID = /^[1-9]\d*$/;

/** `undefined` for whatever is no such settings: the file was uploaded as it was built. */
export function readBackupStatusSettings(json: string): BackupStatusSettings | undefined {
  try {
    const { backupApp, backupGuestSpace, overdueDays } = JSON.parse(json) as Partial<Record<string, unknown>>;
    const isId = (value: unknown): value is string => typeof value === "string" && ID.test(value);
    if (!isId(backupApp) || typeof overdueDays !== "number" || !(overdueDays > 0)) return undefined;
    if (backupGuestSpace !== undefined && !isId(backupGuestSpace)) return undefined;
    return { backupApp, backupGuestSpace, overdueDays };
  } catch {
    return undefined;
  }
}
