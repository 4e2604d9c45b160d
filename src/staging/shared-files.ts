import { rangeOf } from "../domain/file-range";
import type { NotedFile } from "../domain/noted-file";
import type { FileWriter, StoredFile, Workspace } from "../domain/workspace";

/** Where bytes lie together with others. Plain data: thousands of pieces outlive their bytes, and must not hold on to them. */
export interface Piece {
  /** Of the file. */
  name: string;
  start: number;
}

/**
 * Files of the workspace that hold many small pieces, one behind the other: in a browser, making, closing, opening and removing
 * a file takes longer than writing what is in it.
 */
export interface SharedFiles {
  /**
   * Resolves when the bytes are written, and for good. Pieces of one shelf lie together. When it rejects, nothing of the bytes
   * counts, and the pieces before them are what they were.
   */
  append(shelf: string, bytes: Uint8Array): Promise<Piece>;
  /** A piece that was appended here. Closes the file: it is not written and read at the same time. */
  stored(piece: Piece & { size: number }): Promise<StoredFile>;
  /** No more comes for the shelf soon. */
  close(shelf: string): Promise<void>;
  /** The file goes with the last piece in it. What is no piece, or not any more, is let be. */
  remove(name: string, start: number): Promise<void>;
}

/** A file is closed when it has so much; room comes back in pieces of this size. With 8 MiB it is as fast (micro-benchmark). */
const FULL_BYTES = 16 * 1024 ** 2;

/** @param earlier what an earlier attempt left that is still needed; nothing is written to its files */
export function createSharedFiles(
  workspace: Workspace,
  nextName: () => string,
  earlier: readonly NotedFile[],
): SharedFiles {
  const open = new Map<string, SharedFile>();
  const written = new Map<string, SharedFile>();
  /** Where the pieces begin, by the name of the file. */
  const pieces = new Map<string, Set<number>>();
  let last: Promise<unknown> = Promise.resolve();

  /** Several downloads end at the same time. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  const hold = (name: string, start: number) => pieces.set(name, (pieces.get(name) ?? new Set()).add(start));
  for (const { name, start } of earlier) if (start !== undefined) hold(name, start);

  async function create(): Promise<SharedFile> {
    const name = nextName();
    return { name, writer: await workspace.create(name), size: 0 };
  }

  /** The file, if it is open. From now on, nothing is written to it. */
  function takeOut(name: string): SharedFile | undefined {
    for (const [shelf, file] of open) {
      if (file.name !== name) continue;
      open.delete(shelf);
      return file;
    }
    return undefined;
  }

  function close(file: SharedFile): Promise<StoredFile> {
    takeOut(file.name);
    file.closed ??= file.writer.close();
    return file.closed;
  }

  return {
    append: (shelf, bytes) =>
      inTurn(async () => {
        // Nothing at all is by itself: the next piece would begin at the same place.
        const file = (bytes.length > 0 && open.get(shelf)) || (await create());
        const { name, writer, size: start } = file;
        try {
          if (bytes.length > 0) await writer.write(bytes);
          file.size += bytes.length;
          if (bytes.length > 0 && writer.isLasting && file.size < FULL_BYTES) open.set(shelf, file);
          else await close(file);
          hold(name, start);
          written.set(name, file);
          return { name, start };
        } catch (thrown) {
          // Nobody knows how much of it is there: nothing may come behind it.
          await (pieces.has(name) ? close(file) : writer.discard()).catch(() => undefined);
          throw thrown;
        }
      }),
    async stored({ name, start, size }) {
      const file = written.get(name) as SharedFile;
      return rangeOf(await inTurn(() => close(file)), start, size);
    },
    close: (shelf) =>
      inTurn(async () => {
        const file = open.get(shelf);
        if (file) await close(file);
      }),
    remove: (name, start) =>
      inTurn(async () => {
        const left = pieces.get(name);
        if (!left?.delete(start) || left.size > 0) return;
        pieces.delete(name);
        written.delete(name);
        const file = takeOut(name);
        await (file ? file.writer.discard() : workspace.remove(name));
      }),
  };
}

interface SharedFile {
  readonly name: string;
  readonly writer: FileWriter;
  /** Bytes that count. */
  size: number;
  closed?: Promise<StoredFile>;
}
