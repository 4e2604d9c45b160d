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

/** Items written one after the other, into as many files as it takes. Exactly one of `close` and `discard` ends it. */
export interface FileSeries {
  /** @param count how many items the bytes hold */
  write(bytes: Uint8Array, count: number): Promise<void>;
  /** What was finished is worth keeping, also when the last file could not be. Rejects only with what ends the run. */
  close(): Promise<FinishedSeries>;
  discard(): Promise<void>;
}

/** A file ends before the item that it has no room for: the same items give the same files, however many came at a time. */
export async function createFileSeries(plan: SeriesPlan, staging: Staging): Promise<FileSeries> {
  const { folder, kind, header, maxBytes, items: itemsIn } = plan;
  const finished: StagedEntry[] = [];
  let itemsFinished = 0;
  /** The one that is being written; nothing comes behind one that could not be finished. */
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
    try {
      finished.push(await file.close());
      itemsFinished += items;
    } catch (thrown) {
      failure = toBackupError(thrown);
    }
  }

  async function put(bytes: Uint8Array, count: number): Promise<void> {
    if (!open) throw failure ?? new Error("The series is closed");
    open.bytes += bytes.length;
    open.items += count;
    await open.file.write(bytes);
  }

  const hasRoomFor = ({ length }: Uint8Array) => open !== undefined && open.bytes + length <= maxBytes;

  return {
    async write(bytes, count) {
      if (hasRoomFor(bytes)) return put(bytes, count);
      for (const item of itemsIn(bytes)) {
        if (!hasRoomFor(item) && open && open.items > 0) {
          await finish();
          if (!failure) open = await begin();
        }
        await put(item, 1);
      }
    },
    async close() {
      await finish();
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
