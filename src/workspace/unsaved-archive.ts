import type { Volume } from "../domain/outcome";
import type { Keeper, KeptVolume } from "./kept-archive";
import { runsFolder } from "./private-folders";
import { readJson, writeJson } from "./private-json";

/** Beside the volumes of a finished run that are not known to be saved anywhere else. */
const UNSAVED_FILE = "unsaved.json";

/** A finished run whose volumes are in this browser, and nobody knows where else. */
export interface UnsavedArchive extends Keeper {
  runId: string;
  /** ISO, UTC. */
  startedAt: string;
  volumes: Array<Volume & KeptVolume>;
}

/** Keeps the volumes of a run in this browser until they are shown, for as long as `private-runs.ts` lets them. */
export async function keepUnsaved(archive: UnsavedArchive): Promise<void> {
  await writeJson(await folderOf(archive.runId), UNSAVED_FILE, archive);
}

export async function forgetUnsaved(runId: string): Promise<void> {
  const folder = await folderOf(runId).catch(() => undefined);
  await folder?.removeEntry(UNSAVED_FILE).catch(() => undefined);
}

/** What waits in a run's folder; `undefined` when nothing does. */
export async function readUnsaved(folder: FileSystemDirectoryHandle): Promise<UnsavedArchive | undefined> {
  return (await readJson(folder, UNSAVED_FILE)) as UnsavedArchive | undefined;
}

/** The volumes themselves, by the names that people see; one that is gone is left out. */
export async function unsavedFiles({ runId, volumes }: UnsavedArchive): Promise<Map<string, File>> {
  const folder = await folderOf(runId).catch(() => undefined);
  const files = new Map<string, File>();
  for (const { name, file } of volumes) {
    const handle = await folder?.getFileHandle(file).catch(() => undefined);
    if (handle) files.set(name, await handle.getFile());
  }
  return files;
}

async function folderOf(runId: string): Promise<FileSystemDirectoryHandle> {
  return (await runsFolder()).getDirectoryHandle(runId);
}
