import type { Measure } from "../../archive/digest";
import type { EntryFacts, Method } from "../../archive/entry";
import type { TargetFacts } from "../../archive/manifest";
import type { PlainResult } from "../plain";
import type { Target } from "../target";
import type { StoredFile } from "../workspace";

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

/** An entry that waits in the workspace; without a file, in the previous archive under the same path. */
export type NotedEntry = EntryFacts & { file?: PackedFile };

/** A target that was read to its end: from here on nothing of it is read again. */
export interface SettledTarget {
  facts: TargetFacts;
  result: PlainResult;
  /** In the order in which the archive takes them. */
  entries: readonly NotedEntry[];
}

/** A volume that was packed and read back. */
export interface NotedVolume {
  /** Counted from 1. */
  volume: number;
  /** The name that people see. */
  name: string;
  file: NotedFile;
  /** Paths of its entries, in their order. */
  entries: readonly string[];
}

/** One thing that is done, and need not be done again. `target` is the folder of the target in the archive. */
export type JournalEntry =
  | { kind: "begun"; targets: readonly Target[] }
  | { kind: "logged"; line: string }
  /** kintone's answer, as far as it may be kept, to a question that is asked once in a run. */
  | { kind: "answered"; target: string; question: string; answer: unknown }
  /** The same for answers that are better kept as files: attachments, pages of records. */
  | { kind: "filed"; target: string; question: string; file: NotedFile }
  /** The target is read anew, from its beginning. */
  | { kind: "forgotten"; target: string }
  | { kind: "settled"; settled: SettledTarget }
  | { kind: "packed"; packed: NotedVolume };

/** An entry with the number of API requests that the run had made by then. */
export type JournalLine = JournalEntry & { requests: number };

/**
 * What a run has done, on the disk beside its files, so that a run whose process was killed can go on where it was. Noting
 * is best effort: what is not noted is done again, and a journal that cannot be written is no reason to end a backup. One
 * contract (`test/contracts/journal.ts`).
 */
export interface Journal {
  /** What earlier attempts of this run noted, in that order; nothing for a run that begins. */
  lines(): AsyncIterable<JournalLine>;
  /** Resolves when this, and all that was noted before, is on the disk; never rejects. */
  note(line: JournalLine): Promise<void>;
  /** A finished file of an earlier attempt; `undefined` when it is not there. */
  file(name: string): Promise<StoredFile | undefined>;
  /** Removes the files that earlier attempts left in the workspace, except for these. */
  sweep(keep: ReadonlySet<string>): Promise<void>;
  /** The run has an end, so it will not be resumed. Its files are the workspace's business. */
  end(): Promise<void>;
}
