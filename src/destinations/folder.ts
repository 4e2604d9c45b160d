import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Delivery, OpenDestination, OutgoingVolume, PlacedFile } from "../domain/destination";
import { BackupError, type Refusal } from "../domain/errors";
import { storageError } from "../domain/storage-error";
import { syncFolder } from "../workspace/sync-folder";
import { claimInFolder } from "./folder-claim";

/**
 * A folder of the file system (Node), made when it is missing. A volume appears under its name only when it is whole and
 * on the disk, as far as that can be known; a file of that name that is already there is left alone, and the delivery rejected unless it is this very
 * volume: the process may have been killed right after it was delivered.
 */
export function createFolderDestination(folder: string): OpenDestination {
  return {
    kind: "folder",
    claim: (request) =>
      claimInFolder(folder, request).catch((thrown: unknown) => {
        throw storageError(notAFolder(thrown), "DELIVERY_FAILED");
      }),
    async deliver({ name, file }, signal) {
      const unfinished = join(folder, `.${randomUUID()}.part`);
      try {
        await mkdir(folder, { recursive: true });
        const delivery = await write(file, unfinished, signal);
        signal?.throwIfAborted();
        await moveWithoutOverwriting(unfinished, join(folder, name));
        await syncFolder(folder);
        return delivery;
      } catch (thrown) {
        await rm(unfinished, { force: true }).catch(() => undefined);
        throw storageError(notAFolder(thrown), "DELIVERY_FAILED", { path: name });
      }
    },
    read: (name) => createReadStream(join(folder, name), { highWaterMark: CHUNK }) as AsyncIterable<Buffer>,
    list: () =>
      filesIn(folder).catch((thrown: unknown) => {
        throw storageError(thrown, "DELIVERY_FAILED");
      }),
    async remove(name) {
      try {
        await rm(join(folder, name), { force: true });
        await syncFolder(folder);
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return; // the folder itself
        throw storageError(thrown, "DELIVERY_FAILED", { path: name });
      }
    },
  };
}

/** What begins with a dot is a claim, or on its way. */
async function filesIn(folder: string): Promise<PlacedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== "ENOENT") throw thrown;
    return [];
  });
  const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith(".")).map(({ name }) => name);
  return Promise.all(names.map(async (name) => ({ name, size: (await stat(join(folder, name))).size })));
}

async function write(file: OutgoingVolume["file"], path: string, signal?: AbortSignal): Promise<Delivery> {
  const isLinked = file.path !== undefined && (await linked(file.path, path));
  const handle = await open(path, isLinked ? "r+" : "wx");
  try {
    if (!isLinked) {
      for await (const chunk of file.stream()) {
        signal?.throwIfAborted();
        await handle.appendFile(chunk);
      }
    }
    return await putOnDisk(handle);
  } finally {
    await handle.close();
  }
}

/**
 * A second name for the file that was read back, where the file system knows such names: nothing is copied, and it is there once
 * the first name goes with the scratch files.
 */
async function linked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    () => false,
  );
}

/** What is said of a file system that cannot be asked to put a file on its disk (network shares, FUSE); the file may be there all the same. */
const CANNOT_BE_ASKED: readonly unknown[] = ["ENOTSUP", "EOPNOTSUPP", "EINVAL", "ENOSYS"];

async function putOnDisk(handle: FileHandle): Promise<Delivery> {
  try {
    await handle.sync();
    return {};
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (!CANNOT_BE_ASKED.includes(code)) throw thrown;
    return { notOnDisk: String(code) };
  }
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

/** A file is in the place of the folder: of what is done here, only making the folder fails for that reason. */
function notAFolder(thrown: unknown): unknown {
  const cause = thrown as NodeJS.ErrnoException;
  return cause.code === "EEXIST" && cause.syscall === "mkdir" ? refused("no-folder", cause) : thrown;
}

function refused(refusal: Refusal, cause: NodeJS.ErrnoException): BackupError {
  return new BackupError("DELIVERY_FAILED", `The file system refused: ${cause.code}`, { facts: { refusal }, cause });
}
