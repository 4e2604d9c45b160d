/**
 * A record of the backup-management app, as `@kintone/dts-gen` sees it (`npm run types`). A cell is absent when the user may
 * not read the field, or when somebody deleted it: take nothing for granted.
 */
export type AppRecord = Partial<kintone.types.SavedBackupManagementFields>;

/** What is written to a record: field code to value, as the REST API takes it. */
export type RecordValues = Record<string, { value: unknown }>;

/** A change of one record. */
export interface RecordChange {
  /** `$id`. */
  id: string;
  /** When present, the change is refused (409 GAIA_CO02) unless this is the record's present revision. */
  revision?: string;
  record: RecordValues;
}

/**
 * The records of one app, as much of them as history and targets need. Every method rejects with a `BackupError`. One
 * contract (`test/contracts/record-store.ts`).
 */
export interface RecordStore {
  /** The records that match a query in kintone's language, at most 500. */
  find(query: string): Promise<AppRecord[]>;
  /**
   * Resolves to the new record's `$id`. May be tried again when an answer was lost, so the record must have a value in a
   * unique field: the second try is then refused (CB_VA01) when the first was a success.
   */
  add(record: RecordValues): Promise<string>;
  /** Adds at most 100 records, all or none. May be tried again, and needs unique values, as `add` does. */
  addAll(records: readonly RecordValues[]): Promise<void>;
  /** Changes at most 100 records, all or none. May be tried again when an answer was lost. */
  update(changes: readonly RecordChange[]): Promise<void>;
  /** Uploads a file; resolves to the key that puts it into a field of type FILE. */
  upload(file: { name: string; data: Blob }): Promise<string>;
  /** The text of a file that a record has, by the key that the record gives for it. */
  download(fileKey: string): Promise<string>;
}
