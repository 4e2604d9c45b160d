import { harmless } from "../text/harmless";
import type { BackupStatusMessages } from "../text/backup-status/messages";
import type { StatusLine } from "./status-sentences";

const ID = "kbm-backup-status";

/** The plugin's stylesheet is not on this page. */
const STYLES = {
  quiet: "margin:8px 16px;padding:6px 12px;font-size:13px;line-height:1.6;color:#333;background:#f5f5f5;",
  warning:
    "margin:8px 16px;padding:6px 12px;font-size:13px;line-height:1.6;color:#7a1a0f;background:#fdf0ee;border-left:4px solid #c0392b;",
};

/** Takes the line out again, if there is one. */
export function removeStatusBanner(): void {
  document.getElementById(ID)?.remove();
}

/**
 * Shows the line, in the place of an older one.
 *
 * @param detailsUrl of the target's record, if there is one
 */
export function showStatusBanner(
  space: Element,
  { sentences, isWarning }: StatusLine,
  { messages, detailsUrl }: { messages: BackupStatusMessages; detailsUrl?: string | undefined },
): void {
  removeStatusBanner();
  const banner = document.createElement("div");
  banner.id = ID;
  banner.lang = messages.locale;
  banner.style.cssText = isWarning ? STYLES.warning : STYLES.quiet;
  if (isWarning) {
    const sign = document.createElement("span");
    sign.setAttribute("aria-hidden", "true");
    sign.textContent = "⚠ ";
    const word = document.createElement("strong");
    word.textContent = messages.warning;
    banner.append(sign, word, " ");
  }
  banner.append(harmless(sentences.join(messages.locale === "en" ? " " : "")));
  if (detailsUrl !== undefined) {
    const link = document.createElement("a");
    link.href = detailsUrl;
    link.textContent = messages.details;
    // The colour of kintone's links is too light for a coloured ground.
    link.style.cssText = "color:inherit;text-decoration:underline;";
    banner.append(" ", link);
  }
  space.append(banner);
}
