import type { StoredFile } from "./workspace";

/** A finished and verified volume on its way out. */
export interface OutgoingVolume {
  /** The file name people see, e.g. `kintone-backup_20261123_030000.zip`. */
  name: string;
  file: StoredFile;
}

/** A place where volumes go. One contract (`test/contracts/destination.ts`) for every place. */
export interface Destination {
  /** Recorded in the history. */
  readonly kind: "download" | "folder";
  /** Resolves when the volume is there, whole. Rejects with `DELIVERY_FAILED` or `NO_SPACE`; then nothing half is left there. */
  deliver(volume: OutgoingVolume): Promise<void>;
  /** Reads a delivered volume where it lies. Absent where nobody can: a browser does not tell what became of a download. */
  read?(name: string): AsyncIterable<Uint8Array>;
}
