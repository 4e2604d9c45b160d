import { offerDownload } from "../../destinations/browser-download";
import { BackupError } from "../../domain/errors";
import type { Volume } from "../../domain/outcome";
import { runVolumes } from "../../history/runs/run-volumes";
import { mountSavingPanel, openSavingDialog } from "../../screens/saving/saving-dialog";
import { savingMessagesFor } from "../../screens/text/saving/language";
import { letGoOfUnsaved, type UnsavedPrivateRun } from "../../workspace/private-runs";
import { holdRun } from "../../workspace/run-lock";
import { unsavedFiles } from "../../workspace/unsaved-archive";
import type { SavingPart } from "./parts";
import { createShowingDesk } from "./showing-desk";
import { findUnsavedRuns } from "./unsaved-runs";

/** Lets people save the zips of a run once more, and show those that they have saved. */
export function createSavingPart(script: string): SavingPart {
  const messages = () => savingMessagesFor(kintone.getLoginUser().language);
  return {
    async open(run) {
      // The volumes stay where they are until the dialog is closed.
      const release = await holdRun(run.runId);
      const desk = createShowingDesk(script, { runId: run.runId, onSaved: release });
      try {
        await openSavingDialog({ volumes: run.volumes, messages: messages(), desk, ...(await copyOf(run)) });
      } finally {
        release();
      }
    },
    discard: ({ runId }) => letGoOfUnsaved(runId),
    async draw(place, record) {
      const told = runVolumes(record);
      if (!told) return undefined;
      const here = (await findUnsavedRuns()).find(({ runId }) => runId === told.runId);
      return mountSavingPanel(place, {
        volumes: told.volumes,
        messages: messages(),
        desk: createShowingDesk(script, { runId: told.runId }),
        ...(here && (await copyOf(here))),
      });
    },
  };
}

/** What lies in this browser, to be saved once more. */
async function copyOf(run: UnsavedPrivateRun) {
  const files = await unsavedFiles(run);
  const save = ({ name }: Volume) => {
    const file = files.get(name);
    if (!file) throw new BackupError("DELIVERY_FAILED", `${name} is not at hand`, { facts: { path: name } });
    offerDownload(name, file);
  };
  return { save, until: run.until };
}
