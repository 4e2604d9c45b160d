import { ABOUT_FILE } from "./journal-lines";
import { runsKept } from "./kept-archive";
import { entriesOf, removeIfThere, runFolders, runsFolder } from "./private-folders";
import { readJson } from "./private-json";
import { ifNobodyHolds } from "./run-lock";
import { forgetUnsaved, readUnsaved, type UnsavedArchive } from "./unsaved-archive";

/** A browser may still be saving a download when its page is gone; by then it has had the time. */
const SAVED_AFTER_MS = 10 * 60_000;

/** From a Friday evening to a Monday evening. Company data must not lie about in a browser for longer. */
export const WAITS_FOR_MS = 72 * 3_600_000;

/** Whether there is anything of a run in this browser. */
export async function anyRunIsLeft(): Promise<boolean> {
  return (await runFolders()).length > 0;
}

/**
 * Removes the files of runs that nobody holds, because their tab was closed or crashed, and that nothing was written to
 * for a while: longer when the run can be resumed, or when its zips are not known to be saved. Archives that are kept for a
 * later run stay. Resolves to the swept run ids.
 */
export async function sweepPrivateRuns(now: Date): Promise<string[]> {
  const spared = await runsKept();
  const swept: string[] = [];
  for (const [runId, folder] of await runFolders()) {
    const isUnsaved = (await readUnsaved(folder)) !== undefined;
    const waits = isUnsaved || (await readJson(folder, ABOUT_FILE)) !== undefined;
    if ((await lastWrite(folder)) > now.getTime() - (waits ? WAITS_FOR_MS : SAVED_AFTER_MS)) continue;
    if (spared.has(runId)) {
      // It stays for another reason; but nobody is asked about it any more.
      if (isUnsaved) await forgetUnsaved(runId);
    } else if (await removePrivateRun(runId)) swept.push(runId);
  }
  return swept;
}

/** Removes the files of a run, unless somebody holds it. Resolves to whether they are gone. */
export async function removePrivateRun(runId: string): Promise<boolean> {
  const runs = await runsFolder();
  return ifNobodyHolds(runId, () => removeIfThere(runs, runId));
}

/** Lets go of zips that are saved now, or that nobody wants; they stay only as the archive that a later run goes by. */
export async function letGoOfUnsaved(runId: string): Promise<void> {
  await forgetUnsaved(runId);
  if (!(await runsKept()).has(runId)) await removePrivateRun(runId);
}

/** A finished run of this browser whose zips are not known to be saved, and how long they stay here. */
export interface UnsavedPrivateRun extends UnsavedArchive {
  until: Date;
}

/** The finished runs of this browser whose zips are not known to be saved, the oldest first. */
export async function unsavedPrivateRuns(): Promise<UnsavedPrivateRun[]> {
  const unsaved: UnsavedPrivateRun[] = [];
  for (const [, folder] of await runFolders()) {
    const archive = await readUnsaved(folder);
    // A run that can be resumed delivers its zips once more.
    if (!archive || (await readJson(folder, ABOUT_FILE)) !== undefined) continue;
    unsaved.push({ ...archive, until: new Date((await lastWrite(folder)) + WAITS_FOR_MS) });
  }
  return unsaved.sort((a, b) => (a.runId < b.runId ? -1 : 1));
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
  for (const [runId, folder] of await runFolders()) {
    const about = await readJson(folder, ABOUT_FILE);
    if (about === undefined) continue;
    if (await ifNobodyHolds(runId, async () => undefined)) interrupted.push({ runId, about });
  }
  return interrupted.sort((a, b) => (a.runId < b.runId ? -1 : 1));
}

/** Milliseconds since 1970; 0 for a folder without files. */
async function lastWrite(folder: FileSystemDirectoryHandle): Promise<number> {
  let latest = 0;
  for (const [, entry] of await entriesOf(folder)) {
    if (entry.kind === "file") latest = Math.max(latest, (await entry.getFile()).lastModified);
  }
  return latest;
}
