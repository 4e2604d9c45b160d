import { utf8Chunks } from "../archive/bytes/utf8";
import { jsonLine } from "../archive/records/json-lines";
import type { StoredFile } from "../domain/workspace";

/** Beside the files of a run: what it has done, and what it is. */
export const JOURNAL_FILE = "journal.jsonl";
export const ABOUT_FILE = "about.json";

/**
 * Writes lines in their order, those that come while one is being written all at once, in chunks of bounded size however long and many
 * they are. After the first failure nothing more is written: a journal that ends too early is sound, one with a hole is not.
 *
 * @param append resolves when the bytes are on the disk
 */
export function createLineQueue(append: (chunk: Uint8Array) => Promise<void>): (line: unknown) => Promise<void> {
  let waiting: string[] = [];
  let broken = false;
  let underWay: Promise<void> | undefined;

  async function write(): Promise<void> {
    while (waiting.length > 0 && !broken) {
      const lines = waiting;
      waiting = [];
      try {
        for (const chunk of utf8Chunks(lines)) await append(chunk);
      } catch {
        breakOff();
      }
    }
    underWay = undefined;
  }

  function breakOff(): void {
    [broken, waiting] = [true, []];
  }

  return async (line) => {
    if (broken) return;
    try {
      waiting.push(jsonLine(line));
    } catch {
      // No string can hold it.
      return breakOff();
    }
    // A moment later, so that what is noted in one go is written in one go.
    underWay ??= Promise.resolve().then(write);
    await underWay;
  };
}

const CHUNK = 65_536;

/** How many bytes the lines of a journal take, but for a last one that was cut off. */
export async function wholeLines(file: StoredFile): Promise<number> {
  for (let end = file.size; end > 0; end -= CHUNK) {
    const start = Math.max(0, end - CHUNK);
    const at = (await file.bytes(start, end)).lastIndexOf(LINE_FEED);
    if (at >= 0) return start + at + 1;
  }
  return 0;
}

const LINE_FEED = 0x0a;
