import type { Volume } from "./outcome";
import type { PlaceKind } from "./saved";
import type { StoredFile } from "./workspace";

/**
 * A finished and verified volume on its way out: the file name people see, e.g. `kintone-backup_20261123_030000.zip`, and what
 * its bytes are known to be.
 */
export interface OutgoingVolume extends Volume {
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

/**
 * How it is known that what lies at a place is what was sent: it was read there to its last byte, or the server made a digest
 * of its own of what it has, and that is the volume's.
 */
export type Proof = "read-back" | "server-digest";

/** What a place can say of a volume that is there. */
export interface Delivery {
  /** What the place found out itself. Absent where whoever delivers has to read it back, as far as it can be read. */
  proof?: Proof;
  /**
   * Why the place could not say that the volume is on its disk, in the system's word: what only waits to be written is lost
   * when the power fails. Absent where it is on the disk, and where nobody can know anything.
   */
  notOnDisk?: string;
}

/** A file at a place. */
export interface PlacedFile {
  name: string;
  /** Bytes. */
  size: number;
  /** The place removes it for nobody before that. */
  lockedUntil?: Date;
}

/** A place where volumes go. One contract (`test/contracts/destination.ts`) for every place. */
export interface Destination {
  /** Recorded in the history. */
  readonly kind: PlaceKind;
  /**
   * Claims the first of the names under which nothing is there, and which nobody else has claimed: of two who ask for one at
   * the same time, only one gets it. A claim does not look like an archive, and one whose run died goes away by itself. Rejects as
   * `deliver` does.
   */
  claim(request: ClaimRequest): Promise<Claim>;
  /**
   * Resolves when the volume is there, whole. Never overwrites: a file of that name is a refusal (`taken`), unless it is this very
   * volume, which a lost answer or the end of the process may have left. Rejects with `DELIVERY_FAILED` or `NO_SPACE`; then nothing half is left
   * there, nor when the signal ends it.
   */
  deliver(volume: OutgoingVolume, signal?: AbortSignal): Promise<Delivery>;
  /** Reads a delivered volume where it lies. Absent where nobody can: a browser does not tell what became of a download. */
  read?(name: string): AsyncIterable<Uint8Array>;
  /** Every whole file that lies there, whoever put it there; no claims, and nothing unfinished. A place that is not there yet has none. */
  list?(): Promise<PlacedFile[]>;
  /** Removes one of them. Resolves also when it is not there any more: an answer may have been lost. */
  remove?(name: string): Promise<void>;
}

/** One of the places that a run saves its archive at, by the name that people gave it. */
export interface Place {
  readonly name: string;
  readonly destination: Destination;
}

/** A place that can be looked into: every one but a download. */
export type OpenDestination = Destination & Required<Pick<Destination, "read" | "list" | "remove">>;
