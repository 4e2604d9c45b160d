import type { DomainList } from "../archive/domain-lists";
import type { Missing } from "../archive/manifest/manifest";

/** What a gap in an archive can be about. `screens/text` has a sentence for each, in every language. */
export type MissingPart = (typeof NOT_OFFERED)[number]["what"] | (typeof NOT_READ)[number]["what"] | FoundMissing;

/** What only a run can find missing. */
type FoundMissing =
  /** The whole app. */
  | "app"
  | "records"
  /** Records that nobody knows of: permissions may hide them from the user. */
  | "hidden-records"
  | "attachments"
  | "comments"
  | "settings"
  /** The settings that only the app's administrators may read. */
  | "administration"
  | "customize"
  /** Those two are given where the domain has switched it on. */
  | "plugin-configurations"
  | "category-tree"
  /** A part of a setting's answer that is kept, and that the run could not follow. */
  | "setting-part"
  /** One field, one attachment. */
  | "field"
  | "attachment"
  /** Of a record in CSV: a cell or a part of it, all rows. */
  | "cell"
  | "rows"
  /** A field that looks like a personal identifier, and that nobody has decided on. */
  | "identifier"
  /** A field that is computed from one that was left out. */
  | "derived-field"
  /** Of the domain: a list as a whole, or one space. */
  | DomainList
  | "space"
  /** Spaces that kintone does not list. */
  | "unlisted-spaces"
  | "guest-users"
  /** What is known of users beside who they are. */
  | "user-details";

/** A gap whose words are known. */
export interface Gap extends Missing {
  what: MissingPart;
}

/**
 * What kintone's API does not give, of any app. From its absence in the official OpenAPI description 20250423; of lookups:
 * https://cybozu.dev/ja/kintone/news/api-updates/2026-03.
 */
const NOT_OFFERED = [
  { what: "record-history", text: "The change history of records: kintone has no API for it." },
  { what: "process-history", text: "The history of process management: kintone has no API for it." },
  { what: "api-tokens", text: "API tokens: kintone has no API for them, and they are secrets." },
  { what: "webhooks", text: "Webhook settings: kintone has no API for them." },
  { what: "lookup-search", text: "Whether lookups find parts of words: kintone's API neither tells nor takes it." },
  { what: "space-threads", text: "Threads of the space and its cover picture: kintone has no API to read them." },
] as const;

/** What this version leaves aside on purpose. */
const NOT_READ = [
  { what: "undeployed-settings", text: "Changes of settings that were not deployed yet: they are no part of the app." },
] as const;

/** What is in no archive. */
export const ALWAYS_MISSING: readonly Gap[] = [
  ...NOT_OFFERED.map((gap) => ({ code: "NOT_OFFERED_BY_KINTONE" as const, ...gap })),
  ...NOT_READ.map((gap) => ({ code: "NOT_READ" as const, ...gap })),
];
