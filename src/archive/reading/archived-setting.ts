import { ArchiveError } from "../archive-error";
import { readChunks } from "../zip/read-chunks";
import type { ArchivedTarget } from "./open-archive";

/** A form of 500 fields with all that they may say has a few megabytes; nothing that is longer is kintone's. */
const MOST_BYTES = 64 * 1024 ** 2;

/**
 * A setting of an app as the archive has it, with default names; `undefined` when it is not there. Rejects with an `ArchiveError`
 * `DAMAGED` for what is no JSON, or too long to be any.
 *
 * @param name of the endpoint: `app/form/fields`
 */
export async function archivedSetting(
  { facts, entries }: Pick<ArchivedTarget, "facts" | "entries">,
  name: string,
): Promise<unknown> {
  const path = `${facts.folder}/settings/${name}.json`;
  const entry = entries.get(path);
  if (!entry) return undefined;
  if (entry.size > MOST_BYTES)
    throw new ArchiveError("DAMAGED", `${path} has ${entry.size} bytes`, { facts: { path } });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  try {
    await readChunks(entry, {}, (chunk) => (text += decoder.decode(chunk, { stream: true })));
    return JSON.parse(text + decoder.decode()) as unknown;
  } catch (cause) {
    throw new ArchiveError("DAMAGED", `${path} is no JSON`, { facts: { path }, cause });
  }
}
