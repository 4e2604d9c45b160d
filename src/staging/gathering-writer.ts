import { joined } from "../archive/bytes/joined";
import type { StagedWriter } from "./staging";

/** A write costs more than the text of a few records; the text of many large ones costs memory. */
const BYTES_AT_ONCE = 512 * 1024;

/**
 * Gathers what is written in small pieces. A write waits for the one before it only, so that several files are packed at the same time,
 * while more is read; what could not be written is told by the next write, or when the file is closed.
 */
export function gathering(file: StagedWriter): StagedWriter {
  let gathered: Uint8Array[] = [];
  let bytes = 0;
  let writing: Promise<void> | undefined;

  async function pass(): Promise<void> {
    await writing;
    const text = joined(gathered, bytes);
    [gathered, bytes] = [[], 0];
    if (text.length > 0) writing = file.write(text);
    writing?.catch(() => undefined); // whoever writes next, or closes, hears of it
  }

  return {
    async write(text) {
      gathered.push(text);
      bytes += text.length;
      if (bytes > BYTES_AT_ONCE) await pass();
    },
    async close() {
      // A file that could not be written says so itself.
      await pass().catch(() => undefined);
      await writing?.catch(() => undefined);
      return file.close();
    },
    async discard() {
      await writing?.catch(() => undefined);
      await file.discard();
    },
  };
}
