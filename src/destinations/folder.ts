import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { BackupError } from "../engine/errors";
import type { Destination, OutgoingVolume } from "../engine/destination";

/**
 * A folder of the file system (Node), made when it is missing. A volume appears under its name only when it is whole and
 * on the disk; a file of that name that is already there is left alone, and the delivery rejected unless it is this very
 * volume: the process may have been killed right after it was delivered.
 */
export function createFolderDestination(folder: string): Destination {
  return {
    kind: "folder",
    async deliver({ name, file }) {
      const unfinished = join(folder, `.${name}.${randomUUID()}.part`);
      try {
        await mkdir(folder, { recursive: true });
        await write(file, unfinished);
        await moveWithoutOverwriting(unfinished, join(folder, name));
      } catch (thrown) {
        await rm(unfinished, { force: true }).catch(() => undefined);
        throw notDelivered(name, thrown);
      }
    },
  };
}

async function write(file: OutgoingVolume["file"], path: string): Promise<void> {
  const handle = await open(path, "wx");
  try {
    for await (const chunk of file.stream()) await handle.appendFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `rename` overwrites, and hard links do not exist everywhere: so the name is claimed first, which only one can do. */
async function moveWithoutOverwriting(from: string, to: string): Promise<void> {
  try {
    await (await open(to, "wx")).close();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "EEXIST" || !(await haveSameBytes(from, to))) throw thrown;
    return rm(from);
  }
  try {
    await rename(from, to);
  } catch (thrown) {
    await rm(to, { force: true });
    throw thrown;
  }
}

async function haveSameBytes(one: string, other: string): Promise<boolean> {
  if ((await stat(one)).size !== (await stat(other)).size) return false;
  const rest = createReadStream(other, { highWaterMark: CHUNK })[Symbol.asyncIterator]();
  for await (const chunk of createReadStream(one, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    const { value } = (await rest.next()) as { value?: Buffer };
    if (!value?.equals(chunk)) return false;
  }
  return true;
}

const CHUNK = 1024 * 1024;

function notDelivered(name: string, thrown: unknown): BackupError {
  if (thrown instanceof BackupError) return thrown.with({ path: name });
  const reason = (thrown as NodeJS.ErrnoException).code;
  const code = reason === "ENOSPC" || reason === "EDQUOT" ? "NO_SPACE" : "DELIVERY_FAILED";
  return new BackupError(code, `${name} could not be written: ${String(thrown)}`, {
    facts: { path: name },
    cause: thrown,
  });
}
