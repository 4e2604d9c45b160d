import manifest from "../../../manifest.json";
import { interruptRun } from "../../history/runs/take-over";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { LOOKED_ON, sessionOfPage } from "../../kintone/pages/page-access";
import { createRecordStore } from "../../kintone/writing/record-store";
import { interruptedPrivateRuns, removePrivateWorkspace } from "../../workspace/private-workspace";
import { isResumableBy, type ResumableRun } from "../worker/resumable-run";

/** The newest run of this user in this app that was broken off in this browser, and that can go on. */
export async function findInterruptedRun(): Promise<ResumableRun | undefined> {
  const [appId, { code, name }] = [String(kintone.app.getId()), kintone.getLoginUser()];
  const here = { appId, operator: { code, name }, pluginVersion: manifest.version };
  // Without a private file system there was no such run.
  const runs = await interruptedPrivateRuns().catch(() => []);
  return runs.map(({ about }) => about).findLast((about) => isResumableBy(about, here));
}

/**
 * Gives the run up: its files are removed, and the history says `interrupted`. Rejects when the history cannot be written; then
 * the next run says so, a quarter of an hour later.
 */
export async function discardInterruptedRun({ runId, appId, guestSpaceId }: ResumableRun): Promise<void> {
  await removePrivateWorkspace(runId);
  const { writing } = createRunConnection(sessionOfPage(), {
    requestsAtOnce: 1,
    signal: new AbortController().signal,
    retry: LOOKED_ON,
  });
  await interruptRun(createRecordStore(writing, { appId, ...(guestSpaceId && { guestSpaceId }) }), runId);
}
