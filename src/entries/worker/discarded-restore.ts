import type { BackupError } from "../../domain/errors";
import { type DiscardedRestore, discardRestore } from "../../restore/discard-restore";
import type { RestoreReportLine } from "../../restore/report/report-line";
import type { RestoreWorld } from "../../restore/run-restore";
import type { RestoreLine } from "../../restore/write/restore-journal";
import type { BrokenRestore } from "../../screens/restore/restore-desk";
import { readPrivateRestore, removePrivateRestore } from "../../workspace/private-restores";
import { planText } from "../wiring/plan-text";
import { reportInto } from "./restore-report";

interface DiscardHost extends Pick<RestoreWorld, "restores" | "clock" | "requests"> {
  baseUrl: string;
}

/**
 * Gives up a restore that was broken off in this browser: the history is told of it, and what is kept of it here goes. Rejects as `discardRestore` does; then it
 * can be tried again.
 */
export async function discardInBrowser(
  kept: BrokenRestore,
  { baseUrl, ...world }: DiscardHost,
  why?: BackupError,
): Promise<DiscardedRestore & { lines: RestoreReportLine[] }> {
  const { restoreId } = kept.start;
  const lines: RestoreReportLine[] = [];
  const discarded = await discardRestore(
    kept,
    {
      ...world,
      journal: { lines: () => readPrivateRestore<RestoreLine>(restoreId), note: async () => undefined },
      planText: (plan) => planText(kept.start, { ...kept, baseUrl }, plan),
      openReport: async () => reportInto(lines),
    },
    why,
  );
  await removePrivateRestore(restoreId);
  return { ...discarded, lines };
}
