import type { BackupStanding } from "../../history/targets/backup-standing";
import type { BackupStatusMessages } from "../text/backup-status/messages";
import { quantitiesIn } from "../text/quantities";

/** What the line says, and whether somebody should look at it. */
export interface StatusLine {
  sentences: string[];
  isWarning: boolean;
}

/**
 * An app's backups in words. A run under way is nothing to warn of.
 *
 * @param told `byRule`: of a rule that stands for this app among others; what is known holds for all of them together
 */
export function statusLine(
  standing: BackupStanding,
  messages: BackupStatusMessages,
  { byRule }: { byRule: boolean },
): StatusLine {
  if (standing.kind === "unlisted") return { sentences: [messages.unlisted], isWarning: false };
  const { enabled, lastSuccess, lastSaved, trouble, days, waiting, waitsFor, overdue, unsaved } = standing;
  const { moment } = quantitiesIn(messages.locale);
  const when = lastSuccess && moment(lastSuccess);
  const saved = lastSaved && moment(lastSaved);
  return {
    sentences: [
      ...(byRule ? [messages.byRule] : []),
      ...(enabled ? [] : [messages.disabled]),
      ...(overdue ? [messages.overdue(waiting, waitsFor)] : []),
      ...(trouble ? [messages.trouble[trouble]] : []),
      when === undefined ? messages.never : messages.backedUp(when, days ?? 0),
      ...savedSentences(when, saved, messages),
    ],
    isWarning: !enabled || overdue || unsaved || (trouble !== undefined && trouble !== "running"),
  };
}

function savedSentences(when: string | undefined, saved: string | undefined, messages: BackupStatusMessages): string[] {
  if (saved === undefined) return when === undefined ? [] : [messages.neverSaved];
  if (when === undefined) return [messages.saved(saved)];
  return saved === when ? [messages.savedToo] : [messages.unsaved, messages.saved(saved)];
}
