import { createPrivateWorkspace } from "../../../src/workspace/private-workspace";
import type { MortalRun } from "../../contracts/journal";
import { folderOf } from "./private-files";

interface SyncAccessHandle {
  getSize(): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  close(): void;
}

type Opening = (this: FileSystemFileHandle) => Promise<SyncAccessHandle>;

/** Runs of this Worker. Killing one is what the browser does when a Worker is killed: it lets go of the files that were open. */
export function mortalRuns(): () => Promise<MortalRun> {
  const open = new Set<SyncAccessHandle>();
  const kind = FileSystemFileHandle.prototype as unknown as { createSyncAccessHandle: Opening };
  const original = kind.createSyncAccessHandle;
  kind.createSyncAccessHandle = async function watched() {
    const handle = await original.call(this);
    open.add(handle);
    return handle;
  };
  const kill = () => {
    for (const handle of open) handle.close();
    open.clear();
  };

  let runs = 0;
  return async () => {
    const runId = `mortal-${(runs += 1)}`;
    return {
      async attempt() {
        kill();
        const workspace = await createPrivateWorkspace(runId);
        return { workspace, journal: await workspace.openJournal({ runId }) };
      },
      async tear(text) {
        kill();
        const file = await (await folderOf(runId)).getFileHandle("journal.jsonl", { create: true });
        const handle = await original.call(file);
        handle.write(new TextEncoder().encode(text), { at: handle.getSize() });
        handle.close();
      },
    };
  };
}
