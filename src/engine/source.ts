import type { FormFields, FormLayout, KintoneRecord } from "../archive/kintone-app";
import type { AppRef } from "./target";

/** Names of the settings endpoints that a backup reads; also their paths in the archive (`settings/<name>.json`). */
export type SettingName = "app" | "app/settings" | "app/views" | "app/form/fields" | "app/form/layout";

/** What each settings endpoint answers, as far as the engine looks into it. The answer itself is kept whole. */
export interface SettingAnswers {
  app: { appId: string; name: string };
  "app/settings": object;
  "app/views": object;
  "app/form/fields": FormFields;
  "app/form/layout": FormLayout;
}

/** Which records of an app to read. */
export interface RecordsRange {
  /** As in `Target.query`. */
  query: string;
  /** Only records with a larger `$id`. "0" for the first page. */
  afterId: string;
}

/**
 * The engine's view of a kintone domain. Every method rejects with a `BackupError`; what may be tried again has already
 * been tried again.
 */
export interface Source {
  readSetting<Name extends SettingName>(app: AppRef, name: Name): Promise<SettingAnswers[Name]>;
  /** The next page in ascending `$id`: at most 500 records; an empty page means that there are no more. */
  readRecords(app: AppRef, range: RecordsRange): Promise<KintoneRecord[]>;
  /** How many records match now. `upToId` leaves out those with a larger `$id`. */
  countRecords(app: AppRef, range: { query: string; upToId?: string }): Promise<number>;
  readRecord(app: AppRef, recordId: string): Promise<KintoneRecord>;
  /** The bytes of an attachment. The stream errors with a `BackupError` when the transfer breaks. */
  openFile(app: AppRef, fileKey: string): Promise<ReadableStream<Uint8Array>>;
}
