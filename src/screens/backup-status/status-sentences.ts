import type { BackupStanding } from "../../history/targets/backup-standing";
import type { BackupStatusMessages } from "../text/backup-status/messages";
import { quantitiesIn } from "../text/quantities";

/** What the line says, and whether somebody should look at it. */
export interface StatusLine {
  sentences: string[];
  isWarning: boolean;
}

/** An app's backups in words. A run under way is nothing to warn of. */
export function statusLine(standing: BackupStanding, messages: BackupStatusMessages): StatusLine {
  if (standing.kind === "unlisted") return { sentences: [messages.unlisted], isWarning: false };
  const { enabled, lastSuccess, trouble, days, overdue } = standing;
  const when = lastSuccess && quantitiesIn(messages.locale).moment(lastSuccess);
  return {
    sentences: [
      ...(enabled ? [] : [messages.disabled]),
      ...(overdue ? [messages.overdue(days)] : []),
      ...(trouble ? [messages.trouble[trouble]] : []),
      when === undefined ? messages.never : messages.backedUp(when, days ?? 0),
    ],
    isWarning: !enabled || overdue || (trouble !== undefined && trouble !== "running"),
  };
}
