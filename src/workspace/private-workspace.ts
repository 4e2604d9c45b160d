import type { Journal } from "../domain/journal";
import type { FileWriter, Workspace } from "../domain/workspace";
import { privateFile, type PrivateFile } from "./private-file";
import { fileSystemFailure, openOutput, type PrivateFileOutput } from "./private-file-output";
import { removeIfThere, runsFolder } from "./private-folders";
import { openPrivateJournal } from "./private-journal";
import { holdRun } from "./run-lock";

interface PrivateFileWriter extends FileWriter {
  close(): Promise<PrivateFile>;
}

export interface PrivateWorkspace extends Workspace {
  create(name: string): Promise<PrivateFileWriter>;
  /** Where `canKeepJournal`. `about` tells later attempts what run it is. */
  openJournal<Line>(about: unknown): Promise<Journal<Line>>;
}

/**
 * A workspace in the browser's private file system (OPFS), in a Worker or on a page. It holds the run (see `run-lock`)
 * until `clear`, or until its context ends; then `sweepPrivateRuns` may remove what is left.
 */
export async function createPrivateWorkspace(runId: string): Promise<PrivateWorkspace> {
  const release = await holdRun(runId);
  const runs = await runsFolder();
  const folder = await runs.getDirectoryHandle(runId, { create: true }).catch(fileSystemFailure);
  const unfinished = new Set<PrivateFileOutput>();

  return {
    async create(name) {
      const handle = await folder.getFileHandle(name, { create: true }).catch(fileSystemFailure);
      const output = await openOutput(handle);
      unfinished.add(output);
      return {
        isLasting: output.isLasting,
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
    openJournal: (about) => openPrivateJournal(folder, about),

    async clear() {
      // A file that is open cannot be removed.
      await Promise.all([...unfinished].map((output) => output.abandon()));
      unfinished.clear();
      await removeIfThere(runs, runId);
      release();
    },
  };
}
