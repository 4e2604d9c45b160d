import { readJsonLines } from "../archive/records/json-lines";
import type { Journal } from "../domain/journal";
import { ABOUT_FILE, createLineQueue, JOURNAL_FILE, wholeLines } from "./journal-lines";
import { privateFile } from "./private-file";
import { openAppending } from "./private-file-output";
import { writeJson } from "./private-json";

/** Whether a run that works here can be resumed after its end. */
export function canKeepJournal(): boolean {
  return typeof FileSystemFileHandle !== "undefined" && "createSyncAccessHandle" in FileSystemFileHandle.prototype;
}

/**
 * The journal of the run whose workspace is `folder`, in the browser's private file system. Only in a Worker, whose
 * synchronous handles alone write what survives when the browser is killed (see `canKeepJournal`).
 *
 * @param about tells later attempts what run it is
 */
export async function openPrivateJournal<Line>(
  folder: FileSystemDirectoryHandle,
  about: unknown,
): Promise<Journal<Line>> {
  const file = await folder.getFileHandle(JOURNAL_FILE, { create: true });
  const earlier = await wholeLines(privateFile(JOURNAL_FILE, await file.getFile()));
  const output = await openAppending(file, earlier);
  await writeJson(folder, ABOUT_FILE, about);
  let open = true;

  return {
    async *lines() {
      const written = await file.getFile();
      yield* readJsonLines(written.slice(0, earlier).stream()) as AsyncIterable<Line>;
    },
    note: createLineQueue(async (chunk) => {
      if (open) await output.append(chunk);
    }),
    async file(name) {
      const handle = await folder.getFileHandle(name).catch(() => undefined);
      return handle && privateFile(name, await handle.getFile());
    },
    async sweep(keep) {
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      for (const name of names) {
        if (!keep.has(name) && name !== JOURNAL_FILE && name !== ABOUT_FILE) await folder.removeEntry(name);
      }
    },
    async end() {
      if (!open) return;
      open = false;
      output.close();
      for (const name of [ABOUT_FILE, JOURNAL_FILE]) await folder.removeEntry(name).catch(() => undefined);
    },
  };
}
