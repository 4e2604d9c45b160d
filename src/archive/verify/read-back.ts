import { type Measure, createMeter } from "../bytes/digest";
import { countLines } from "../records/json-lines";
import { type ReadOptions, readChunks } from "../zip/read-chunks";
import type { ZipEntry } from "../zip/zip-reader";

/** What was found in an entry. */
export interface ReadBack extends Measure {
  /** Of a `.jsonl`; 0 for any other. */
  lines: number;
}

/** Unpacks an entry once and measures it. Rejects as `readChunks` does. */
export async function readBack(entry: ZipEntry, options: ReadOptions): Promise<ReadBack> {
  const meter = createMeter();
  let lines = 0;
  await readChunks(entry, options, (chunk) => {
    meter.add(chunk);
    if (isJsonLines(entry)) lines += countLines(chunk);
  });
  return { ...(await meter.finish()), lines };
}

export function isJsonLines({ path }: ZipEntry): boolean {
  return path.endsWith(".jsonl");
}
