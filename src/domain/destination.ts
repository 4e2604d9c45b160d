import type { StoredFile } from "./workspace";

/** A finished and verified volume on its way out. */
export interface OutgoingVolume {
  /** The file name people see, e.g. `kintone-backup_20261123_030000.zip`. */
  name: string;
  file: StoredFile;
}

/** What a run asks a place for, before anything is packed under a name. */
export interface ClaimRequest {
  /** The id of the run. */
  owner: string;
  /**
   * What its archive may be called, the one that people like best first. The last is no other run's, for places where nobody can
   * look what is there. A volume's name begins with the name and a dot.
   */
  names: readonly string[];
  /** What the same run claimed in an attempt that was broken off: volumes of its own may lie there. */
  again?: string | undefined;
}

/** A name that is one run's, and nobody else's, until it is released. */
export interface Claim {
  readonly name: string;
  /** Nothing is left of the claim. Call it when all volumes are there, or none will come. */
  release(): Promise<void>;
}

/** What a place can say of a volume that is there. */
export interface Delivery {
  /**
   * Why the place could not say that the volume is on its disk, in the system's word: what only waits to be written is lost
   * when the power fails. Absent where it is on the disk, and where nobody can know anything.
   */
  notOnDisk?: string;
}

/** A place where volumes go. One contract (`test/contracts/destination.ts`) for every place. */
export interface Destination {
  /** Recorded in the history. */
  readonly kind: "download" | "folder";
  /**
   * Claims the first of the names under which nothing is there, and which nobody else has claimed: of two who ask for one at
   * the same time, only one gets it. A claim does not look like an archive, and one whose run died goes away by itself. Rejects as
   * `deliver` does.
   */
  claim(request: ClaimRequest): Promise<Claim>;
  /** Resolves when the volume is there, whole. Rejects with `DELIVERY_FAILED` or `NO_SPACE`; then nothing half is left there. */
  deliver(volume: OutgoingVolume): Promise<Delivery>;
  /** Reads a delivered volume where it lies. Absent where nobody can: a browser does not tell what became of a download. */
  read?(name: string): AsyncIterable<Uint8Array>;
}
