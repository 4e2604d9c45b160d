import { ArchiveError } from "../archive-error";
import { type ReadOptions, readChunks } from "../zip/read-chunks";
import type { ZipDirectory } from "../zip/zip-reader";
import type { Manifest } from "./manifest";
import { MANIFEST_PATH, parseManifest } from "./manifest-entry";

/**
 * As much as the writer reserves for what is said of targets (`RESERVED_BYTES` in volumes.ts), and the same again for 65,534
 * entries. It is the one entry that has to be in memory as a whole.
 */
const MAX_MANIFEST_BYTES = 128 * 1024 ** 2;

/**
 * The manifest of a volume; `undefined` when there is none. Rejects with an `ArchiveError` when what is called so is damaged, too
 * large (nothing of it is unpacked then), no manifest, or lists a path twice; and as `readChunks` does.
 */
export async function readManifest(
  { entries }: ZipDirectory,
  options: ReadOptions = {},
): Promise<Manifest | undefined> {
  const entry = entries.find(({ path }) => path === MANIFEST_PATH);
  if (!entry) return undefined;
  if (entry.size > MAX_MANIFEST_BYTES) {
    throw new ArchiveError("MANIFEST_INVALID", `A manifest of ${entry.size} bytes is none`);
  }
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (cause) {
      throw new ArchiveError("MANIFEST_INVALID", "The manifest is not UTF-8", { cause });
    }
  };
  let text = "";
  await readChunks(entry, options, (chunk) => (text += decode(chunk)));
  const manifest = parseManifest(text + decode());
  refuseTwice(manifest);
  return manifest;
}

/** In the one member that grows with the volume, a path that is there twice would let one digest hide the other. */
function refuseTwice({ entries }: Manifest): void {
  const paths = new Set<string>();
  for (const { path } of entries) {
    if (paths.has(path)) throw new ArchiveError("MANIFEST_INVALID", `The manifest lists ${path} twice`);
    paths.add(path);
  }
}
