import type { BackupError } from "../../domain/errors";
import type { Language } from "../../domain/source";

/** What there are several of in a setting, each known by a name of its own. */
export type ThingKind =
  | "field"
  | "option"
  | "mapping"
  | "view"
  | "state"
  | "transition"
  | "graph"
  | "action"
  | "category"
  /** A permission's or a notification's line: whom it is about. */
  | "who"
  /** Of permissions for records: the records that meet a condition. */
  | "rule"
  | "notification"
  | "plugin"
  /** A script or a style sheet. */
  | "file"
  | "label"
  | "space"
  | "line"
  | "app"
  /** What the list does not name. */
  | "entry";

/** A step on the way to what is another: a thing by its name, or a property by kintone's own name for it. */
export type Place = { thing: ThingKind; name: string; note?: string } | { property: string };

/** Where something stands in a form: in which group or table, in which row, and as which of that row, both from 1. */
export interface FormPlace {
  in?: string;
  row: number;
  position: number;
}

/** Something that is another, from one state of an app's settings to another. Values are kintone's own. */
export type SettingDifference = { where: readonly Place[] } & (
  | { change: "added"; after: unknown }
  | { change: "removed"; before: unknown }
  | { change: "changed"; before: unknown; after: unknown }
  /** Its place in an order that means something; of a list, from 1. */
  | { change: "moved"; before: number | FormPlace; after: number | FormPlace }
  /** It is another, and nobody is told how: it may be a secret. */
  | { change: "hidden" }
);

/** Why one side does not tell a setting. */
export type Unread =
  /** Of an archive: its target leaves it out. */
  | { reason: "left-out" }
  /** The archive does not have it, and does not say why: the program that wrote it did not read it. */
  | { reason: "not-archived" }
  /** Whoever made the archive might not read it. */
  | { reason: "not-readable" }
  /** It could not be read when the archive was made. */
  | { reason: "failed" }
  /** The domain has the API of it switched off. */
  | { reason: "not-given" }
  | { reason: "error"; error: BackupError };

export type Side = "before" | "after";

/** A setting, or one language, plug-in or file of it, that nobody can compare. */
export interface NotComparedSetting {
  setting: string;
  language?: Language;
  /** The plug-in or the file, where it is about one. */
  of?: string;
  side: Side;
  why: Unread;
}

export interface ComparedSetting {
  /** Of the endpoint: `app/views`. */
  setting: string;
  differences: SettingDifference[];
}

/** Two states of an app's settings beside one another. */
export interface SettingsComparison {
  /** All that could be compared, in kintone's order; without differences, too. */
  compared: ComparedSetting[];
  notCompared: NotComparedSetting[];
}
