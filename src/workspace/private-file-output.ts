import { BackupError } from "../domain/errors";
import { storageError } from "../domain/storage-error";

/** Bytes on their way into one file of the private file system. */
export interface PrivateFileOutput {
  /** As `FileWriter` says it. */
  readonly isLasting: boolean;
  write(chunk: Uint8Array): Promise<void>;
  /** The bytes are with the operating system, and survive the end of the browser. */
  close(): Promise<void>;
  /** Lets go of the file; what is in it does not matter any more. */
  abandon(): Promise<void>;
}

/** As much of the interface as is used; TypeScript declares it only for programs that are nothing but a Worker. */
interface SyncAccessHandle {
  write(chunk: Uint8Array, options: { at: number }): number;
  getSize(): number;
  flush(): void;
  truncate(size: number): void;
  close(): void;
}

interface WorkerFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<SyncAccessHandle>;
}

/**
 * In a Worker through a synchronous handle (that kintone's Workers get one is UNCONFIRMED(synchronous-handles)), which is faster, and whose bytes survive when the browser is killed; on a page,
 * where there is none, through `createWritable`.
 *
 * Nothing is flushed: each flush waits for the disk, milliseconds for each of thousands of files, and would only help when the power fails.
 * What was lost then is found out, as whoever goes on compares every file with its digest.
 */
export async function openOutput(handle: FileSystemFileHandle): Promise<PrivateFileOutput> {
  const access = "createSyncAccessHandle" in handle && (await synchronousHandle(handle as WorkerFileHandle));
  return access ? writingSynchronously(access) : openWritable(handle);
}

/** Nothing where the browser has the method, but nothing behind it (WebKitGTK: "Backend does not support this operation"). */
async function synchronousHandle(handle: WorkerFileHandle): Promise<SyncAccessHandle | undefined> {
  try {
    return await handle.createSyncAccessHandle();
  } catch (thrown) {
    const isForNobody = thrown instanceof Error && thrown.name === "NotSupportedError";
    return isForNobody ? undefined : fileSystemFailure(thrown);
  }
}

/** The same for a file that grows over the whole run: each piece survives the end of the browser as soon as it is written. */
export interface AppendingOutput {
  append(bytes: Uint8Array): Promise<void>;
  /** What was appended survives a power failure, too. */
  flush(): void;
  close(): void;
}

/** Goes on behind the first `size` bytes of a file; what is behind them is cut off. In a Worker only. */
export async function openAppending(handle: FileSystemFileHandle, size: number): Promise<AppendingOutput> {
  const access = await (handle as WorkerFileHandle).createSyncAccessHandle();
  access.truncate(size);
  let at = size;
  return {
    async append(bytes) {
      writeWhole(access, bytes, at);
      at += bytes.length;
    },
    flush: () => telling(() => access.flush()),
    close: () => access.close(),
  };
}

function writeWhole(access: SyncAccessHandle, chunk: Uint8Array, position: number): void {
  let [left, at] = [chunk, position];
  while (left.length > 0) {
    const [bytes, start] = [left, at];
    const written = telling(() => access.write(bytes, { at: start }));
    if (written <= 0 || written > bytes.length) throw refused(written);
    at += written;
    left = left.subarray(written);
  }
}

function writingSynchronously(access: SyncAccessHandle): PrivateFileOutput {
  // Rarely, as it costs as much as opening.
  if (access.getSize() > 0) access.truncate(0);
  let at = 0;

  return {
    isLasting: true,
    async write(chunk) {
      writeWhole(access, chunk, at);
      at += chunk.length;
    },
    async close() {
      access.close();
    },
    async abandon() {
      access.close();
    },
  };
}

async function openWritable(handle: FileSystemFileHandle): Promise<PrivateFileOutput> {
  // Not there on pages of Safari before 26.
  const writable = await Promise.resolve(handle)
    .then(() => handle.createWritable())
    .catch(fileSystemFailure);
  return {
    // After a write that failed, all is lost.
    isLasting: false,
    write: (chunk) => writable.write(chunk as Uint8Array<ArrayBuffer>).catch(fileSystemFailure),
    close: () => writable.close().catch(fileSystemFailure),
    // A stream that already failed cannot be aborted any more, and need not be.
    abandon: () => writable.abort().catch(() => undefined),
  };
}

function telling<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    return fileSystemFailure(thrown);
  }
}

/** What the private file system refuses, of whatever name: of a used-up quota, even the making of a file can tell. */
export function fileSystemFailure(thrown: unknown): never {
  throw storageError(thrown, "WORKSPACE_FAILED");
}

/**
 * Chromium does not throw when the quota is used up: it answers with an error number as an unsigned integer, 2³² - 8 for "no space"
 * (seen in Chromium 156). Taken for a count, the rest of the archive would be lost in silence. Its other numbers are those of
 * `base::File::Error` (Chromium, base/files/file.h). That nothing at all is written without any number means no room, too.
 */
function refused(answer: number): BackupError {
  const number = answer - 2 ** 32;
  if (answer <= 0 || number === NO_SPACE) {
    return new BackupError("NO_SPACE", "The browser gives no more room for the files of the run");
  }
  const reason = `File::Error ${number}`;
  return new BackupError("WORKSPACE_FAILED", `The file system refused: ${reason}`, { facts: { reason } });
}

const NO_SPACE = -8;
