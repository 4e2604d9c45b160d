import type { Language } from "../../../domain/source";
import type { FormPlace, Side, ThingKind, Unread } from "../../../restore/settings/settings-comparison";

/** What two states of an app's settings are beside one another, in words; on the screen and in the terminal. */
export interface ComparedSettingsTexts {
  setting: (name: string) => string;
  /** Nothing for what need not be named. */
  property: (name: string) => string | undefined;
  /** In the language: a name. */
  inLanguage: (property: string, language: Language) => string;
  /** A thing by its name, which may be empty. */
  thing: Record<ThingKind, (name: string) => string>;
  /** Fields in the form of a table or a view. */
  note: (thing: string, note: string) => string;
  /** Kinds of people and the like, by kintone's words. */
  who: Readonly<Record<string, string>>;
  fieldType: (type: string) => string;
  change: {
    added: string;
    removed: string;
    hidden: string;
    changed: (before: string, after: string) => string;
    moved: (before: string, after: string) => string;
  };
  place: (place: number | FormPlace) => string;
  value: { yes: string; no: string; none: string; quoted: (text: string) => string; unknownContent: string };
  /** A setting, or a part of it, that is not compared, and why. */
  notCompared: (what: string, side: string, why: string) => string;
  part: (setting: string, part: string) => string;
  side: Record<Side, string>;
  unread: Record<Exclude<Unread["reason"], "error">, string>;
  languageName: Record<Language, string>;
  verdict: { same: string; differs: (differences: number) => string; unsure: string };
  screen: {
    heading: string;
    compare: string;
    underWay: string;
    search: string;
    column: { setting: string; what: string };
  };
  heading: { same: (settings: readonly string[]) => string; notCompared: string };
}
