import { createMeter } from "../../archive/digest";
import type { Entry, EntryFacts } from "../../archive/entry";
import { MAX_ENTRY_BYTES } from "../../archive/volumes";
import { BackupError } from "../errors";
import type { Workspace } from "../workspace";

/** What is known of an entry before its bytes have been seen. */
export type EntryLabel = Pick<EntryFacts, "path" | "kind" | "target">;

/** An entry whose bytes lie, whole, in the workspace. */
export interface StagedEntry extends Entry {
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
}

/**
 * Entries are staged whole before they are packed, because a download can break in the middle, and a zip that is being
 * written cannot take half an entry back.
 */
export function createStaging(workspace: Workspace): Staging {
  let count = 0;
  return {
    async create(label) {
      count += 1;
      const writer = await workspace.create(`entry-${String(count).padStart(8, "0")}`);
      const meter = createMeter();
      let failure: { reason: unknown } | undefined;
      return {
        async write(chunk) {
          meter.add(chunk);
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
          const measure = meter.finish();
          if (measure.size > MAX_ENTRY_BYTES) {
            await writer.discard();
            throw tooLarge(label.path, measure.size);
          }
          const file = await writer.close();
          return {
            ...label,
            ...measure,
            open: () => file.stream(),
            remove: () => workspace.remove(file.name),
          };
        },
        discard: () => writer.discard(),
      };
    },
  };
}

function tooLarge(path: string, size: number): BackupError {
  return new BackupError("ENTRY_TOO_LARGE", `${path} is larger than a zip can hold`, {
    facts: { path, expected: MAX_ENTRY_BYTES, actual: size },
  });
}
