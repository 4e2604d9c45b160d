import { toBackupError } from "../../domain/errors";
import { confirmSaved } from "../../history/saved/confirm-saved";
import type { ShowingDesk } from "../../screens/saving/saving-panel";
import type { Settled } from "../../screens/saving/settled";
import { letGoOfUnsaved } from "../../workspace/private-runs";
import { storeOfPage } from "./store-of-page";
import { measureInWorker } from "./verify-in-worker";

interface Showing {
  /** As the archive has it. */
  runId: string;
  /** The files are saved: what is here of them is let go of afterwards. */
  onSaved?: () => void;
}

/**
 * What becomes of files that are shown on a page: measured in a Worker, and written down as the user who shows them.
 *
 * @param script URL of the plugin's second file
 */
export function createShowingDesk(script: string, { runId, onSaved }: Showing): ShowingDesk {
  return {
    measure: (files, watcher) => measureInWorker(script, files, watcher),
    async confirm(files): Promise<Settled> {
      const by = kintone.getLoginUser().name;
      try {
        const kind = await confirmSaved(storeOfPage(), { runId, files, by, at: new Date() });
        if (kind !== "other-files") {
          onSaved?.();
          await letGoOfUnsaved(runId).catch(() => undefined);
        }
        return { kind };
      } catch (thrown) {
        return { kind: "failed", error: toBackupError(thrown) };
      }
    },
  };
}
