import { open, rm } from "node:fs/promises";
import { jsonLine } from "../../archive/records/json-lines";
import { storageError } from "../../domain/storage-error";
import type { DifferenceLine } from "../../restore/compare/difference-lines";

/** Bytes that wait to be written. */
const HELD = 64 * 1024;

/** A new file of differences, a line of JSON each. */
export interface DifferencesFile {
  tell: (line: DifferenceLine) => Promise<void>;
  /** Writes what waits. A file that has no line goes: nothing was compared, and the name is free for the next try. */
  close: () => Promise<void>;
}

/** Makes the file, and never touches one that is there. Rejects as `storageError` says. */
export async function createDifferencesFile(path: string): Promise<DifferencesFile> {
  const refused = (thrown: unknown) =>
    Promise.reject(storageError(thrown, "DELIVERY_FAILED", { path, ...taken(thrown) }));
  const handle = await open(path, "wx").catch(refused);
  let waiting = "";
  let hasLines = false;
  const write = async () => {
    const text = waiting;
    waiting = "";
    await handle.appendFile(text).catch(refused);
  };
  return {
    async tell(line) {
      waiting += jsonLine(line);
      hasLines = true;
      if (waiting.length >= HELD) await write();
    },
    async close() {
      try {
        if (waiting !== "") await write();
      } finally {
        await handle.close();
        if (!hasLines) await rm(path, { force: true });
      }
    },
  };
}

function taken(thrown: unknown): { refusal?: "taken" } {
  return (thrown as NodeJS.ErrnoException).code === "EEXIST" ? { refusal: "taken" } : {};
}
