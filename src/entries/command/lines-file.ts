import { open } from "node:fs/promises";
import { jsonLine } from "../../archive/records/json-lines";
import { storageError } from "../../domain/storage-error";

/** Characters that wait to be written. */
const HELD = 64 * 1024;

/** A file of JSON lines, of which the last ones wait in memory. */
export interface LinesFile<Line> {
  tell: (line: Line) => Promise<void>;
  /** Writes what waits, and lets the file go, whatever comes of that. */
  close: () => Promise<void>;
}

/**
 * Makes the file. Rejects as `storageError` says.
 *
 * @param there what becomes of a file that is there: it is written anew, or left as it is, which is refused as `taken`
 */
export async function createLinesFile<Line>(
  path: string,
  there: "written-anew" | "left-alone",
): Promise<LinesFile<Line>> {
  const refused = (thrown: unknown) =>
    Promise.reject(storageError(thrown, "DELIVERY_FAILED", { path, ...taken(thrown) }));
  const handle = await open(path, there === "written-anew" ? "w" : "wx").catch(refused);
  let waiting = "";
  const flush = async () => {
    const text = waiting;
    waiting = "";
    if (text !== "") await handle.appendFile(text).catch(refused);
  };
  return {
    async tell(line) {
      waiting += jsonLine(line);
      if (waiting.length >= HELD) await flush();
    },
    async close() {
      try {
        await flush();
      } finally {
        await handle.close();
      }
    },
  };
}

function taken(thrown: unknown): { refusal?: "taken" } {
  return (thrown as NodeJS.ErrnoException).code === "EEXIST" ? { refusal: "taken" } : {};
}
