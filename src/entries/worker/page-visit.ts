/** Who looks at which page: what a run and a restore in the browser need to know of it. Plain data: it crosses to a Worker. */
export interface PageVisit {
  /** Of the kintone domain, e.g. `https://example.cybozu.com`. */
  baseUrl: string;
  /** The backup-management app, on whose page the button was pressed. */
  appId: string;
  guestSpaceId: string | undefined;
  operator: { code: string; name: string };
  language: string;
  /** The page's CSRF token: writes need it. */
  requestToken: string;
  pluginVersion: string;
}
