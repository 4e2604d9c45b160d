import { rm } from "node:fs/promises";
import type { DifferenceLine } from "../../restore/compare/difference-lines";
import { createLinesFile, type LinesFile } from "./lines-file";

/** A new file of differences, a line of JSON each. */
export type DifferencesFile = Pick<LinesFile<DifferenceLine>, "tell" | "close">;

/**
 * Makes the file, and never touches one that is there. One that has no line in the end goes: nothing was compared, and the name is free for the next try.
 * Rejects as `storageError` says.
 */
export async function createDifferencesFile(path: string): Promise<DifferencesFile> {
  const file = await createLinesFile<DifferenceLine>(path, "left-alone");
  let hasLines = false;
  return {
    tell(line) {
      hasLines = true;
      return file.tell(line);
    },
    async close() {
      try {
        await file.close();
      } finally {
        if (!hasLines) await rm(path, { force: true });
      }
    },
  };
}
