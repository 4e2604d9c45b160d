interface SyncAccessHandle {
  getSize(): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  close(): void;
}

type Opening = (this: FileSystemFileHandle) => Promise<SyncAccessHandle>;

/** The files of a Worker that may be killed at any moment. */
interface MortalFiles {
  /** What the browser does when a Worker is killed: it lets go of the files that were open. */
  kill(): void;
  /** What is left at the end of a folder's journal when the Worker is killed in the middle of a write. */
  tear(folder: FileSystemDirectoryHandle, text: string): Promise<void>;
}

/** Of this Worker, from now on. */
export function mortalFiles(): MortalFiles {
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
  return {
    kill,
    async tear(folder, text) {
      kill();
      const handle = await original.call(await folder.getFileHandle("journal.jsonl", { create: true }));
      handle.write(new TextEncoder().encode(text), { at: handle.getSize() });
      handle.close();
    },
  };
}
