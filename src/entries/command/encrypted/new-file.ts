import { randomUUID } from "node:crypto";
import { link, mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { BackupError } from "../../../domain/errors";
import { storageError } from "../../../domain/storage-error";

/** Readable by who made it alone: it was encrypted for a reason. */
const OWN = 0o600;

/**
 * Writes a file that is there whole or not at all, in a folder that is made when it is missing. Rejects with `DELIVERY_FAILED`; a file of that name is left
 * as it is (`taken`).
 */
export async function writeNewFile(folder: string, name: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const [unfinished, file] = [path.join(folder, `.${randomUUID()}.part`), path.join(folder, name)];
  try {
    await mkdir(folder, { recursive: true });
    await expectFree(file);
    const handle = await open(unfinished, "wx", OWN);
    try {
      for await (const chunk of chunks) await handle.appendFile(chunk);
      await handle.sync().catch(() => undefined);
    } finally {
      await handle.close();
    }
    // Only a link refuses what is there; where there are none, a file that came meanwhile is looked for once more.
    const linked = await link(unfinished, file).then(
      () => true,
      (thrown: NodeJS.ErrnoException) => {
        if (thrown.code === "EEXIST") throw taken(name);
        return false;
      },
    );
    if (linked) return;
    await expectFree(file);
    await rename(unfinished, file);
  } catch (thrown) {
    throw storageError(thrown, "DELIVERY_FAILED", { path: name });
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

async function expectFree(file: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there) throw taken(path.basename(file));
}

const taken = (name: string) =>
  new BackupError("DELIVERY_FAILED", `${name} is there`, { facts: { path: name, refusal: "taken" } });
