import { asAssumedIf, type Finding } from "../finding";

/** As much of a synchronous handle as is tried. */
interface SyncAccessHandle {
  write(chunk: Uint8Array, options: { at: number }): number;
  read(into: Uint8Array, options: { at: number }): number;
  close(): void;
}

const FILE = "kintone-backup-manager-probe-in-worker";
const BYTES = new TextEncoder().encode("probe");

/** From now on this Worker says, when it is asked, whether it can write files at once. */
export function answerInWorker(): void {
  addEventListener("message", () => {
    void trySynchronousHandle().then((finding) => postMessage(finding));
  });
  postMessage("ready");
}

async function trySynchronousHandle(): Promise<Finding> {
  try {
    const root = await navigator.storage.getDirectory();
    const handle = (await root.getFileHandle(FILE, { create: true })) as FileSystemFileHandle & {
      createSyncAccessHandle(): Promise<SyncAccessHandle>;
    };
    try {
      const access = await handle.createSyncAccessHandle();
      const read = new Uint8Array(BYTES.length);
      access.write(BYTES, { at: 0 });
      access.read(read, { at: 0 });
      access.close();
      const isSo = read.every((byte, index) => byte === BYTES[index]);
      return asAssumedIf(isSo, isSo ? "OK" : "≠");
    } finally {
      await root.removeEntry(FILE);
    }
  } catch (thrown) {
    return asAssumedIf(false, thrown instanceof Error ? thrown.name : "");
  }
}
