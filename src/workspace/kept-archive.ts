import { type PrivateFile, privateFile } from "./private-file";
import { runFolders, runsFolder } from "./private-folders";
import { readJson, writeJson } from "./private-json";

/** Beside the volumes of a run that are kept for the next one. */
const KEPT_FILE = "kept.json";

/** Whose archive it is: another user may have been allowed to read more, or less. */
export interface Keeper {
  /** Of the backup-management app. */
  appId: string;
  operatorCode: string;
}

/** A volume under the name that people see, and its file among those of the run. */
export interface KeptVolume {
  name: string;
  file: string;
}

interface Kept extends Keeper {
  volumes: KeptVolume[];
}

/** Keeps the volumes of a run in this browser, until a later run of the same keeper is kept. */
export async function keepArchive(runId: string, keeper: Keeper, volumes: KeptVolume[]): Promise<void> {
  const folder = await (await runsFolder()).getDirectoryHandle(runId);
  await writeJson(folder, KEPT_FILE, { ...keeper, volumes } satisfies Kept);
}

/** The volumes that were kept last for the keeper. */
export async function keptArchive(keeper: Keeper): Promise<Array<{ name: string; source: PrivateFile }> | undefined> {
  const [latest] = (await keptArchives()).filter(({ kept }) => isOf(kept, keeper));
  if (!latest) return undefined;
  return Promise.all(
    latest.kept.volumes.map(async ({ name, file }) => {
      const handle = await latest.folder.getFileHandle(file);
      return { name, source: privateFile(file, await handle.getFile()) };
    }),
  );
}

/** Lets go of what is kept for an app: its files are then swept like those of other runs. */
export async function forgetKeptArchives(appId: string): Promise<void> {
  for (const { kept, folder } of await keptArchives()) {
    if (kept.appId === appId) await folder.removeEntry(KEPT_FILE).catch(() => undefined);
  }
}

/** The runs whose archives a later run may need: of each keeper, the latest. */
export async function runsKept(): Promise<ReadonlySet<string>> {
  const latest = new Map<string, string>();
  for (const { runId, kept } of await keptArchives()) {
    const keeper = JSON.stringify([kept.appId, kept.operatorCode]);
    if (!latest.has(keeper)) latest.set(keeper, runId);
  }
  return new Set(latest.values());
}

/** The newest first: run ids begin with the time. */
async function keptArchives() {
  const archives: Array<{ runId: string; folder: FileSystemDirectoryHandle; kept: Kept }> = [];
  for (const [runId, folder] of await runFolders()) {
    const kept = (await readJson(folder, KEPT_FILE)) as Kept | undefined;
    if (kept) archives.push({ runId, folder, kept });
  }
  return archives.sort((a, b) => (a.runId < b.runId ? 1 : -1));
}

function isOf(kept: Kept, { appId, operatorCode }: Keeper): boolean {
  return kept.appId === appId && kept.operatorCode === operatorCode;
}
