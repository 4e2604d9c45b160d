import { toldSaved } from "../../history/saved/told-saved";
import { removeSavingPlace } from "../../screens/page/saving-place";
import { rehearsalMessagesFor } from "../../screens/text/rehearsal/language";
import { savingMessagesFor } from "../../screens/text/saving/language";
import { mountVerifySection } from "../../screens/verify/verify-section";
import type { VerificationPart } from "./parts";
import { createShowingDesk } from "./showing-desk";
import { toldArchive } from "./told-archive";
import { rehearseInWorker, verifyInWorker } from "./verify-in-worker";

/** Lets people check on a run's record whether zip files are those that it speaks of. */
export function createVerificationPart(script: string): VerificationPart {
  return {
    draw(place, record) {
      const told = toldArchive(record);
      const { language } = kintone.getLoginUser();
      return (
        told &&
        mountVerifySection(place, {
          messages: { ...rehearsalMessagesFor(language), ...savingMessagesFor(language) },
          told,
          check: (files, watcher) => verifyInWorker(script, { files, runId: told.runId }, watcher),
          rehearse: (files, watcher) => rehearseInWorker(script, { files, language }, watcher),
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
