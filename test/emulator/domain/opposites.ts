/**
 * What is only assumed of kintone, by the ids of the marks. Here it is done as assumed unless it is switched to its opposite: for tests of
 * who wants to find out.
 */
export type Opposite =
  /** Of requests. */
  | "concurrency-headers"
  | "post-that-says-get"
  | "files-by-post"
  | "users-by-post"
  | "file-headers"
  | "file-ranges"
  | "password-before-token"
  | "users-by-token"
  /** Of settings. */
  | "automatic-title"
  | "markup-references"
  | "renames-in-formulas"
  | "field-into-live-table"
  | "view-of-assigned"
  | "text-for-assignees"
  | "view-without-process"
  | "state-after-process"
  /** Of records. */
  | "default-time-with-seconds"
  | "default-moment-without-zone"
  | "default-where-right-lacks"
  | "active-content"
  | "record-number-when-added"
  | "system-times"
  | "created-time-of-upsert"
  | "cells-left-out-of-table"
  | "ids-never-reused"
  | "swapped-unique-values"
  | "state-touches-modifier";

/** In the place of a status or a code that is only assumed. */
export interface OtherAnswer {
  status?: number;
  code?: string;
}
