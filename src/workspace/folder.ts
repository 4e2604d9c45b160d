import { mkdir, open, readdir, rm, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { Journal } from "../domain/journal";
import type { Workspace } from "../domain/workspace";
import { openFolderJournal } from "./folder-journal";
import { fileSystemFailure, storedFile } from "./stored-file";

export interface FolderWorkspace extends Workspace {
  /** `about` tells later attempts what run it is. */
  openJournal<Line>(about: unknown): Promise<Journal<Line>>;
}

/** A workspace in `<parent>/<runId>` of the file system (Node). The folder is made now and goes with `clear`. */
export async function createFolderWorkspace(parent: string, runId: string): Promise<FolderWorkspace> {
  const folder = join(parent, runId);
  const unfinished = new Set<FileHandle>();
  await mkdir(folder, { recursive: true }).catch(fileSystemFailure);

  async function finish(handle: FileHandle): Promise<void> {
    unfinished.delete(handle);
    await handle.close();
  }

  return {
    async create(name) {
      const path = join(folder, name);
      const handle = await open(path, "wx").catch(fileSystemFailure);
      unfinished.add(handle);
      let size = 0;
      return {
        isLasting: true,
        async write(chunk) {
          await handle.appendFile(chunk).catch(fileSystemFailure);
          size += chunk.length;
        },
        async close() {
          await finish(handle).catch(fileSystemFailure);
          return storedFile(path, name, size);
        },
        async discard() {
          await finish(handle);
          await rm(path, { force: true });
        },
      };
    },

    async remove(name) {
      await rm(join(folder, name), { force: true }).catch(fileSystemFailure);
    },

    openJournal: (about) => openFolderJournal(folder, about),

    async clear() {
      await Promise.all([...unfinished].map(finish));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A run that waits for another day of requests writes again within one: what is older was left by one that was killed. */
const LEFT_BEHIND_HOURS = 48;

/** Removes the workspaces below `parent` that begin with `prefix` and that nothing was written to for two days. */
export async function sweepFolderWorkspaces(parent: string, prefix: string, now: Date): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(parent, name);
    if (now.getTime() - (await lastWritten(folder)) < LEFT_BEHIND_HOURS * 3_600_000) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Milliseconds since 1970. A folder's own time is when a file in it was made or removed: a run that reads comments for days, a few hours of
 * each, only goes on writing to those that are there.
 */
async function lastWritten(folder: string): Promise<number> {
  const within = await readdir(folder).catch(() => []);
  const places = [folder, ...within.map((name) => join(folder, name))];
  const times = await Promise.all(
    places.map((place) =>
      stat(place).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ), // gone meanwhile
  );
  return Math.max(...times);
}
