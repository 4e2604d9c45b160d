import type { SessionAnnouncement } from "../../kintone/connection/renewable-session";

/** Reaches the tabs and Workers of this browser that are on the same kintone domain, and nobody else. */
const CHANNEL = "kintone-backup-manager/session";

/**
 * Tells runs in other tabs who is logged in: one of them may have waited for it. Only pages of the plugin do, because only
 * kintone's own API gives the CSRF token (cybozu.dev, "kintone.getRequestToken").
 */
export function announceSession(): void {
  const channel = new BroadcastChannel(CHANNEL);
  const announcement: SessionAnnouncement = {
    userCode: kintone.getLoginUser().code,
    requestToken: kintone.getRequestToken(),
  };
  channel.postMessage(announcement);
  channel.close();
}

/** Resolves announcements of other tabs to `hear`, until the returned function is called. */
export function listenToSessions(hear: (announcement: SessionAnnouncement) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<SessionAnnouncement>) => hear(data));
  return () => channel.close();
}
