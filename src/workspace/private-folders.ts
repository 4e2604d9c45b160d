import { fileSystemFailure } from "./private-file-output";

/** Everything on a kintone domain shares one private file system, if pages may use it there (UNCONFIRMED(private-files)); below this is one folder per run. */
const FOLDER = "kintone-backup-manager";
/** Beside it, as runs are swept and restores are not. */
const RESTORES_FOLDER = "kintone-backup-manager-restores";
const REBUILDS_FOLDER = "kintone-backup-manager-rebuilds";

type Entry = FileSystemDirectoryHandle | FileSystemFileHandle;

export async function entriesOf(folder: FileSystemDirectoryHandle): Promise<Array<[string, Entry]>> {
  const entries: Array<[string, Entry]> = [];
  for await (const [name, handle] of folder.entries()) entries.push([name, handle as Entry]);
  return entries;
}

/** Below it is a folder for each run. */
export async function runsFolder(): Promise<FileSystemDirectoryHandle> {
  // Firefox refuses the whole of it in a private window.
  const root = await navigator.storage.getDirectory().catch(fileSystemFailure);
  return root.getDirectoryHandle(FOLDER, { create: true }).catch(fileSystemFailure);
}

/** Below it is a folder for each restore. */
export async function restoresFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory().catch(fileSystemFailure);
  return root.getDirectoryHandle(RESTORES_FOLDER, { create: true }).catch(fileSystemFailure);
}

/** Below it is a folder for each time that apps were made anew. */
export async function rebuildsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory().catch(fileSystemFailure);
  return root.getDirectoryHandle(REBUILDS_FOLDER, { create: true }).catch(fileSystemFailure);
}

/** What apps that were made anew left in this browser. Nothing is made by looking. */
export function rebuildFolders(): Promise<Array<[string, FileSystemDirectoryHandle]>> {
  return foldersIn(REBUILDS_FOLDER);
}

/** The folders of the restores that left something in this browser, by their ids. Nothing is made by looking. */
export function restoreFolders(): Promise<Array<[string, FileSystemDirectoryHandle]>> {
  return foldersIn(RESTORES_FOLDER);
}

/** The folders of the runs that left something in this browser, by run id. Nothing is made by looking. */
export function runFolders(): Promise<Array<[string, FileSystemDirectoryHandle]>> {
  return foldersIn(FOLDER);
}

async function foldersIn(name: string): Promise<Array<[string, FileSystemDirectoryHandle]>> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(name).catch(() => undefined);
  const entries = folder ? await entriesOf(folder) : [];
  return entries.filter((entry): entry is [string, FileSystemDirectoryHandle] => entry[1].kind === "directory");
}

export async function removeIfThere(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await folder.removeEntry(name, { recursive: true }).catch((thrown: unknown) => {
    if (!(thrown instanceof Error && thrown.name === "NotFoundError")) throw thrown;
  });
}
