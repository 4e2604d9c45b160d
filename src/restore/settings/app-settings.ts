import type { Language } from "../../domain/source";
import type { Unread } from "./settings-comparison";

/** What one side has of a setting. */
export type SettingState = ReadSetting | { unread: Unread };

export interface ReadSetting {
  /** kintone's answer with default names; in the place of keys of files, the digest of what is in them. */
  answer: unknown;
  /** In a language, where that makes a difference or could not be read. */
  languages: Partial<Record<Language, SettingState>>;
  /** Files of which it is not known what is in them. */
  unreadFiles: ReadonlyArray<{ file: string; unread: Unread }>;
}

/** The settings of an app, as an archive tells of them or as kintone does now. */
export interface AppSettings {
  /** By the names of their endpoints, `app/views`; of a plug-in, with its id behind: `app/plugin/config/<id>`. */
  states: ReadonlyMap<string, SettingState>;
  /** Why a setting that is not among them is not. */
  whyAbsent: (setting: string) => Unread;
}

export const LANGUAGES: readonly Language[] = ["ja", "en", "zh"];
