import { type NumberedKind, numberedPath } from "../../archive/records/numbered-files";
import { type BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import { gathering } from "../../staging/gathering-writer";
import type { StagedEntry, StagedWriter, Staging } from "../../staging/staging";

/** What the files of a series are, and how they are cut. */
export interface SeriesPlan {
  folder: string;
  kind: NumberedKind;
  /** At the beginning of each file. */
  header?: Uint8Array;
  /** No file grows above it, unless a single item does. */
  maxBytes: number;
  /** The items in some bytes, each by itself. */
  items: (bytes: Uint8Array) => Uint8Array[];
}

/** Files of one kind, finished, in their order. */
export interface FinishedSeries {
  entries: StagedEntry[];
  /** How many are in the entries. */
  items: number;
  /** Why the last file is not among them. */
  failure?: BackupError;
}

/**
 * Items written one after the other, into as many files as it takes. Exactly one of `close` and `discard` ends it.
 *
 * What cannot be written is a matter of this series alone: nothing comes behind it, and other files go on. Writing rejects only with what
 * ends the run.
 */
export interface FileSeries {
  /** @param count how many items the bytes hold */
  write(bytes: Uint8Array, count: number): Promise<void>;
  /** An item that is not held as a whole. `size` is that of all chunks together. */
  writeItem(size: number, chunks: Iterable<Uint8Array>): Promise<void>;
  /** Why nothing more is taken. */
  readonly failure: BackupError | undefined;
  /** What was finished is worth keeping, also when the last file could not be. Rejects only with what ends the run. */
  close(): Promise<FinishedSeries>;
  discard(): Promise<void>;
}

/** A file ends before the item that it has no room for: the same items give the same files, however many came at a time. */
export async function createFileSeries(plan: SeriesPlan, staging: Staging): Promise<FileSeries> {
  const { folder, kind, header, maxBytes, items: itemsIn } = plan;
  const finished: StagedEntry[] = [];
  let itemsFinished = 0;
  /** The one that is being written. */
  let open: OpenFile | undefined = await begin();
  let failure: BackupError | undefined;

  async function begin(): Promise<OpenFile> {
    const path = numberedPath(folder, kind, finished.length + 1);
    const file = gathering(await staging.create({ path, kind, target: folder }));
    if (header) await file.write(header);
    return { file, bytes: header?.length ?? 0, items: 0 };
  }

  async function finish(): Promise<void> {
    if (!open) return;
    const { file, items } = open;
    // Whatever comes of it, it is ended only once.
    open = undefined;
    finished.push(await file.close());
    itemsFinished += items;
  }

  async function put(chunks: Iterable<Uint8Array>, count: number): Promise<void> {
    if (!open) return;
    open.items += count;
    for (const chunk of chunks) {
      open.bytes += chunk.length;
      await open.file.write(chunk);
    }
  }

  const hasRoomFor = (size: number) => open !== undefined && open.bytes + size <= maxBytes;

  async function makeRoomFor(size: number): Promise<void> {
    if (hasRoomFor(size) || !open || open.items === 0) return;
    await finish();
    open = await begin();
  }

  async function unlessItFails(work: () => Promise<void>): Promise<void> {
    if (failure) return;
    try {
      await work();
    } catch (thrown) {
      failure = toBackupError(thrown);
      await open?.file.discard().catch(() => undefined);
      open = undefined;
      if (endsTheRun(failure)) throw failure;
    }
  }

  return {
    write: (bytes, count) =>
      unlessItFails(async () => {
        if (hasRoomFor(bytes.length)) return put([bytes], count);
        for (const item of itemsIn(bytes)) {
          await makeRoomFor(item.length);
          await put([item], 1);
        }
      }),
    writeItem: (size, chunks) =>
      unlessItFails(async () => {
        await makeRoomFor(size);
        await put(chunks, 1);
      }),
    get failure() {
      return failure;
    },
    async close() {
      await unlessItFails(finish);
      if (failure && endsTheRun(failure)) throw failure;
      return { entries: finished, items: itemsFinished, ...(failure && { failure }) };
    },
    async discard() {
      await open?.file.discard();
      for (const entry of finished) await entry.remove();
    },
  };
}

interface OpenFile {
  file: StagedWriter;
  bytes: number;
  items: number;
}
