import { createFolderDestination } from "../destinations/folder";
import type { RunOutcome } from "../engine/outcome";
import type { ReportProgress } from "../engine/progress";
import { runBackup } from "../engine/run";
import type { Credentials } from "../headless/credentials";
import { createHistory } from "../history/run-records";
import { createTargets } from "../history/targets";
import { cancellable } from "../kintone/cancellable";
import { createPasswordConnection } from "../kintone/password-connection";
import { createRecordStore } from "../kintone/record-store";
import { createRestSource } from "../kintone/rest-source";
import { createRunConnection } from "../kintone/run-connection";
import { createTokenConnection } from "../kintone/token-connection";
import { describeLogEvent } from "../screens/text/log-sentence";
import type { Messages } from "../screens/text/messages";
import { describeProblem } from "../screens/text/problem-sentence";
import type { HeadlessFile } from "../settings/headless-file";
import { createFolderWorkspace } from "../workspace/folder";
import { newRunId, runOptions } from "./run-options";

/** Who watches the run. */
export interface HeadlessHost {
  messages: Messages;
  pluginVersion: string;
  report: ReportProgress;
  signal: AbortSignal;
}

/** One run in Node, into the file's folder. Rejects only as `runBackup` does. */
export async function runHeadless(
  file: HeadlessFile,
  credentials: Credentials,
  { messages, pluginVersion, report, signal }: HeadlessHost,
): Promise<RunOutcome> {
  const { baseUrl, settings } = file;
  const app = { appId: file.app, ...(file.guestSpaceId && { guestSpaceId: file.guestSpaceId }) };
  const clock = { now: () => new Date() };
  const startedAt = clock.now();
  const runId = newRunId(startedAt);

  const { connection, requests } = createRunConnection(signIn(), settings.requestsAtOnce);
  const store = createRecordStore(connection, app);
  // Beside the archives: the room there is the room that counts, and `/tmp` is often small, or memory.
  const workspace = await createFolderWorkspace(file.folder, `.unfinished-${runId}`);
  try {
    return await runBackup(
      { runId, startedAt, operator: operatorOf(credentials), trigger: "headless" },
      runOptions(settings),
      {
        source: createRestSource(cancellable(connection, signal)),
        targets: createTargets(store),
        history: createHistory(store, {
          clock,
          pluginVersion,
          describe: (problem) => describeProblem(messages, problem),
        }),
        workspace,
        destination: createFolderDestination(file.folder),
        clock,
        requests,
        signal,
        report,
        describe: (event) => describeLogEvent(messages, event),
      },
    );
  } finally {
    await workspace.clear();
  }

  function signIn() {
    const userAgent = `kintone-backup-manager/${pluginVersion}`;
    return "username" in credentials
      ? createPasswordConnection({ baseUrl, userAgent, ...credentials })
      : createTokenConnection({ baseUrl, userAgent, ...credentials });
  }
}

/** Tokens act for no user; kintone itself calls the doer Administrator. */
function operatorOf(credentials: Credentials): { code: string; name: string } {
  return "username" in credentials
    ? { code: credentials.username, name: credentials.username }
    : { code: "", name: "" };
}
