import type { BackupStatusMessages } from "./messages";

const daysOf = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;

export const backupStatus: BackupStatusMessages = {
  locale: "en",
  warning: "Warning",
  backedUp: (when, days) =>
    `Last backed up and verified: ${when} (${days === 0 ? "within 24 hours" : `${daysOf(days)} ago`}).`,
  never: "No backup of this app has succeeded yet.",
  savedToo: "It is known to be saved.",
  unsaved: "It is not known to be saved.",
  saved: (when) => `Last backup known to be saved: ${when}.`,
  neverSaved: "No backup of it is known to be saved yet.",
  overdue: (days, without) => {
    if (days === undefined) return "The backup is overdue.";
    return `The backup is overdue: ${without === "saved" ? "none known to be saved" : "no success"} for ${daysOf(days)}.`;
  },
  disabled: "Backups of this app are disabled.",
  trouble: {
    running: "A backup is running now.",
    partial: "The last backup was incomplete.",
    failed: "The last backup failed.",
    cancelled: "The last backup was cancelled.",
    interrupted: "The last backup was interrupted.",
  },
  unlisted: "This app is not registered for backup, or you may not see that it is.",
  byRule: "A rule stands for this app and others. Of all its apps together:",
  unreadable: "The backup status could not be read.",
  details: "Details",
};
