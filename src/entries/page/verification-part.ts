import { archiveDigest } from "../../archive/manifest/archive-digest";
import { type RunVolumes, runVolumes } from "../../history/runs/run-volumes";
import { toldSaved } from "../../history/saved/told-saved";
import { removeSavingPlace } from "../../screens/page/saving-place";
import { savingMessagesFor } from "../../screens/text/saving/language";
import type { ToldArchive } from "../../screens/verify/judgement";
import { mountVerifySection } from "../../screens/verify/verify-section";
import type { VerificationPart } from "./parts";
import { createShowingDesk } from "./showing-desk";
import { verifyInWorker } from "./verify-in-worker";

/** Lets people check on a run's record whether zip files are those that it speaks of. */
export function createVerificationPart(script: string): VerificationPart {
  return {
    draw(place, record) {
      const told = runVolumes(record);
      return (
        told &&
        mountVerifySection(place, {
          messages: savingMessagesFor(kintone.getLoginUser().language),
          told: withOwnDigest(told),
          check: (files, watcher) => verifyInWorker(script, { files, runId: told.runId }, watcher),
          // Who checks all files of a run has shown them, too.
          ...(toldSaved(record).saved === "unconfirmed" && { confirm: confirming(script, told.runId) }),
        })
      );
    },
  };
}

function confirming(script: string, runId: string) {
  return createShowingDesk(script, { runId, onSaved: removeSavingPlace }).confirm;
}

/** A run without volumes has no digest, and that is in order. */
function withOwnDigest(told: RunVolumes): ToldArchive {
  const { volumes } = told;
  return { ...told, digestAgrees: told.archiveDigest === (volumes.length > 0 ? archiveDigest(volumes) : "") };
}
