import type { Credentials } from "../../../command/credentials";
import { createFolderDestination } from "../../../destinations/folder";
import type { ReportRunProgress } from "../../../backup/run-progress";
import type { RestoreStart } from "../../../domain/restore-outcome";
import { createDomainLoad } from "../../../kintone/connection/domain-load";
import { createServerClock } from "../../../kintone/connection/server-clock";
import type { Messages } from "../../../screens/text/run/messages";
import type { CommandFile } from "../../../settings/command-file";
import { createFolderWorkspace } from "../../../workspace/folder";
import { createLazyWorkspace } from "../../../workspace/lazy";
import { runIdBeforeRestore, runOptions } from "../../wiring/run-options";
import { createRunParts } from "../../wiring/run-parts";
import { backUpBeforeRestore, type SecuredApp } from "../../wiring/safety-backup";
import { operatorOf, SCRATCH_PREFIX } from "../run";
import { signIn } from "../sign-in";

interface SafetyHost {
  messages: Messages;
  pluginVersion: string;
  signal: AbortSignal;
  report: ReportRunProgress;
}

/** The backup of an app before it is changed, beside the other archives. Rejects as `backUpBeforeRestore` does. */
export async function secureOnNode(
  file: CommandFile,
  credentials: Credentials,
  secured: SecuredApp,
  { messages, pluginVersion, signal, report }: SafetyHost,
): Promise<NonNullable<RestoreStart["safetyBackup"]>> {
  const operator = operatorOf(credentials);
  const { fetch: dated, clock: serverClock } = createServerClock();
  const { fetch, load } = createDomainLoad(dated);
  const parts = createRunParts({
    connection: signIn(file.baseUrl, credentials, `kintone-backup-manager/${pluginVersion}`, fetch),
    app: { appId: file.app, ...(file.guestSpaceId && { guestSpaceId: file.guestSpaceId }) },
    userCode: operator.code || undefined,
    ...{ serverClock, load, settings: file.settings, messages, pluginVersion, report, signal },
  });
  const startedAt = new Date();
  const runId = runIdBeforeRestore(startedAt);
  const workspace = createLazyWorkspace(() => createFolderWorkspace(file.folder, `${SCRATCH_PREFIX}${runId}`));
  try {
    // Whoever restores has been told what it takes, and people see by the name what the zip is.
    const settings = { ...file.settings, filePrefix: `${file.settings.filePrefix}-before-restore` };
    const options = runOptions(settings, { overBudget: "go-on" });
    const destination = createFolderDestination(file.folder);
    return await backUpBeforeRestore({ runId, startedAt, operator }, options, secured, {
      ...{ ...parts, workspace, destination },
    });
  } finally {
    await workspace.clear().catch(() => undefined);
  }
}
