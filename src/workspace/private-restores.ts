import { jsonLine, readJsonLines } from "../archive/records/json-lines";
import { ABOUT_FILE, JOURNAL_FILE, wholeLines } from "./journal-lines";
import { privateFile } from "./private-file";
import { openAppending } from "./private-file-output";
import { removeIfThere, restoreFolders, restoresFolder } from "./private-folders";
import { readJson, writeJson } from "./private-json";
import { ifNobodyHolds } from "./run-lock";

/** What a restore keeps in this browser until its end is in the history. Other than a run's files it is never swept: what was written must be known. */
export interface PrivateRestore<Line> {
  /** What was noted so far, by earlier attempts and by this one, in that order. */
  lines(): AsyncIterable<Line>;
  /** Resolves when the line is with the disk; rejects when it could not be put there, and ever after: behind a hole no line means anything. */
  note(line: Line): Promise<void>;
  /** What a later visit needs to go on. */
  keep(about: unknown): Promise<void>;
  /** It has ended: nothing of it is needed any more. */
  clear(): Promise<void>;
}

/** In a Worker only, whose synchronous handles alone write what survives when the browser is killed (see `canKeepJournal`). */
export async function openPrivateRestore<Line>(restoreId: string): Promise<PrivateRestore<Line>> {
  const restores = await restoresFolder();
  const folder = await restores.getDirectoryHandle(restoreId, { create: true });
  const file = await folder.getFileHandle(JOURNAL_FILE, { create: true });
  let noted = await wholeLines(privateFile(JOURNAL_FILE, await file.getFile()));
  const output = await openAppending(file, noted);
  let writing: Promise<void> = Promise.resolve();
  return {
    async *lines() {
      const written = await file.getFile();
      yield* readJsonLines(written.slice(0, noted).stream()) as AsyncIterable<Line>;
    },
    note(line) {
      writing = writing.then(async () => {
        const bytes = new TextEncoder().encode(jsonLine(line));
        await output.append(bytes);
        output.flush();
        noted += bytes.length;
      });
      return writing;
    },
    keep: (about) => writeJson(folder, ABOUT_FILE, about),
    async clear() {
      output.close();
      await removeIfThere(restores, restoreId);
    },
  };
}

/** A restore whose tab was closed, or whose browser ended, before it did. */
export interface InterruptedPrivateRestore {
  restoreId: string;
  /** As it was kept. */
  about: unknown;
}

/** The restores of this browser that nobody works on and that can go on, the oldest first. One that kept nothing has written nothing, and goes. */
export async function interruptedPrivateRestores(): Promise<InterruptedPrivateRestore[]> {
  const interrupted: InterruptedPrivateRestore[] = [];
  for (const [restoreId, folder] of await restoreFolders()) {
    await ifNobodyHolds(restoreId, async () => {
      const about = await readJson(folder, ABOUT_FILE);
      if (about === undefined) await removeIfThere(await restoresFolder(), restoreId);
      else interrupted.push({ restoreId, about });
    });
  }
  return interrupted.sort((a, b) => (a.restoreId < b.restoreId ? -1 : 1));
}

/** What a restore that nobody works on had noted. */
export async function* readPrivateRestore<Line>(restoreId: string): AsyncGenerator<Line, void, undefined> {
  const folder = (await restoreFolders()).find(([id]) => id === restoreId)?.[1];
  const file = await (await folder?.getFileHandle(JOURNAL_FILE))?.getFile();
  if (!file) return;
  const whole = await wholeLines(privateFile(JOURNAL_FILE, file));
  yield* readJsonLines(file.slice(0, whole).stream()) as AsyncIterable<Line>;
}

export async function removePrivateRestore(restoreId: string): Promise<void> {
  await removeIfThere(await restoresFolder(), restoreId);
}
