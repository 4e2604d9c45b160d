import { createMeter } from "../archive/bytes/digest";
import type { Entry, EntryFacts, Packed } from "../archive/entry";
import { MAX_ENTRY_BYTES } from "../archive/volumes/volume-limits";
import { unpacked } from "../archive/zip/unpacking";
import { BackupError } from "../domain/errors";
import type { NotedFile, PackedFile } from "../domain/noted-file";
import type { StoredFile, Workspace } from "../domain/workspace";
import { createPackedWriter } from "./packed-writer";
import { createSharedFiles } from "./shared-files";

/** What is known of an entry before its bytes have been seen. */
export type EntryLabel = Pick<EntryFacts, "path" | "kind" | "target">;

/** An entry whose bytes lie, whole and packed, in the workspace, or in the previous archive under the same path. */
export interface StagedEntry extends Entry {
  readonly packed: Packed;
  /** Where in the workspace; absent for one of the previous archive. */
  readonly file?: PackedFile;
  /** Gives the space back; the entry cannot be opened after that. */
  remove(): Promise<void>;
}

/** An entry on its way into the workspace. Exactly one of `close` and `discard` ends it. */
export interface StagedWriter {
  write(chunk: Uint8Array): Promise<void>;
  /**
   * Rejects, and discards, when a chunk could not be written, as nobody knows what of it is there; and with
   * `ENTRY_TOO_LARGE` when no zip could hold the entry.
   */
  close(): Promise<StagedEntry>;
  discard(): Promise<void>;
}

/** Puts entries into the workspace, under names of its own: names from kintone are never file names here. */
export interface Staging {
  create(label: EntryLabel): Promise<StagedWriter>;
  /** An entry whose bytes an earlier attempt of the run left. */
  adopt(label: EntryLabel, noted: PackedFile, stored: () => Promise<StoredFile>): StagedEntry;
  /** What is no entry: it is there for later, or for a later attempt. `target` is the folder, as in a label. */
  keep(target: string, bytes: Uint8Array): Promise<NotedFile>;
  /** The bytes that this attempt kept. */
  kept(file: NotedFile): Promise<Uint8Array>;
  /** Gives back the space of what was kept. */
  remove(kept: NotedFile): Promise<void>;
  /** Nothing more comes of the target: what is open is closed. */
  close(target: string): Promise<void>;
}

/**
 * Entries are staged whole before they are packed, because a download can break in the middle, and a zip that is being
 * written cannot take half an entry back.
 *
 * @param earlier what an earlier attempt left in the workspace
 * @param told names of files that it told of, there or not: when their room is given back, nothing new may be called so
 */
export function createStaging(
  workspace: Workspace,
  earlier: readonly NotedFile[] = [],
  told: readonly string[] = [],
): Staging {
  const names = [...earlier.map(({ name }) => name), ...told];
  let count = names.reduce((last, name) => Math.max(last, numberOf(name)), 0);
  const nextName = (kind: string) => {
    count += 1;
    return `${kind}-${String(count).padStart(8, "0")}`;
  };
  const sharedFiles = createSharedFiles(workspace, () => nextName("shared"), earlier);
  // What cannot be removed goes with the workspace; until then it takes room, which is no reason to lose an archive.
  const remove = ({ name, start }: NotedFile) =>
    (start === undefined ? workspace.remove(name) : sharedFiles.remove(name, start)).catch(() => undefined);
  const staged = (label: EntryLabel, file: PackedFile, stored: () => Promise<StoredFile>): StagedEntry => {
    const { size, sha256, method, crc32 } = file.content;
    const packed: Packed = { method, crc32, size: file.size, open: async () => (await stored()).stream() };
    return {
      ...{ ...label, size, sha256, packed, file },
      open: () => unpacked(packed, size),
      remove: () => remove(file),
    };
  };
  return {
    async create(label) {
      const writer = createPackedWriter(label.path, {
        async create() {
          const name = nextName("entry");
          return { name, file: await workspace.create(name) };
        },
        append: (bytes) => sharedFiles.append(shelfOf(label.target, "entries"), bytes),
      });
      let failure: { reason: unknown } | undefined;
      return {
        async write(chunk) {
          await writer.write(chunk).catch((reason: unknown) => {
            failure = { reason };
            throw reason;
          });
        },
        async close() {
          if (failure) {
            await writer.discard();
            throw failure.reason;
          }
          const { noted, stored } = await writer.close().catch(async (reason: unknown) => {
            await writer.discard();
            throw reason;
          });
          if (noted.content.size > MAX_ENTRY_BYTES) {
            await remove(noted);
            throw tooLarge(label.path, noted.content.size);
          }
          return staged(label, noted, async () => stored ?? sharedFiles.stored({ start: 0, ...noted }));
        },
        discard: () => writer.discard(),
      };
    },
    adopt: staged,
    async keep(target, bytes) {
      const meter = createMeter();
      meter.add(bytes);
      const { name, start } = await sharedFiles.append(shelfOf(target, "kept"), bytes);
      return { name, start, ...(await meter.finish()) };
    },
    async kept({ name, start = 0, size }) {
      const stored = await sharedFiles.stored({ name, start, size });
      return stored.bytes(0, size);
    },
    remove,
    async close(target) {
      for (const use of ["entries", "kept"] as const) await sharedFiles.close(shelfOf(target, use));
    },
  };
}

/** What is given back together lies together: a target that does not fit, or all that was kept of it. */
function shelfOf(target: string | undefined, use: "entries" | "kept"): string {
  return `${use} ${target ?? ""}`;
}

/** `entry-00000012` → 12 */
function numberOf(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 0);
}

function tooLarge(path: string, size: number): BackupError {
  return new BackupError("ENTRY_TOO_LARGE", `${path} is larger than a zip can hold`, {
    facts: { path, expected: MAX_ENTRY_BYTES, actual: size },
  });
}
