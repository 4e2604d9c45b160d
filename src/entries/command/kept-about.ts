import { mkdir, open, readdir, readFile, rename, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import process from "node:process";
import { storageError } from "../../domain/storage-error";
import { syncFolder } from "../../workspace/sync-folder";
import { isAlive } from "./killed-run";

const ABOUT = "about.json";

/** A process of another machine that shares the folder touches it more often than this. */
const SILENT_MINUTES = 15;

/** Something whose process ended before it did, or which is under way. */
export interface Unfinished<About> {
  about: About;
  /** Where it is under way, as far as anybody can tell. */
  aliveOn?: string;
}

/** Keeps what a later call of the command needs to go on, and which process is at it; makes the folder. No credentials. */
export async function keepAbout(folder: string, about: object): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await replaceFile(path.join(folder, ABOUT), JSON.stringify({ ...about, host: hostname(), pid: process.pid }));
    await syncFolder(path.dirname(folder));
  } catch (thrown) {
    throw storageError(thrown, "WORKSPACE_FAILED");
  }
}

/** Says that this process is alive. */
export function touchAbout(folder: string): void {
  const now = new Date();
  utimes(path.join(folder, ABOUT), now, now).catch(() => undefined);
}

/** What was begun beside these archives and has no end, the oldest first. */
export async function unfinishedIn<About>(
  parent: string,
  prefix: string,
  revive: (text: string) => About,
): Promise<Array<Unfinished<About>>> {
  const names = await readdir(parent).catch(() => []);
  const found: Array<Unfinished<About>> = [];
  for (const name of names.filter((each) => each.startsWith(prefix)).sort()) {
    const file = path.join(parent, name, ABOUT);
    try {
      const { host, pid, ...about } = revive(await readFile(file, "utf8")) as About & { host: string; pid: number };
      const isOwn = host === hostname();
      const touchedAgo = Date.now() - (await stat(file)).mtimeMs;
      const alive = isOwn ? pid !== process.pid && isAlive(pid) : touchedAgo < SILENT_MINUTES * 60_000;
      found.push({ about: about as About, ...(alive && { aliveOn: host }) });
    } catch {
      // It was killed before it kept anything, and so before it wrote anything.
    }
  }
  return found;
}

/** There is always a whole one, the one before or this. */
async function replaceFile(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.new`, "w");
  try {
    await handle.writeFile(text);
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  await syncFolder(path.dirname(file));
}
