import type { KintoneComment, KintoneRecord } from "../archive/records/kintone-app";
import type { CopiedRecords, CopyOrder, RecordVersion } from "./record-copies";
import type { AppRef } from "./target";
import type { Viewer } from "./viewer";

/** Languages in which kintone keeps names of an app beside the default ones (OpenAPI 20250423, parameter `lang`). */
export type Language = "en" | "zh" | "ja";

/** Names of the settings endpoints that a backup reads; also their paths in the archive (`settings/<name>.json`). */
export type SettingName =
  | "app"
  | "app/settings"
  | "app/form/fields"
  | "app/form/layout"
  | "app/views"
  | "app/status"
  | "app/customize"
  | "app/acl"
  | "record/acl"
  | "field/acl"
  | "app/notifications/general"
  | "app/notifications/perRecord"
  | "app/notifications/reminder"
  | "app/reports"
  | "app/actions"
  | "app/plugins"
  | "app/adminNotes"
  | "app/categories"
  | "app/plugin/config"
  | "space"
  | "space/members";

/** A settings endpoint, as a source offers it. */
export interface SettingOffer {
  name: SettingName;
  /** In which it can be asked for beside the default names; empty when it holds none. */
  languages: readonly Language[];
  /** Whose setting it is: of the app, of the space that the app is in, or of each plug-in of the app. */
  of: "app" | "space" | "plugin";
  /** Who may read it: whoever may view or add records, or the app's administrators alone. */
  readers: "viewers" | "administrators";
  /** Under consideration: it is there where the domain's administrator has switched it on (`domain/under-consideration.ts`). */
  underConsideration?: true;
}

/** Which of an app's settings, and how. */
export interface SettingRequest {
  language?: Language;
  /** For the settings of a space. */
  spaceId?: string;
  /** For the settings of a plug-in. */
  pluginId?: string;
}

/** Which records of an app to read. */
export interface RecordsRange {
  /** As in `Target.query`. */
  query: string;
  /** Only records with a larger `$id`. "0" for the first page. */
  afterId: string;
  /** Only records up to this `$id`; without it, there is no end. */
  upToId?: string;
  /**
   * The most that the answer holds; `recordsPerPage` when absent. Whoever gives one can ask for less: what may be due to how much it
   * is, is told soon then, as a `divisible` error.
   */
  limit?: number;
}

/** Which records of an app to read, one by one: those that are still there and match, of at most 100 ids. */
export interface RecordsAsked {
  query: string;
  /** Several are as good as a `limit`. */
  ids: readonly string[];
}

/** Up to ten comments of a record, oldest first, as kintone answered. */
export interface CommentsPage {
  comments: KintoneComment[];
  /** Whether there are newer ones. */
  more: boolean;
}

/**
 * Who reads. A cookie is sent by the browser, whoever it is of: when somebody else logs in in another tab, files that are asked for
 * come with their rights. Answers that are JSON are not meant: kintone gives those to the run's user or to nobody.
 */
export interface Reader {
  /** Files may be given to somebody else. Otherwise every answer is the run's user's, and there is nothing to confirm. */
  readonly isUncertain: boolean;
  /** How often the user has logged in, as far as this is known. */
  logIns(): number;
  /**
   * Resolves to `logIns()` when kintone has confirmed that the run's user is logged in: what was read since the same log-in is theirs. Waits
   * for the user when somebody else is. Rejects with `SESSION_EXPIRED` when that takes too long.
   */
  confirm(): Promise<number>;
}

/**
 * The engine's view of a kintone domain. Every method rejects with a `BackupError` that says which app it was about, and
 * which record or setting; what may be tried again has already been tried again. One contract (`test/contracts/source.ts`).
 */
export interface Source {
  /** Every settings endpoint that this source can read. */
  readonly settings: readonly SettingOffer[];
  readonly reader: Reader;
  /** Who reads, as permissions name people; `undefined` where no permission of a record is about them: API tokens. */
  viewer(): Promise<Viewer | undefined>;
  /** The most records, or versions, that one answer holds. One with fewer than were asked for has all that there are. */
  readonly recordsPerPage: number;
  /**
   * Whatever kintone answers, whole: `settings/` looks into it. With default names, unless a language is asked for.
   */
  readSetting(app: AppRef, name: SettingName, request?: SettingRequest): Promise<unknown>;
  /**
   * The first page of a range, in ascending `$id`.
   *
   * @param fields codes: of each record only these, its id and its revision; all when absent
   */
  readRecords(app: AppRef, range: RecordsRange, fields?: readonly string[]): Promise<KintoneRecord[]>;
  /** Those of the ids, in ascending `$id`. */
  readRecordsById(app: AppRef, asked: RecordsAsked): Promise<KintoneRecord[]>;
  /** The records of a range as copies; made on another thread where there is one. One order serves for all pages of a target. */
  copyRecords(app: AppRef, range: RecordsRange, order: CopyOrder): Promise<CopiedRecords>;
  /** Those of the ids as copies, in ascending `$id`. */
  copyRecordsById(app: AppRef, asked: RecordsAsked, order: CopyOrder): Promise<CopiedRecords>;
  /** A page of the newest records that match: a sample. `limit` is as that of a range. */
  readNewestRecords(app: AppRef, query: string, limit?: number): Promise<KintoneRecord[]>;
  /** Like `readRecords`, but the versions only. */
  readVersions(app: AppRef, range: RecordsRange): Promise<RecordVersion[]>;
  /** How many records match now. `upToId` leaves out those with a larger `$id`. */
  countRecords(app: AppRef, range: { query: string; upToId?: string }): Promise<number>;
  readRecord(app: AppRef, recordId: string): Promise<KintoneRecord>;
  /** Skips the `offset` oldest ones. */
  readComments(app: AppRef, recordId: string, offset: number): Promise<CommentsPage>;
  /** The bytes of an attachment or of a settings file. The stream errors with a `BackupError` when the transfer breaks. */
  openFile(app: AppRef, fileKey: string): Promise<ReadableStream<Uint8Array>>;
}
