import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { link, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Destination, OutgoingVolume } from "../domain/destination";
import { BackupError, type ErrorFacts } from "../domain/errors";
import { storageError } from "../domain/storage-error";

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
        await mkdir(folder, { recursive: true }).catch(notAFolder);
        await write(file, unfinished);
        await moveWithoutOverwriting(unfinished, join(folder, name));
      } catch (thrown) {
        await rm(unfinished, { force: true }).catch(() => undefined);
        throw storageError(thrown, "DELIVERY_FAILED", { path: name });
      }
    },
    read: (name) => createReadStream(join(folder, name), { highWaterMark: CHUNK }) as AsyncIterable<Buffer>,
  };
}

async function write(file: OutgoingVolume["file"], path: string): Promise<void> {
  if (file.path !== undefined && (await linked(file.path, path))) return;
  const handle = await open(path, "wx");
  try {
    for await (const chunk of file.stream()) await handle.appendFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * A second name for the file that was read back, where the file system knows such names: nothing is copied, and it is there once
 * the first name goes with the scratch files.
 */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
  } catch {
    return false;
  }
  const handle = await open(to, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  return true;
}

/** `rename` overwrites, and hard links do not exist everywhere: so the name is claimed first, which only one can do. */
async function moveWithoutOverwriting(from: string, to: string): Promise<void> {
  const claim = await open(to, "wx").catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== "EEXIST") throw thrown;
    return thrown;
  });
  if (claim instanceof Error) {
    if (!(await haveSameBytes(from, to))) throw refused("taken", claim);
    return rm(from);
  }
  await claim.close();
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

/** A file is in the place of the folder. */
function notAFolder(thrown: NodeJS.ErrnoException): never {
  throw thrown.code === "EEXIST" ? refused("no-folder", thrown) : thrown;
}

function refused(refusal: NonNullable<ErrorFacts["refusal"]>, cause: NodeJS.ErrnoException): BackupError {
  return new BackupError("DELIVERY_FAILED", `The file system refused: ${cause.code}`, { facts: { refusal }, cause });
}
