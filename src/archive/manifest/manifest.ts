import type { DomainList, DomainPart } from "../domain-lists";
import type { EntryFacts } from "../entry";
import type { NumberedKind } from "../records/numbered-files";

/** A finished volume. */
export interface VolumeFacts {
  /** File name. */
  name: string;
  /** Bytes. */
  size: number;
  /** Hex. */
  sha256: string;
}

/** Of how much was asked for, how much is in the archive. */
export interface Count {
  expected: number;
  written: number;
}

/** Why something of the app is not in the archive. */
export type MissingCode =
  /** kintone has no way to read it (record change history, process history, API tokens, …). */
  | "NOT_OFFERED_BY_KINTONE"
  /** This version of the program does not read it. */
  | "NOT_READ"
  /** The user may not read it. */
  | "NOT_READABLE"
  /** Left out on purpose, by the options. */
  | "EXCLUDED"
  /** In `records.jsonl`, but CSV has no column for it, or cannot hold it. */
  | "NOT_IN_CSV"
  /** It should be there, and could not be read. The run says why. */
  | "FAILED";

export interface Missing {
  code: MissingCode;
  /** What is missing: a stable word such as `record-history`, `api-tokens`, `field`, `attachment`. */
  what: string;
  /** One sentence for people, in English. */
  text: string;
  /** Field code. */
  field?: string;
  /** Record id. */
  record?: string;
  /** Space id. */
  space?: string;
  /** Where in the archive it would be. */
  path?: string;
  /** Somebody accepted beforehand that it would be so. */
  accepted?: Acceptance;
  /** So many more of the same code about the same part are not named, as the manifest has no room for them. */
  more?: number;
}

export interface Acceptance {
  /** Login name. */
  by: string;
  /** ISO 8601, UTC. */
  at: string;
  reason: string;
}

/** A file whose name had to be changed to be safe, or to differ from its neighbour's. */
export interface Renamed {
  /** Path in the archive. */
  path: string;
  /** The name in kintone. */
  trueName: string;
}

/** What was asked for. */
export interface TargetOptions {
  /** A condition in kintone's query language; empty: every record. */
  query: string;
  include: Array<"records" | "attachments" | "comments" | "settings" | "administration">;
  /** Codes of fields whose values are nowhere in the archive. */
  excludedFields: string[];
}

/** Some of a target's records. */
export interface RecordSpans {
  /** How many. */
  records: number;
  /** Those of the archive whose `$id` is one of these two, or between them; ascending. */
  ids: Array<[first: string, last: string]>;
}

/** Comments cost a request for each record: where there are not enough of them, not all are read each time. */
export interface CommentFacts {
  /** Lines of `comments.jsonl`, and of the files behind it. */
  written: number;
  /** Records whose comments are not there, as no request was left for them. */
  unread?: RecordSpans;
  /** Records whose comments are those that an earlier run read, and when: ISO 8601, UTC; the oldest first. */
  takenOver?: Array<RecordSpans & { readAt: string }>;
}

/** What a manifest says about a target. */
export interface TargetFacts {
  /** Its folder; `target` of its entries. */
  folder: string;
  appId: string;
  guestSpaceId?: string;
  appName: string;
  /** Revision of the app's form settings. */
  revision: string;
  options: TargetOptions;
  records: Count;
  attachments: Count;
  comments: CommentFacts;
  /** How many files its records, rows and comments lie in. Absent in format version 1: none has more than one. */
  files?: Record<NumberedKind, number>;
  /** Records that were added, changed or deleted while they were read. The archive has what was found at the end. */
  changedMeanwhile: { added: number; changed: number; deleted: number };
  /** `$id` of the first and last record; absent when there are no records. */
  firstId?: string;
  lastId?: string;
  renamed: Renamed[];
  missing: Missing[];
}

/** What a manifest says about the domain beside its apps. */
export interface DomainFacts {
  /** What was asked for. */
  include: DomainPart[];
  /** Those that are there, and how many lines they have. */
  lists: Array<{ list: DomainList; written: number }>;
  missing: Missing[];
}

/** All that this program reads. It writes version 3 where the domain was asked for, and version 2 otherwise, which older programs read. */
export const FORMAT_VERSIONS = [1, 2, 3] as const;

/** `manifest.json` of one volume. `README.md` is the specification. */
export interface Manifest {
  formatVersion: (typeof FORMAT_VERSIONS)[number];
  runId: string;
  /** ISO 8601, UTC: when the run started. */
  createdAt: string;
  /** Counted from 1. */
  volume: number;
  /** Whether this is the run's last volume. */
  last: boolean;
  /** The entries of this volume, without the manifest. */
  entries: EntryFacts[];
  /** In the last volume every target of the run; in the others those that were finished when it was written. */
  targets: TargetFacts[];
  /** In the last volume, when it was asked for; in the others when it was known as they were written. */
  domain?: DomainFacts;
  /** In the last volume: the volumes before it. A volume cannot hold its own digest. Empty in the others. */
  volumes: VolumeFacts[];
}
