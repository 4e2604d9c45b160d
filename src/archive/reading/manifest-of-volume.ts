import { ArchiveError } from "../archive-error";
import type { Manifest } from "../manifest/manifest";
import { readManifest } from "../manifest/volume-manifest";
import type { ReadOptions } from "../zip/read-chunks";
import { type RandomAccess, readZip } from "../zip/zip-reader";

/** The manifest of a file that may be a volume; `undefined` for one that is none, or damaged. Rejects with what `source` threw. */
export async function manifestOfVolume(source: RandomAccess, options: ReadOptions = {}): Promise<Manifest | undefined> {
  try {
    return await readManifest(await readZip(source), options);
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
}
