/** A finished file of the workspace. It can be read any number of times until it is removed. */
export interface StoredFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
  /** The bytes from `start` up to, not including, `end`. */
  bytes(start: number, end: number): Promise<Uint8Array>;
  /** Where it lies in the file system, when it does. For who can put it elsewhere without copying it. */
  readonly path?: string;
}

/** A file being written. Exactly one of `close` and `discard` ends it. */
export interface FileWriter {
  /**
   * Whether what was written stays, whatever comes next: a write that fails, or the end of the process. Otherwise only `close`
   * makes it stay.
   */
  readonly isLasting: boolean;
  write(chunk: Uint8Array): Promise<void>;
  /** After this the file is whole and survives a crash of the process, though not of the machine. */
  close(): Promise<StoredFile>;
  /** Gives the space back. */
  discard(): Promise<void>;
}

/**
 * Room on this machine for the files of one run while it works: the browser's private file system, a folder, or memory
 * in tests. Names are the engine's own (never from outside), unique in a run, of `[a-z0-9._-]`.
 * Writing rejects with `NO_SPACE` when there is no room left. One contract (`test/contracts/workspace.ts`) for every place.
 */
export interface Workspace {
  create(name: string): Promise<FileWriter>;
  remove(name: string): Promise<void>;
  /** Removes everything that the run left, finished or not. */
  clear(): Promise<void>;
}
