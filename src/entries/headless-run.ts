import { createFolderDestination } from "../destinations/folder";
import type { RunOutcome } from "../engine/outcome";
import type { ReportProgress } from "../engine/progress/progress";
import { runBackup } from "../engine/run";
import type { Credentials } from "../headless/credentials";
import type { Connection } from "../kintone/connection";
import { createPasswordConnection } from "../kintone/password-connection";
import { createServerClock } from "../kintone/server-clock";
import { createTokenConnection } from "../kintone/token-connection";
import type { Messages } from "../screens/text/messages";
import type { HeadlessFile } from "../settings/headless-file";
import { createFolderWorkspace, sweepFolderWorkspaces } from "../workspace/folder";
import { createLazyJournal, createLazyWorkspace } from "../workspace/lazy";
import { aboutHeadlessRun, findKilledRun } from "./headless-resume";
import { newRunId, runOptions } from "./run-options";
import { createRunParts } from "./run-parts";

/** Scratch files lie beside the archives: the room there is the room that counts, and `/tmp` is often small, or memory. */
const SCRATCH_PREFIX = ".unfinished-";

/** Who watches the run. */
export interface HeadlessHost {
  messages: Messages;
  pluginVersion: string;
  report: ReportProgress;
  signal: AbortSignal;
  /** Goes on with a run of this folder that was killed, if there is one. */
  resume: boolean;
}

/** One run in Node, into the file's folder. Rejects only as `runBackup` does. */
export async function runHeadless(
  file: HeadlessFile,
  credentials: Credentials,
  { messages, pluginVersion, report, signal, resume }: HeadlessHost,
): Promise<RunOutcome> {
  const { settings, guestSpaceId } = file;
  const operator = operatorOf(credentials);
  const killed = resume
    ? await findKilledRun(SCRATCH_PREFIX, { operator: operator.code, file, pluginVersion })
    : undefined;
  const startedAt = killed?.startedAt ?? new Date();
  const runId = killed?.runId ?? newRunId(startedAt);
  const { fetch, clock: serverClock } = createServerClock();
  const parts = createRunParts({
    connection: signIn(file.baseUrl, credentials, `kintone-backup-manager/${pluginVersion}`, fetch),
    serverClock,
    app: { appId: file.app, ...(guestSpaceId && { guestSpaceId }) },
    ...{ settings, messages, pluginVersion, report, signal },
  });
  await sweepFolderWorkspaces(file.folder, SCRATCH_PREFIX, new Date()).catch(() => undefined);
  const start = { runId, startedAt, operator, trigger: "headless" } as const;
  const workspace = createLazyWorkspace(() => createFolderWorkspace(file.folder, `${SCRATCH_PREFIX}${runId}`));
  const about = aboutHeadlessRun(start, file, pluginVersion);
  const journal = createLazyJournal(async () => (await workspace.made()).openJournal(about), killed !== undefined);
  const destination = createFolderDestination(file.folder);
  const outcome = await runBackup(start, runOptions(settings), { ...parts, workspace, journal, destination });
  // A run that did not begin may be another's, whose files a later call can go on with.
  await workspace.clear().catch(() => undefined);
  return outcome;
}

/** Access as who the command is. */
export function signIn(baseUrl: string, credentials: Credentials, userAgent: string, send: typeof fetch): Connection {
  const access = { baseUrl, userAgent, fetch: send };
  return "username" in credentials
    ? createPasswordConnection({ ...access, ...credentials })
    : createTokenConnection({ ...access, ...credentials });
}

/** Tokens act for no user; kintone itself calls the doer Administrator. */
function operatorOf(credentials: Credentials): { code: string; name: string } {
  return "username" in credentials
    ? { code: credentials.username, name: credentials.username }
    : { code: "", name: "" };
}
