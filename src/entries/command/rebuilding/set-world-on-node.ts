import { rm } from "node:fs/promises";
import path from "node:path";
import type { SetLine } from "../../../restore/apps/records/set-journal";
import type { SetReportLine } from "../../../restore/apps/records/set-report-line";
import { archivedIdOf } from "../../../restore/apps/records/set-app";
import type { SetWorld } from "../../../restore/apps/records/set-world";
import { openDurableLines } from "../../../workspace/durable-lines";
import { newRunId } from "../../wiring/run-options";
import { planText } from "../../wiring/plan-text";
import type { RestoreAccess } from "../../wiring/restoring";
import { createLinesFile } from "../lines-file";
import { createReportFile } from "../restoring/report-file";
import { createRestoreFolder, type RestoreFolder, unfinishedRestores } from "../restoring/restore-folder";

interface SetOnNode {
  /** The hidden folder of what is being made. */
  hidden: string;
  /** Where reports go, beside the archives. */
  folder: string;
  reportPath: string;
  baseUrl: string;
  managementApp: string;
  report: SetWorld["report"];
}

/** What the records of a set need of the world, in Node: each restore keeps its plan and journal in a folder of its own, in that of what is being made. */
export async function setWorldOnNode(
  access: RestoreAccess,
  on: SetOnNode,
): Promise<SetWorld & { close(): Promise<void> }> {
  const { hidden, folder, reportPath, baseUrl, managementApp } = on;
  const lines = await openDurableLines<SetLine>(path.join(hidden, "records.jsonl"));
  const told = await createLinesFile<SetReportLine>(reportPath, "written-anew");
  const open = new Set<RestoreFolder>();
  return {
    ...access,
    journal: { lines: () => lines.lines(), note: (line) => lines.note(line) },
    sink: {
      ...access.sink,
      upload: (app, file) =>
        access.sink.upload(app, file).finally(() => Promise.all([...open].map((each) => each.release(file.data)))),
    },
    async room(pass, app) {
      const id = archivedIdOf(app);
      const all = await unfinishedRestores(hidden);
      const earlier = all.find(({ about: { start, choices } }) => {
        return start.archive.appId === id && choices.putBack === (pass === "keys");
      })?.about;
      const kept = createRestoreFolder(hidden, `${pass}-${id}`);
      open.add(kept);
      let restoreId = earlier?.start.restoreId;
      return {
        ...(earlier && { earlier }),
        ...{ journal: kept.journal, blobOf: kept.blobOf },
        keep(made, about) {
          restoreId = made.start.restoreId;
          return kept.keep({ ...made, ...about, baseUrl, managementApp });
        },
        openReport: () => createReportFile(path.join(folder, `${restoreId ?? id}.report.jsonl`)),
        async clear() {
          open.delete(kept);
          await kept.clear();
        },
      };
    },
    newRestoreId: newRunId,
    planText: (start, about, plan) => planText(start, { ...about, baseUrl }, plan),
    tell: told.tell,
    report: on.report,
    async close() {
      await told.close();
      await lines.close();
    },
  };
}

/** Nothing of it is needed any more. */
export const clearSet = (hidden: string): Promise<void> => rm(hidden, { recursive: true, force: true });
