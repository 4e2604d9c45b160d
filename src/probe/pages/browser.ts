import { asAssumedIf, type Finding } from "../finding";

/** The smallest module: its magic number and its version. */
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

export function webAssembly(): Promise<Finding> {
  return whether(async () => {
    await WebAssembly.compile(EMPTY_MODULE);
    return true;
  });
}

const TEXT = "probe ".repeat(1000);

export function compressionStream(): Promise<Finding> {
  return whether(async () => {
    const packed = new Blob([TEXT]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const unpacked = packed.pipeThrough(new DecompressionStream("deflate-raw"));
    return (await new Response(unpacked).text()) === TEXT;
  });
}

/** Of nobody else's: runs have a folder. */
const FILE = "kintone-backup-manager-probe";

/** What is there may still be of no use: a policy may forbid it, a disk may be full. */
export function privateFiles(): Promise<Finding> {
  return whether(async () => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle(FILE, { create: true });
    try {
      const writable = await handle.createWritable();
      await writable.write(TEXT);
      await writable.close();
      return (await (await handle.getFile()).text()) === TEXT;
    } finally {
      await root.removeEntry(FILE);
    }
  });
}

/** A browser that forbids something throws; by the name of that, it is told. */
async function whether(works: () => Promise<boolean>): Promise<Finding> {
  try {
    const isSo = await works();
    return asAssumedIf(isSo, isSo ? "OK" : "≠");
  } catch (thrown) {
    return asAssumedIf(false, thrown instanceof Error ? thrown.name : "");
  }
}
