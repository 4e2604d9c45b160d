import { archiveDigest } from "../../archive/manifest/archive-digest";
import type { AppRecord } from "../../domain/record-store";
import { type RunVolumes, runVolumes } from "../../history/runs/run-volumes";
import { auditorMessagesFor } from "../../screens/text/verify/language";
import type { ToldArchive } from "../../screens/verify/judgement";
import { mountVerifySection } from "../../screens/verify/verify-section";
import { verifyInWorker } from "./verify-in-worker";

/**
 * Lets people check on a run's record whether zip files are those that it speaks of. Nothing is written, so whoever may
 * read the record may do it.
 *
 * @param record of any type; it is offered for runs that have ended
 * @param script URL of the plugin's desktop bundle
 */
export function offerVerification(record: AppRecord, script: string): void {
  const told = isEndedRun(record) ? runVolumes(record) : undefined;
  // The element above a record's fields (cybozu.dev, "get-record-header-menu-space-element").
  const space = kintone.app.record.getHeaderMenuSpaceElement();
  if (!told || !space) return;
  mountVerifySection(space, {
    messages: auditorMessagesFor(kintone.getLoginUser().language),
    told: withOwnDigest(told),
    check: (files, watcher) => verifyInWorker(script, { files, runId: told.runId }, watcher),
  });
}

function isEndedRun({ record_type: type, run_status: status }: AppRecord): boolean {
  return type?.value === "run" && status?.value !== "running";
}

/** A run without volumes has no digest, and that is in order. */
function withOwnDigest(told: RunVolumes): ToldArchive {
  const { volumes } = told;
  return { ...told, digestAgrees: told.archiveDigest === (volumes.length > 0 ? archiveDigest(volumes) : "") };
}
