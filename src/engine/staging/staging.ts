import { createMeter } from "../../archive/digest";
import type { Entry, EntryFacts, Packed } from "../../archive/entry";
import { unpacked } from "../../archive/unpacking";
import { MAX_ENTRY_BYTES } from "../../archive/volumes";
import { BackupError } from "../errors";
import type { NotedFile } from "../journal/journal";
import { createPackedWriter } from "./packed-writer";
import type { StoredFile, Workspace } from "../workspace";

/** What is known of an entry before its bytes have been seen. */
export type EntryLabel = Pick<EntryFacts, "path" | "kind" | "target">;

/** An entry whose bytes lie, whole and packed, in the workspace, or in the previous archive under the same path. */
export interface StagedEntry extends Entry {
  readonly packed: Packed;
  /** Where in the workspace; absent for one of the previous archive. */
  readonly file?: Required<NotedFile>;
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
  adopt(label: EntryLabel, noted: Required<NotedFile>, stored: () => Promise<StoredFile>): StagedEntry;
  /** A file that is no entry: it is there for a later attempt only. */
  keep(bytes: Uint8Array): Promise<NotedFile>;
}

/**
 * Entries are staged whole before they are packed, because a download can break in the middle, and a zip that is being
 * written cannot take half an entry back.
 *
 * @param lastNumber files up to this number are those of an earlier attempt
 */
export function createStaging(workspace: Workspace, lastNumber = 0): Staging {
  let count = lastNumber;
  const nextName = () => {
    count += 1;
    return `entry-${String(count).padStart(8, "0")}`;
  };
  const staged = (label: EntryLabel, file: Required<NotedFile>, stored: () => Promise<StoredFile>): StagedEntry => {
    const { size, sha256, method, crc32 } = file.content;
    const packed: Packed = { method, crc32, size: file.size, open: async () => (await stored()).stream() };
    return {
      ...{ ...label, size, sha256, packed, file },
      open: () => unpacked(packed, size),
      remove: () => workspace.remove(file.name),
    };
  };
  return {
    async create(label) {
      const name = nextName();
      const writer = createPackedWriter(name, label.path, await workspace.create(name));
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
            await workspace.remove(name);
            throw tooLarge(label.path, noted.content.size);
          }
          return staged(label, noted, async () => stored);
        },
        discard: () => writer.discard(),
      };
    },
    adopt: staged,
    async keep(bytes) {
      const writer = await workspace.create(nextName());
      const meter = createMeter();
      try {
        meter.add(bytes);
        await writer.write(bytes);
        const { name } = await writer.close();
        return { name, ...(await meter.finish()) };
      } catch (thrown) {
        await writer.discard();
        throw thrown;
      }
    },
  };
}

function tooLarge(path: string, size: number): BackupError {
  return new BackupError("ENTRY_TOO_LARGE", `${path} is larger than a zip can hold`, {
    facts: { path, expected: MAX_ENTRY_BYTES, actual: size },
  });
}
