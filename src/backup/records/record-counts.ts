import type { CommentFacts } from "../../archive/manifest/manifest";

/** What the files of records hold. */
export interface RecordCounts {
  records: number;
  attachments: { expected: number; written: number };
  comments: CommentFacts;
  /** `$id` of the first and the last record; absent when there are none. */
  firstId?: string;
  lastId?: string;
}
