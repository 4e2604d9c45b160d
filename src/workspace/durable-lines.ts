import { type FileHandle, open, stat, truncate } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { jsonLine, readJsonLines } from "../archive/records/json-lines";
import { wholeLines } from "./journal-lines";
import { fileSystemFailure, storedFile } from "./stored-file";
import { syncFolder } from "./sync-folder";

/** Lines of JSON of which each is on the disk before anything else is done. */
export interface DurableLines<Line> {
  /** All that is there, of this process and of those before it. */
  lines(): AsyncIterable<Line>;
  /** Resolves when it is on the disk; rejects when it could not be put there, and ever after: behind a hole no line means anything. */
  note(line: Line): Promise<void>;
  close(): Promise<void>;
}

/** The file is made when it is not there. A last line that was cut off is gone: nothing was done that waited for it. */
export async function openDurableLines<Line>(path: string): Promise<DurableLines<Line>> {
  const name = basename(path);
  const whole = async () => wholeLines(storedFile(path, name, (await stat(path)).size));
  const handle = await open(path, "a").catch(fileSystemFailure);
  await truncate(path, await whole()).catch(fileSystemFailure);
  await syncFolder(dirname(path));
  let writing: Promise<void> = Promise.resolve();

  return {
    async *lines() {
      // What could not be noted is no line, and was told to whoever noted it.
      await writing.catch(() => undefined);
      yield* readJsonLines(storedFile(path, name, await whole()).stream()) as AsyncIterable<Line>;
    },
    note(line) {
      writing = writing.then(() => append(handle, jsonLine(line)));
      return writing.catch(fileSystemFailure);
    },
    close: () => handle.close(),
  };
}

async function append(handle: FileHandle, text: string): Promise<void> {
  await handle.appendFile(text);
  await handle.datasync();
}
