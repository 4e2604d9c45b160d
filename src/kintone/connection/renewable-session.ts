import { BackupError } from "../../domain/errors";

/** What a page of the plugin tells the other tabs of its browser: who is logged in now, and the CSRF token for them. */
export interface SessionAnnouncement {
  userCode: string;
  /** `kintone.getRequestToken()` */
  requestToken: string;
}

/**
 * The log-in that a run works with. When it ends, the user logs in again in another tab, which has the same cookie; the CSRF
 * token of the new session comes from there. Somebody else's log-in counts as none: a run reads with the rights of one user.
 */
export interface RenewableSession {
  /** Throws `SESSION_EXPIRED` when somebody else is logged in. */
  requestToken(): string;
  /** How often somebody has logged in since the beginning, as far as it was told. */
  logIns(): number;
  hear(announcement: SessionAnnouncement): void;
  /** Resolves the next time that the run's user logs in. */
  loggedInAgain(): Promise<void>;
}

export function createRenewableSession(user: SessionAnnouncement): RenewableSession {
  let present = user;
  let logIns = 0;
  let waiting: Array<() => void> = [];
  return {
    requestToken() {
      if (present.userCode === user.userCode) return present.requestToken;
      throw new BackupError("SESSION_EXPIRED", "Somebody else is logged in to this browser now");
    },
    logIns: () => logIns,
    hear(announcement) {
      // Each page tells who is there, also when nobody has logged in anew.
      if (announcement.requestToken !== present.requestToken) logIns += 1;
      present = announcement;
      if (present.userCode !== user.userCode) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    loggedInAgain: () => new Promise((resolve) => waiting.push(resolve)),
  };
}
