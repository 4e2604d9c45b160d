import type { Measure } from "../../archive/bytes/digest";
import type { EntryFacts } from "../../archive/entry";
import type { TargetFacts } from "../../archive/manifest/manifest";
import type { Journal } from "../../domain/journal";
import type { NotedFile, PackedFile } from "../../domain/noted-file";
import type { PlainResult } from "../../domain/plain";
import type { Target } from "../../domain/target";

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
  /** The zip that it holds, when it is encrypted. */
  zip?: Measure;
  /** Paths of its entries, in their order. */
  entries: readonly string[];
}

/** One thing that is done, and need not be done again. `target` is the folder of the target in the archive. */
export type JournalEntry =
  | { kind: "begun"; targets: readonly Target[] }
  /** What the archive is called, without the numbers of its volumes. */
  | { kind: "named"; name: string }
  | { kind: "logged"; line: string }
  /** kintone's answer, as far as it may be kept, to a question that is asked once in a run. */
  | { kind: "answered"; target: string; question: string; answer: unknown }
  /** The same for answers that are better kept as files: attachments, pages of records. */
  | { kind: "filed"; target: string; question: string; file: NotedFile; unconfirmed?: true }
  /** What was filed of the target and was not confirmed yet is the run's user's. */
  | { kind: "confirmed"; target: string }
  /** The target is read anew, from its beginning. */
  | { kind: "forgotten"; target: string }
  | { kind: "settled"; settled: SettledTarget }
  | { kind: "packed"; packed: NotedVolume };

/** What the run had made of an app on one of kintone's days. */
export interface RequestsOfDay {
  app: string;
  day: string;
  requests: number;
}

/** An entry with the number of API requests that the run had made by then, and those of the target that it is about. */
export type JournalLine = JournalEntry & { requests: number; ofDay?: RequestsOfDay };

/** The journal of a backup. */
export type RunJournal = Journal<JournalLine>;
