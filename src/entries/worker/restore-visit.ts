import type { Settings } from "../../settings/settings";

/** Everything that a restore in the browser needs to know from the page. Plain data: it crosses to a Worker. */
export interface RestoreVisit {
  /** Of the kintone domain, e.g. `https://example.cybozu.com`. */
  baseUrl: string;
  /** The backup-management app. */
  appId: string;
  guestSpaceId: string | undefined;
  operator: { code: string; name: string };
  language: string;
  /** The page's CSRF token: writes need it. */
  requestToken: string;
  settings: Settings;
  pluginVersion: string;
}
