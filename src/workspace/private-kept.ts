import { jsonLine, readJsonLines } from "../archive/records/json-lines";
import { ABOUT_FILE, JOURNAL_FILE, wholeLines } from "./journal-lines";
import { privateFile } from "./private-file";
import { openAppending } from "./private-file-output";
import { removeIfThere } from "./private-folders";
import { readJson, writeJson } from "./private-json";
import { ifNobodyHolds } from "./run-lock";

/** What was begun in this browser keeps of itself until its end is known. Other than a run's files it is never swept: what was written must be known. */
export interface PrivateKept<Line> {
  /** All that was noted, in that order, by this attempt and by those before it. */
  lines(): AsyncIterable<Line>;
  /** Resolves when the line is with the disk; rejects when it could not be put there, and ever after: behind a hole no line means anything. */
  note(line: Line): Promise<void>;
  /** What a later visit needs to go on. */
  keep(about: unknown): Promise<void>;
  /** What an earlier attempt kept; nothing where there was none. */
  about(): Promise<unknown>;
  /** The same again, for a part of it. */
  within<Part>(name: string): Promise<PrivateKept<Part>>;
  /** Lets go of the files, which stay. */
  close(): void;
  /** It has ended: nothing of it is needed any more. */
  clear(): Promise<void>;
}

/** In a Worker only, whose synchronous handles alone write what survives when the browser is killed (see `canKeepJournal`). */
export async function openKept<Line>(parent: FileSystemDirectoryHandle, name: string): Promise<PrivateKept<Line>> {
  const folder = await parent.getDirectoryHandle(name, { create: true });
  const file = await folder.getFileHandle(JOURNAL_FILE, { create: true });
  let whole = await wholeLines(privateFile(JOURNAL_FILE, await file.getFile()));
  const output = await openAppending(file, whole);
  let writing: Promise<void> = Promise.resolve();
  return {
    async *lines() {
      // What could not be noted is no line, and was told to whoever noted it.
      await writing.catch(() => undefined);
      yield* readJsonLines((await file.getFile()).slice(0, whole).stream()) as AsyncIterable<Line>;
    },
    note(line) {
      writing = writing.then(async () => {
        const bytes = new TextEncoder().encode(jsonLine(line));
        await output.append(bytes);
        output.flush();
        whole += bytes.length;
      });
      return writing;
    },
    keep: (about) => writeJson(folder, ABOUT_FILE, about),
    about: () => readJson(folder, ABOUT_FILE),
    within: (part) => openKept(folder, part),
    close: () => output.close(),
    async clear() {
      output.close();
      await removeIfThere(parent, name);
    },
  };
}

/** What nobody works on had noted. */
export async function* readKept<Line>(
  folder: FileSystemDirectoryHandle | undefined,
): AsyncGenerator<Line, void, undefined> {
  const file = await (await folder?.getFileHandle(JOURNAL_FILE))?.getFile();
  if (!file) return;
  const whole = await wholeLines(privateFile(JOURNAL_FILE, file));
  yield* readJsonLines(file.slice(0, whole).stream()) as AsyncIterable<Line>;
}

/** What did not come to its end before its tab was closed, or its browser ended. */
export interface InterruptedKept {
  id: string;
  /** As it was kept. */
  about: unknown;
}

/** What nobody works on and can go on, the oldest first. What kept nothing has written nothing, and goes. */
export async function interruptedKept(
  folders: ReadonlyArray<[string, FileSystemDirectoryHandle]>,
  remove: (id: string) => Promise<void>,
): Promise<InterruptedKept[]> {
  const interrupted: InterruptedKept[] = [];
  for (const [id, folder] of folders) {
    await ifNobodyHolds(id, async () => {
      const about = await readJson(folder, ABOUT_FILE);
      if (about === undefined) await remove(id);
      else interrupted.push({ id, about });
    });
  }
  return interrupted.sort((a, b) => (a.id < b.id ? -1 : 1));
}
