/** What can be wrong with an archive, or with what is to go into one. */
export type ArchiveErrorCode =
  /** An entry that a classic zip cannot hold (4 GiB). */
  | "ENTRY_TOO_LARGE"
  /** The bytes of an entry are not those that its facts speak of. */
  | "ENTRY_CHANGED"
  /** More entries or bytes than a classic zip can hold. */
  | "VOLUME_TOO_LARGE"
  /** Two entries of one path, or a path that must not be in an archive. */
  | "UNSAFE_PATH"
  /** Not a zip, or a damaged one. */
  | "DAMAGED"
  /** A manifest that is not one, or of a format version that this program does not know. */
  | "MANIFEST_INVALID";

export interface ArchiveErrorFacts {
  /** Path of the entry. */
  path?: string;
  /** Bytes or entries. */
  expected?: number;
  actual?: number;
}

interface ArchiveErrorOptions {
  facts?: ArchiveErrorFacts;
  cause?: unknown;
}

/** The one error of this room. Errors of inputs and sinks are not wrapped: they arrive as they were thrown. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
  readonly code: ArchiveErrorCode;
  readonly facts: ArchiveErrorFacts;

  constructor(code: ArchiveErrorCode, message: string, options: ArchiveErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.facts = options.facts ?? {};
  }
}
