import { createFolderDestination } from "../../../destinations/folder";
import type { RunProgress } from "../../../backup/run-progress";
import type { RestoreStart } from "../../../domain/restore-outcome";
import { createDomainLoad } from "../../../kintone/connection/domain-load";
import { createServerClock } from "../../../kintone/connection/server-clock";
import { describeProgress } from "../../../screens/text/run/outcome-report";
import { folderOfArchives } from "../../../settings/command-file";
import { createFolderWorkspace } from "../../../workspace/folder";
import { createLazyWorkspace } from "../../../workspace/lazy";
import { runIdBeforeRestore, runOptions } from "../../wiring/run-options";
import { createRunParts } from "../../wiring/run-parts";
import { backUpBeforeRestore, type SecuredApp } from "../../wiring/safety-backup";
import { runEncryption } from "../encrypted/run-encryption";
import { operatorOf, SCRATCH_PREFIX } from "../run";
import { signIn } from "../sign-in";
import type { RestoreCall } from "./restore-call";

/** The backup of an app before it is changed, beside the other archives. Rejects as `backUpBeforeRestore` does. */
export async function secureOnNode(
  { file, credentials, keys, messages, pluginVersion, signal, saying }: RestoreCall,
  secured: SecuredApp,
): Promise<NonNullable<RestoreStart["safetyBackup"]>> {
  const report = (progress: RunProgress) =>
    saying(
      `securing ${progress.phase}`,
      `${messages.restored.phase.securing} | ${describeProgress(messages, progress)}`,
    );
  const operator = operatorOf(credentials);
  const { fetch: dated, clock: serverClock } = createServerClock();
  const { fetch, load } = createDomainLoad(dated);
  const parts = createRunParts({
    connection: signIn(file.baseUrl, credentials, `kintone-backup-manager/${pluginVersion}`, fetch),
    app: { appId: file.app, ...(file.guestSpaceId && { guestSpaceId: file.guestSpaceId }) },
    userCode: operator.code || undefined,
    ...{ serverClock, load, settings: file.settings, messages, pluginVersion, report, signal },
  });
  const { encrypt } = await runEncryption(file, await keys());
  const startedAt = new Date();
  const runId = runIdBeforeRestore(startedAt);
  const workspace = createLazyWorkspace(() => createFolderWorkspace(file.folder, `${SCRATCH_PREFIX}${runId}`));
  try {
    // Whoever restores has been told what it takes, and people see by the name what the zip is.
    const settings = { ...file.settings, filePrefix: `${file.settings.filePrefix}-before-restore` };
    const options = runOptions(settings, { overBudget: "go-on" });
    // On this machine: whoever undoes the restore has it at hand.
    const destination = createFolderDestination(folderOfArchives(file));
    return await backUpBeforeRestore({ runId, startedAt, operator }, options, secured, {
      ...{ ...parts, workspace, places: [{ name: destination.kind, destination }] },
      ...(encrypt && { encrypt }),
    });
  } finally {
    await workspace.clear().catch(() => undefined);
  }
}
