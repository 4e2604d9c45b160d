import type { AppRef } from "./target";

/** What who asks may do with one record. */
export interface RecordRight {
  id: string;
  editable: boolean;
  deletable: boolean;
  /** By field code; of fields in tables, kintone tells nothing of their own. */
  fields: ReadonlyMap<string, { viewable: boolean; editable: boolean }>;
}

/** What who asks may do with records. Rejects as a `Source` does; when one of the records is not there, with `RECORD_NOT_FOUND`. */
export interface RecordRights {
  /** At most a hundred are asked for. */
  of(app: AppRef, ids: readonly string[]): Promise<RecordRight[]>;
}
