import type { Measure } from "../archive/bytes/digest";
import type { Method } from "../archive/entry";

/** Bytes in the workspace, as the journal names them: a finished file, or a piece of a shared one. */
export interface NotedFile {
  /** Of the file. */
  name: string;
  /** Where the piece begins; absent for a whole file. */
  start?: number;
  /** Bytes. */
  size: number;
  /** Hex. */
  sha256: string;
  /** What it holds, packed; absent when it is no entry. */
  content?: PackedContent;
}

/** The bytes of an entry before compression, and how they are packed. */
interface PackedContent extends Measure {
  method: Method;
  crc32: number;
}

/** The bytes of an entry. */
export interface PackedFile extends NotedFile {
  content: PackedContent;
}
