import { BackupError } from "../../domain/errors";
import type { PackedFile } from "../../domain/noted-file";
import type { AppRef } from "../../domain/target";
import type { EntryLabel, StagedEntry } from "../../staging/staging";
import type { RunContext } from "../run-context";

/**
 * Downloads a file of kintone into the workspace, unless an earlier attempt of the run did. Rejects when it did not come
 * whole, or is larger than a zip can hold.
 */
export async function downloadFile(
  label: EntryLabel,
  fileKey: string,
  app: AppRef,
  { source, staging, progress, memory }: RunContext,
): Promise<StagedEntry> {
  const [owner, question] = [label.target ?? "", `file ${fileKey}`];
  const known = await memory.file(owner, question);
  if (known) return staging.adopt(label, known.noted as PackedFile, async () => known.stored);
  const staged = await staging.create(label);
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    reader = (await source.openFile(app, fileKey)).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      await staged.write(value);
      progress.bytesFetched(value.length);
    }
  } catch (thrown) {
    // An open stream holds one of the few requests that a run may have under way.
    await reader?.cancel().catch(() => undefined);
    await staged.discard();
    throw thrown;
  }
  const entry = await staged.close();
  if (entry.file) await memory.filed(owner, question, entry.file, source.reader.isUncertain);
  return entry;
}

/**
 * Downloads, and once more when what arrives is shorter or longer than kintone says: a proxy may have cut it without a
 * word. What comes the second time is kept, whatever its size.
 *
 * @param size as kintone tells it, a string of digits; of what it tells no size, what comes the first time is kept
 */
export async function downloadWhole(
  size: string | undefined,
  download: () => Promise<StagedEntry>,
): Promise<DownloadedFile> {
  const first = await download();
  if (size === undefined || first.size === Number(size)) return { entry: first };
  await first.remove();
  const entry = await download();
  const [expected, actual] = [Number(size), entry.size];
  if (expected === actual) return { entry };
  const facts = { expected, actual };
  return {
    entry,
    error: new BackupError("FILE_SIZE_MISMATCH", `Expected ${expected} bytes, got ${actual}`, { facts }),
  };
}

/** A file, and what is wrong with its size: better a file that somebody must look at than none. */
export interface DownloadedFile {
  entry: StagedEntry;
  error?: BackupError;
}
