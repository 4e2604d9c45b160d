import type { FileWriter, Workspace } from "../engine/workspace";
import { privateFile, type PrivateFile } from "./private-file";
import { openOutput, type PrivateFileOutput } from "./private-file-output";
import { holdRun, ifNobodyHolds } from "./run-lock";

interface PrivateFileWriter extends FileWriter {
  close(): Promise<PrivateFile>;
}

export interface PrivateWorkspace extends Workspace {
  create(name: string): Promise<PrivateFileWriter>;
}

/** Everything on a kintone domain shares one private file system; below this are one folder per run. */
const FOLDER = "kintone-backup-manager";

/**
 * A workspace in the browser's private file system (OPFS), in a Worker or on a page. It holds the run (see `run-lock`)
 * until `clear`, or until its context ends; then `sweepPrivateWorkspaces` may remove what is left.
 */
export async function createPrivateWorkspace(runId: string): Promise<PrivateWorkspace> {
  const release = await holdRun(runId);
  const runs = await runsFolder();
  const folder = await runs.getDirectoryHandle(runId, { create: true });
  const unfinished = new Set<PrivateFileOutput>();

  return {
    async create(name) {
      const handle = await folder.getFileHandle(name, { create: true });
      const output = await openOutput(handle);
      unfinished.add(output);
      return {
        write: (chunk) => output.write(chunk),
        async close() {
          unfinished.delete(output);
          await output.close();
          return privateFile(name, await handle.getFile());
        },
        async discard() {
          unfinished.delete(output);
          await output.abandon();
          await removeIfThere(folder, name);
        },
      };
    },

    remove: (name) => removeIfThere(folder, name),

    async clear() {
      // A file that is open cannot be removed.
      await Promise.all([...unfinished].map((output) => output.abandon()));
      unfinished.clear();
      await removeIfThere(runs, runId);
      release();
    },
  };
}

/** A browser may still be saving a download when its page is gone; by then it has had the time. */
const SAVED_AFTER_MS = 10 * 60_000;

/**
 * Removes the files of runs that nobody holds, because their tab was closed or crashed, and that nothing was written to
 * for a while. Resolves to their run ids.
 */
export async function sweepPrivateWorkspaces(now: Date): Promise<string[]> {
  const runs = await runsFolder();
  const swept: string[] = [];
  for (const [runId, folder] of await entriesOf(runs)) {
    if (folder.kind !== "directory" || (await lastWrite(folder)) > now.getTime() - SAVED_AFTER_MS) continue;
    if (await ifNobodyHolds(runId, () => removeIfThere(runs, runId))) swept.push(runId);
  }
  return swept;
}

/** Milliseconds since 1970; 0 for a folder without files. */
async function lastWrite(folder: FileSystemDirectoryHandle): Promise<number> {
  let latest = 0;
  for (const [, entry] of await entriesOf(folder)) {
    if (entry.kind === "file") latest = Math.max(latest, (await entry.getFile()).lastModified);
  }
  return latest;
}

type Entry = FileSystemDirectoryHandle | FileSystemFileHandle;

async function entriesOf(folder: FileSystemDirectoryHandle): Promise<Array<[string, Entry]>> {
  const entries: Array<[string, Entry]> = [];
  for await (const [name, handle] of folder.entries()) entries.push([name, handle as Entry]);
  return entries;
}

async function runsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

async function removeIfThere(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await folder.removeEntry(name, { recursive: true }).catch((thrown: unknown) => {
    if (!(thrown instanceof Error && thrown.name === "NotFoundError")) throw thrown;
  });
}
