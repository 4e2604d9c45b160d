import type { BackupError } from "./errors";
import type { RecordVersion } from "./record-copies";
import type { RecordValues } from "./record-store";
import type { AppRef } from "./target";

/** The most that one request adds, changes or deletes (cybozu.dev add-records, update-records, delete-records). */
export const RECORDS_PER_BATCH = 100;

/** The most whose assignees one request sets: kintone takes them one by one, and so many requests in one (cybozu.dev update-assignees, bulk-request). */
export const ASSIGNED_PER_BATCH = 20;

/** A record that goes on in its process, at the revision that it has. */
export interface ProcessMove extends RecordVersion {
  /** By its name. */
  action: string;
}

/** Whose a record is to be, at the revision that it has. */
export interface Assignment extends RecordVersion {
  /** Log-in names; nobody's when there are none. */
  assignees: readonly string[];
}

/** What became of a comment. Only `done` is certain to be there, and `unknown` may be. */
export type Commented = { outcome: "done" } | { outcome: "refused" | "unknown"; error: BackupError };

/** A change of one record. It always names the revision that it builds on: what somebody wrote meanwhile is not written over. */
export interface RevisedChange {
  /** `$id`. */
  id: string;
  revision: string;
  record: RecordValues;
}

/** What kintone does not take of one record of a batch. */
export interface RefusedRecord {
  /** Its place in the request, from 0. */
  index: number;
  /**
   * Codes of fields to kintone's sentences; of a field in a table `table.field`. Empty when kintone names none. Which row of a table it
   * was, is in the error's `answer.errors`.
   */
  fields: Record<string, string[]>;
}

/** What became of a batch. Only `done` changed anything, and `unknown` may have. */
export type Written =
  /** All of it. Ids and revisions, in the order of the request; of deleted records those that were asked for. */
  | { outcome: "done"; versions: readonly RecordVersion[] }
  /** One of the records at least has another revision than was named; which one, is not told. */
  | { outcome: "changed-meanwhile"; error: BackupError }
  /** One of the records at least does not exist any more. */
  | { outcome: "gone"; error: BackupError }
  /** These are refused, and perhaps others when these are left out. In the order of the request. */
  | { outcome: "records-refused"; records: readonly RefusedRecord[]; error: BackupError }
  /** One of the records at least is refused, and kintone does not say which: ask with fewer to find it. */
  | { outcome: "batch-refused"; error: BackupError }
  /** More than is taken at a time: ask with fewer. */
  | { outcome: "too-large"; error: BackupError }
  /** The answer was lost, or says neither: nobody knows whether it was done. */
  | { outcome: "unknown"; error: BackupError };

/**
 * The writing view that a restore has of a kintone domain. Of a batch, all is done or nothing. A method rejects with a `BackupError` that
 * says which app it was about, when the app, the user or the connection stands in the way of any batch; then it is certain that nothing was
 * done. What proves that (too many requests, a lock, a connection that was never opened, a log-in that ended) has been tried again, and
 * nothing else: what may have been done is never sent a second time. No webhook hears of it, other than of writes one by one. Throws a
 * RangeError when it is given more than `RECORDS_PER_BATCH`, or nothing. One contract (`test/contracts/sink.ts`).
 */
export interface Sink {
  /** Ids are given in the order of the records. */
  add(app: AppRef, records: readonly RecordValues[]): Promise<Written>;
  /** A second try after a lost answer would be `changed-meanwhile` by the first. */
  update(app: AppRef, changes: readonly RevisedChange[]): Promise<Written>;
  remove(app: AppRef, records: readonly RecordVersion[]): Promise<Written>;
  /** Whoever asks must be an assignee of each record, or it must have none. */
  proceed(app: AppRef, moves: readonly ProcessMove[]): Promise<Written>;
  /** Takes the right to manage the app. Throws a RangeError for more than `ASSIGNED_PER_BATCH`. */
  assign(app: AppRef, assignments: readonly Assignment[]): Promise<Written>;
  /** As a comment of who writes, that mentions nobody. Webhooks hear of it, and so do people whom the record concerns. */
  comment(app: AppRef, recordId: string, text: string): Promise<Commented>;
  /** Resolves to the key that puts it into a field of type FILE, once; it is good for three days. */
  upload(app: AppRef, file: { name: string; data: Blob }): Promise<string>;
}
