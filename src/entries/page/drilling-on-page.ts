import { toBackupError } from "../../domain/errors";
import { interruptRun } from "../../history/lock/take-over";
import type { DrillDesk } from "../../screens/drill/drill-desk";
import { whileBegun } from "../../workspace/begun-drills";
import type { ArchiveWork } from "../worker/archive-work";
import type { RestoreVisit } from "../worker/restore-visit";
import { newRunId } from "../wiring/run-options";
import { storeOfPage } from "./store-of-page";

/** What a page does for a drill beside the work itself. */
export function drillingOnPage(
  { appId, operator }: RestoreVisit,
  work: ArchiveWork,
): Pick<DrillDesk, "newDrillId" | "saveAction" | "drill"> {
  return {
    newDrillId: () => newRunId(new Date()),
    saveAction: (id, action) => storeOfPage().update([{ id, record: { drill_corrective_action: { value: action } } }]),
    drill(asked, watcher) {
      const { drillId, appName } = asked;
      const begun = { drillId, appName, appId, operatorCode: operator.code, startedAt: new Date().toISOString() };
      return whileBegun(begun, () => work.drill(asked, watcher)).catch(async (thrown: unknown) => {
        // Its Worker is gone, and nobody would ever write its end.
        if (toBackupError(thrown).code === "RUN_SILENT") {
          await interruptRun(storeOfPage(), drillId).catch(() => undefined);
        }
        throw thrown;
      });
    },
  };
}
