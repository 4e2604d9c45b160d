import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { inStagingFolder } from "../../../destinations/staging-folder";
import { BackupError } from "../../../domain/errors";
import type { Volume } from "../../../domain/outcome";
import { storedFile } from "../../../workspace/stored-file";
import type { OpenPlace } from "../places";

/** None of the other places has what is to be brought. */
export class NowhereWhole extends Error {}

/**
 * Brings volumes from a place that has them to one that lacks them, by way of this machine: each is what the history tells before it
 * leaves, and proven to be there afterwards.
 */
export async function bring(
  volumes: readonly Volume[],
  { from, to, staging, signal }: { from: readonly OpenPlace[]; to: OpenPlace; staging: string; signal: AbortSignal },
): Promise<void> {
  for (const volume of volumes) {
    await inStagingFolder(
      staging,
      (folder) => fetchFromAny(volume, from, folder, signal),
      async (folder) => {
        const file = storedFile(join(folder, volume.name), volume.name, volume.size);
        const { proof } = await to.destination.deliver({ ...volume, file }, signal);
        if (proof || (await isThere(volume, to, signal))) return;
        throw new BackupError("ARCHIVE_DAMAGED", "What was delivered is another", { facts: { path: volume.name } });
      },
    );
  }
}

async function fetchFromAny(volume: Volume, from: readonly OpenPlace[], folder: string, signal: AbortSignal) {
  for (const place of from) {
    const path = join(folder, volume.name);
    const isWhole = await copied(volume, place, path, signal).catch(() => signal.throwIfAborted());
    if (isWhole) return;
  }
  throw new NowhereWhole();
}

/** Whether the place had the volume as the history tells it. */
async function copied(volume: Volume, { destination }: OpenPlace, path: string, signal: AbortSignal): Promise<boolean> {
  const handle = await open(path, "w");
  try {
    return await isSame(volume, destination.read(volume.name), signal, (chunk) => handle.appendFile(chunk));
  } finally {
    await handle.close();
  }
}

const isThere = (volume: Volume, { destination }: OpenPlace, signal: AbortSignal) =>
  isSame(volume, destination.read(volume.name), signal);

async function isSame(
  { size, sha256 }: Volume,
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  keep?: (chunk: Uint8Array) => Promise<void>,
): Promise<boolean> {
  const hash = createHash("sha256");
  let found = 0;
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    hash.update(chunk);
    found += chunk.length;
    await keep?.(chunk);
  }
  return found === size && hash.digest("hex") === sha256;
}
