import type { AttachedFile } from "../domain/files";

/** What a field holds. Users, organizations and groups are lists of codes. */
export type Value = string | null | string[] | AttachedFile[] | TableRow[];
export type Values = Record<string, Value>;

export interface TableRow {
  id: string;
  values: Values;
}

/** A record at rest. Never changed in place: an update stores a new object, so that undoing is putting the old one back. */
export interface StoredRecord {
  readonly id: number;
  readonly revision: number;
  /** By field code; a field that was added after the record was saved has no entry. */
  readonly values: Values;
  readonly creator: string;
  readonly createdTime: string;
  readonly modifier: string;
  readonly updatedTime: string;
  /** The code of the state; undefined until process management is on and the record was touched. */
  readonly status: string | undefined;
  readonly assignees: readonly string[];
}

export interface Comment {
  id: number;
  text: string;
  createdAt: string;
  creator: string;
  mentions: Array<{ code: string; type: string }>;
}
