import { BackupError, cancelledByUser } from "../../domain/errors";
import { whenNobodyHolds } from "../../workspace/run-lock";
import { resumable } from "../worker/resumable-run";
import type { BrowserRunRequest } from "../worker/run-request";
import { discardInterruptedRun } from "./discard-run";
import { findInterruptedRun } from "./interrupted-run";

/**
 * What becomes of a run whose Worker was ended because it was silent: its own user may go on with it, or, when it was cancelled or
 * nothing is left of it, it is written down as interrupted, so that the next one need not wait. Never rejects; resolves to what people
 * are told.
 *
 * @param signal of the one who cancels
 */
export async function settleSilentRun(
  request: BrowserRunRequest,
  silence: BackupError,
  signal: AbortSignal,
): Promise<BackupError> {
  await whenNobodyHolds(request.runId);
  const left = signal.aborted ? undefined : await findInterruptedRun();
  if (left?.runId === request.runId) return silence.with({ resumable: true });
  await discardInterruptedRun(resumable(request)).catch(() => undefined);
  return signal.aborted ? cancelledByUser() : silence;
}
