import { ABOUT_FILE } from "./journal-lines";
import { runsKept } from "./kept-archive";
import { entriesOf, removeIfThere, runsFolder } from "./private-folders";
import { ifNobodyHolds } from "./run-lock";

/** A browser may still be saving a download when its page is gone; by then it has had the time. */
const SAVED_AFTER_MS = 10 * 60_000;

/** From a Friday evening to a Monday evening. Company data must not lie about in a browser for longer. */
const RESUMABLE_FOR_MS = 72 * 3_600_000;

/**
 * Removes the files of runs that nobody holds, because their tab was closed or crashed, and that nothing was written to
 * for a while: longer when the run can be resumed. Archives that are kept for a later run stay. Resolves to the swept run ids.
 */
export async function sweepPrivateRuns(now: Date): Promise<string[]> {
  const spared = await runsKept();
  const runs = await runsFolder();
  const swept: string[] = [];
  for (const [runId, folder] of await entriesOf(runs)) {
    if (folder.kind !== "directory" || spared.has(runId)) continue;
    const keptFor = (await readAbout(folder)) === undefined ? SAVED_AFTER_MS : RESUMABLE_FOR_MS;
    if ((await lastWrite(folder)) > now.getTime() - keptFor) continue;
    if (await removePrivateRun(runId)) swept.push(runId);
  }
  return swept;
}

/** Removes the files of a run, unless somebody holds it. Resolves to whether they are gone. */
export async function removePrivateRun(runId: string): Promise<boolean> {
  const runs = await runsFolder();
  return ifNobodyHolds(runId, () => removeIfThere(runs, runId));
}

/** A run whose tab was closed, or whose browser ended, before the run did. */
export interface InterruptedPrivateRun {
  runId: string;
  /** As it was given to `openJournal`. */
  about: unknown;
}

/** The runs of this browser that nobody works on and that can be resumed, the oldest first. */
export async function interruptedPrivateRuns(): Promise<InterruptedPrivateRun[]> {
  const interrupted: InterruptedPrivateRun[] = [];
  for (const [runId, folder] of await entriesOf(await runsFolder())) {
    const about = folder.kind === "directory" ? await readAbout(folder) : undefined;
    if (about === undefined) continue;
    if (await ifNobodyHolds(runId, async () => undefined)) interrupted.push({ runId, about });
  }
  return interrupted.sort((a, b) => (a.runId < b.runId ? -1 : 1));
}

/** `undefined` for a run that cannot be resumed. */
async function readAbout(folder: FileSystemDirectoryHandle): Promise<unknown> {
  try {
    return JSON.parse(await (await (await folder.getFileHandle(ABOUT_FILE)).getFile()).text()) as unknown;
  } catch {
    return undefined;
  }
}

/** Milliseconds since 1970; 0 for a folder without files. */
async function lastWrite(folder: FileSystemDirectoryHandle): Promise<number> {
  let latest = 0;
  for (const [, entry] of await entriesOf(folder)) {
    if (entry.kind === "file") latest = Math.max(latest, (await entry.getFile()).lastModified);
  }
  return latest;
}
