import { createBrowserDownload } from "../destinations/browser-download";
import { BackupError } from "../engine/errors";
import type { RunOutcome } from "../engine/outcome";
import type { ReportProgress } from "../engine/progress";
import { runBackup } from "../engine/run";
import { createHistory } from "../history/run-records";
import { createTargets } from "../history/targets";
import { cancellable } from "../kintone/cancellable";
import { createRecordStore } from "../kintone/record-store";
import { createRestSource } from "../kintone/rest-source";
import { createRunConnection } from "../kintone/run-connection";
import { createSessionConnection } from "../kintone/session-connection";
import { messagesFor } from "../screens/text/language";
import { describeLogEvent } from "../screens/text/log-sentence";
import { describeProblem } from "../screens/text/problem-sentence";
import type { ParsedSettings } from "../settings/migration";
import { DEFAULT_SETTINGS } from "../settings/settings";
import type { PrivateFile } from "../workspace/private-file";
import { createPrivateWorkspace, sweepPrivateWorkspaces } from "../workspace/private-file-system";
import { runOptions } from "./run-options";

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
  pluginVersion: string;
}

/** Who watches the run. */
export interface BrowserRunHost {
  report: ReportProgress;
  /** A volume is ready: a file of the private file system, to be handed to the browser as a download of that name. */
  handOver: (name: string, file: File) => void;
  signal: AbortSignal;
}

/** One run in a browser, in a Worker or on a page alike. Rejects only as `runBackup` does. */
export async function runInBrowser(request: BrowserRunRequest, host: BrowserRunHost): Promise<RunOutcome> {
  const { runId, startedAt, operator, pluginVersion } = request;
  const settings = "settings" in request.settings ? request.settings.settings : DEFAULT_SETTINGS;
  const app = { appId: request.appId, ...(request.guestSpaceId && { guestSpaceId: request.guestSpaceId }) };
  const messages = messagesFor(request.language);
  const clock = { now: () => new Date() };

  const session = createSessionConnection(request);
  const { connection, requests } = createRunConnection(session, settings.requestsAtOnce);
  const store = createRecordStore(connection, app);
  const targets = createTargets(store);

  await sweepPrivateWorkspaces();
  return runBackup({ runId, startedAt, operator, trigger: "button" }, runOptions(settings), {
    source: createRestSource(cancellable(connection, host.signal)),
    targets: "settings" in request.settings ? targets : { ...targets, enabled: refuseSettings },
    history: createHistory(store, { clock, pluginVersion, describe: (problem) => describeProblem(messages, problem) }),
    workspace: await createPrivateWorkspace(runId),
    destination: createBrowserDownload((name, stored) => host.handOver(name, (stored as PrivateFile).file)),
    clock,
    requests,
    signal: host.signal,
    report: host.report,
    describe: (event) => describeLogEvent(messages, event),
  });
}

async function refuseSettings(): Promise<never> {
  throw new BackupError("SETTINGS_UNREADABLE", "The plugin's settings cannot be read");
}
