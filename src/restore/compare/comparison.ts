import type { BackupError, ErrorFacts } from "../../domain/errors";
import type { FormDifference } from "./form-differences";
import type { FieldDifference } from "./record-differences";

/** What a comparison found of one record. Equal ones are only counted. */
export type RecordFinding =
  /** The archive has it, and kintone gives none of that id. */
  | { kind: "missing"; id: string }
  /** Something that a restore can write is another. */
  | ({ kind: "differs" } & Differing)
  /** Only what a restore cannot write is another: what kintone works out, copies from another app, or keeps for itself. */
  | ExplainedFinding
  /** It was added after the archive's last record: the archive says nothing about it. As of all others, only of the archive's own app. */
  | { kind: "newer"; id: string; revision: string }
  /** It was there when the archive was made, and is not in it. */
  | { kind: "surplus"; id: string; revision: string }
  /**
   * kintone did not give it, or the archive's form of it cannot be understood; or one of its files could not be compared, whatever else
   * was found of the record.
   */
  | { kind: "unread"; id: string; error: BackupError };

export type ExplainedFinding = { kind: "explained" } & Differing;

/** A record that is there, and another in some fields. */
export interface Differing {
  id: string;
  /** Of the record in kintone, which has another id when it was put back before. */
  present: { id: string; revision: string };
  /** Who changed it last, and when, where kintone tells. */
  changed: { by?: string; at?: string };
  fields: FieldDifference[];
}

/** What a whole comparison found. */
export interface Comparison {
  form: FormComparison;
  /** How many records: of the archive, of the app now, equal ones, and those of each kind of finding. */
  counts: Record<"archived" | "present" | "equal" | RecordFinding["kind"], number>;
  /**
   * Why records that seem to be missing may only be hidden from who compares; absent when record permissions let them see every record.
   */
  mayBeHidden?: NonNullable<ErrorFacts["hidden"]>;
  /** The archive has no more than the records that met a condition: nothing is known of others. */
  condition: string;
  /** Whether the archive has the files of records. */
  hasAttachments: boolean;
}

export interface FormComparison {
  differences: FormDifference[];
  /**
   * Whether both forms are the same to the last property: then equal revisions prove equal records, and those need not be read.
   */
  isUnchanged: boolean;
  /** Codes of fields that the archive left out on purpose: they are not compared. */
  excluded: readonly string[];
}

/** Why an archive and an app cannot be compared at all. */
export type NotComparable =
  | { reason: "no-form"; app: string }
  | { reason: "no-records"; app: string }
  | { reason: "another-app"; archived: AppIdentity; present: AppIdentity }
  /** Everything would be added a second time to the very app that the archive was made of. */
  | { reason: "same-app"; app: string }
  /** Records cannot be known by that field; `keys`: those by which they can. */
  | { reason: "no-key"; field: string; keys: string[] };

/** Who an app is, whatever its id: ids of another domain mean other apps. */
export interface AppIdentity {
  appId: string;
  name: string;
  creator: string;
  /** ISO 8601. */
  createdAt: string;
}

/** What is kept of one app of an archive, whatever it has: what was found, or why there is nothing to find. */
export interface ComparedTarget {
  app: ToldApp;
  found?: { comparison: Comparison; examples: Readonly<Record<RecordFinding["kind"], RecordFinding[]>> };
  obstacle?: NotComparable | BackupError;
}

/** The app as the archive knows it. */
export interface ToldApp {
  appId: string;
  guestSpaceId?: string;
  appName: string;
}
