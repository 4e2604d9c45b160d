import { createPrivateWorkspace } from "../../../src/workspace/private-workspace";
import type { MortalRun } from "../../contracts/journal";
import { mortalFiles } from "./mortal-files";
import { folderOf } from "./private-files";

/** Runs of this Worker. */
export function mortalRuns(): () => Promise<MortalRun> {
  const { kill, tear } = mortalFiles();
  let runs = 0;
  return async () => {
    const runId = `mortal-${(runs += 1)}`;
    return {
      async attempt() {
        kill();
        const workspace = await createPrivateWorkspace(runId);
        return { workspace, journal: await workspace.openJournal({ runId }) };
      },
      tear: async (text) => tear(await folderOf(runId), text),
    };
  };
}
