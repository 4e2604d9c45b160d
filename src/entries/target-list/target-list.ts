/**
 * The customization that a target app may carry: its list says when the app was last backed up and verified, and warns when
 * that is overdue. It changes nothing. Who may not look into the backup-management app sees no line: there is nothing that
 * they could do about it, and it would stand in every list.
 */
import { backupStanding } from "../../history/targets/backup-standing";
import { removeStatusBanner, showStatusBanner } from "../../screens/backup-status/status-banner";
import { statusLine } from "../../screens/backup-status/status-sentences";
import { backupStatusMessagesFor } from "../../screens/text/backup-status/language";
import {
  BACKUP_STATUS_PLACEHOLDER,
  type BackupStatusSettings,
  readBackupStatusSettings,
} from "../../settings/backup-status";
import { knownTarget } from "./status-of-target";

/** The list that is shown now; answers for an older one come too late. */
let list = 0;

async function showStatus(settings: BackupStatusSettings): Promise<void> {
  list += 1;
  const asked = list;
  const space = kintone.app.getHeaderSpaceElement();
  if (!space) return;
  const messages = backupStatusMessagesFor(kintone.getLoginUser().language);
  try {
    const known = await knownTarget(settings);
    if (asked !== list) return;
    if (known.kind === "hidden") return removeStatusBanner();
    const target = known.kind === "found" ? known.target : undefined;
    const standing = backupStanding(target, new Date(), settings.overdueDays);
    const line = statusLine(standing, messages, { byRule: known.kind === "found" && known.byRule });
    showStatusBanner(space, line, { messages, detailsUrl: target && recordUrl(settings, target.recordId) });
  } catch {
    if (asked === list) showStatusBanner(space, { sentences: [messages.unreadable], isWarning: false }, { messages });
  }
}

function recordUrl({ backupApp, backupGuestSpace }: BackupStatusSettings, recordId: string): string {
  return `/k/${backupGuestSpace === undefined ? "" : `guest/${backupGuestSpace}/`}${backupApp}/show#record=${recordId}`;
}

const settings = readBackupStatusSettings(BACKUP_STATUS_PLACEHOLDER);
if (settings) {
  // Fires again at paging and sorting, without a new page.
  kintone.events.on("app.record.index.show", (event) => {
    void showStatus(settings);
    return event;
  });
}
