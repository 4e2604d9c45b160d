import { type FileHandle, open, readFile, readdir, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readJsonLines } from "../archive/records/json-lines";
import type { Journal } from "../domain/journal";
import { ABOUT_FILE, createLineQueue, JOURNAL_FILE, wholeLines } from "./journal-lines";
import { storedFile } from "./stored-file";

/** The journal of the run whose workspace is `folder`, which must be there. `about` tells later attempts what run it is. */
export async function openFolderJournal<Line>(folder: string, about: unknown): Promise<Journal<Line>> {
  const path = join(folder, JOURNAL_FILE);
  let handle: FileHandle | undefined = await open(path, "a");
  const earlier = await wholeLines(storedFile(path, JOURNAL_FILE, (await stat(path)).size));
  await truncate(path, earlier);
  await writeFile(join(folder, ABOUT_FILE), JSON.stringify(about));

  return {
    async *lines() {
      yield* readJsonLines(storedFile(path, JOURNAL_FILE, earlier).stream()) as AsyncIterable<Line>;
    },
    note: createLineQueue(async (chunk) => handle?.appendFile(chunk)),
    async file(name) {
      const found = await stat(join(folder, name)).catch(() => undefined);
      return found && storedFile(join(folder, name), name, found.size);
    },
    async sweep(keep) {
      for (const name of await readdir(folder)) {
        if (keep.has(name) || name === JOURNAL_FILE || name === ABOUT_FILE) continue;
        await rm(join(folder, name), { force: true });
      }
    },
    async end() {
      await handle?.close();
      handle = undefined;
      for (const name of [ABOUT_FILE, JOURNAL_FILE]) await rm(join(folder, name), { force: true });
    },
  };
}

/** A run whose process ended before the run did. */
export interface InterruptedFolderRun {
  folder: string;
  about: object;
}

/** The runs below `parent`, in folders that begin with `prefix`, that can be resumed; which of them are alive is not known here. */
export async function interruptedFolderRuns(parent: string, prefix: string): Promise<InterruptedFolderRun[]> {
  const names = await readdir(parent).catch(() => []);
  const found: InterruptedFolderRun[] = [];
  for (const name of names.filter((candidate) => candidate.startsWith(prefix)).sort()) {
    const folder = join(parent, name);
    const about = await readAbout(join(folder, ABOUT_FILE));
    if (about) found.push({ folder, about });
  }
  return found;
}

/** Nothing when it is not there, or not whole: a power failure leaves files that are empty, or full of zeros. */
async function readAbout(path: string): Promise<object | undefined> {
  try {
    const about = JSON.parse(await readFile(path, "utf8")) as unknown;
    return typeof about === "object" && about !== null ? about : undefined;
  } catch {
    return undefined;
  }
}
