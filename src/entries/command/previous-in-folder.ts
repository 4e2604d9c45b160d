import { stat } from "node:fs/promises";
import path from "node:path";
import type { Keys } from "../../archive/encryption/keys";
import { type OpenArchive, openArchive } from "../../archive/reading/open-archive";
import type { NamedVolume } from "../../archive/verify/verify-archive";
import type { Volume } from "../../domain/outcome";
import type { RecordStore } from "../../domain/record-store";
import { earlierArchives } from "../../history/runs/earlier-archives";
import { storedFile } from "../../workspace/stored-file";
import { ClosedFile } from "./encrypted/closed-file";
import { openedZip } from "./open-zips";
import { measured } from "./zip-files";

interface PreviousWanted {
  operatorCode: string;
  /** What opens an encrypted one. */
  keys: Keys;
  /** Told of one that nothing of that opens. */
  onClosed: () => void;
}

/**
 * The newest archive in a folder that the history tells of, if it is there whole and unchanged to the last byte: what was tampered
 * with must not find its way into a new archive. Never rejects: without one, everything is read afresh.
 */
export async function previousInFolder(
  folder: string,
  store: RecordStore,
  { operatorCode, keys, onClosed }: PreviousWanted,
): Promise<OpenArchive | undefined> {
  const archives = await earlierArchives(store, operatorCode).catch(() => []);
  for (const { volumes } of archives) {
    if (!(await areThere(volumes, folder)) || !(await areUnchanged(volumes, folder))) continue;
    const named = await Promise.all(volumes.map((volume) => opened(folder, volume, keys))).catch(closed);
    const previous = named && (await openArchive(named));
    if (previous) return previous;
  }
  return undefined;

  function closed(thrown: unknown): undefined {
    if (!(thrown instanceof ClosedFile)) throw thrown;
    onClosed();
  }
}

async function opened(folder: string, { name, size, zip }: Volume, keys: Keys): Promise<NamedVolume> {
  const source = storedFile(path.join(folder, name), name, size);
  return zip ? openedZip(name, source, keys) : { name, source };
}

async function areThere(volumes: readonly Volume[], folder: string): Promise<boolean> {
  const found = await Promise.all(
    volumes.map(async ({ name, size }) => {
      // Names come from a record that people can edit.
      if (name !== path.basename(name)) return false;
      return stat(path.join(folder, name)).then(
        (file) => file.isFile() && file.size === size,
        () => false,
      );
    }),
  );
  return found.every(Boolean);
}

async function areUnchanged(volumes: readonly Volume[], folder: string): Promise<boolean> {
  for (const { name, sha256 } of volumes) {
    const file = await measured(path.join(folder, name)).catch(() => undefined);
    if (file?.sha256 !== sha256) return false;
  }
  return true;
}
