import type { ParsedSettings } from "../../settings/migration";
import type { RunChoices } from "../wiring/run-options";

/** Everything that a run in the browser needs to know from the page. Plain data: it may cross to a Worker. */
export interface BrowserRunRequest {
  runId: string;
  startedAt: Date;
  /** Of the kintone domain, e.g. `https://example.cybozu.com`. */
  baseUrl: string;
  /** The backup-management app that the button was pressed in. */
  appId: string;
  guestSpaceId: string | undefined;
  operator: { code: string; name: string };
  language: string;
  /** The page's CSRF token: writes of the history need it. */
  requestToken: string;
  /** Settings that cannot be read make a failed run, which is recorded as such. */
  settings: ParsedSettings;
  /** What was asked before it. */
  choices: RunChoices;
  pluginVersion: string;
  /** Whether it goes on with what an earlier attempt left in this browser. */
  resumes?: true;
}
