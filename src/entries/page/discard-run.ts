import { interruptRun } from "../../history/lock/take-over";
import { createRunConnection } from "../../kintone/connection/run-connection";
import { LOOKED_ON, sessionOfPage } from "../../kintone/pages/page-access";
import { createRecordStore } from "../../kintone/writing/record-store";
import { removePrivateRun } from "../../workspace/private-runs";
import type { ResumableRun } from "../worker/resumable-run";

/**
 * Gives the run up: its files are removed, and the history says `interrupted`. Rejects when the history cannot be written; then
 * the next run says so, a quarter of an hour later.
 */
export async function discardInterruptedRun({ runId, appId, guestSpaceId }: ResumableRun): Promise<void> {
  await removePrivateRun(runId);
  const { writing } = createRunConnection(sessionOfPage(), {
    requestsAtOnce: 1,
    signal: new AbortController().signal,
    retry: LOOKED_ON,
  });
  await interruptRun(createRecordStore(writing, { appId, ...(guestSpaceId && { guestSpaceId }) }), runId);
}
