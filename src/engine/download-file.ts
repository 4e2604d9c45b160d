import type { RunContext } from "./run-context";
import type { EntryLabel, StagedEntry } from "./staging";
import type { AppRef } from "./target";

/** Downloads a file of kintone into the workspace. Rejects when it did not come whole, or is larger than a zip can hold. */
export async function downloadFile(
  label: EntryLabel,
  fileKey: string,
  app: AppRef,
  { source, staging, progress }: RunContext,
): Promise<StagedEntry> {
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
  return staged.close();
}
