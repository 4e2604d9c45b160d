import type {
  ComparedSetting,
  NotComparedSetting,
  Place,
  SettingDifference,
  SettingsComparison,
} from "../../../restore/settings/settings-comparison";
import type { Language } from "../../../domain/source";
import { harmlessLine } from "../harmless";
import { shortened } from "../readme/shortened";
import { describeProblem } from "../run/problem-sentence";
import type { Messages } from "../run/messages";
import type { ComparedSettingsTexts } from "./messages";

/** Characters of a value in a line or a cell, and of a name. */
const LONGEST = { value: 120, name: 80 };

/** A difference in words: what is another, and how. */
export interface ShownSettingDifference {
  what: string;
  /** From what to what; absent where `change` says all there is to say. */
  values?: [before: string, after: string];
  change: string;
}

/** A difference for people. Whatever a name holds, it does nothing to a terminal. */
export function shownSettingDifference(
  texts: ComparedSettingsTexts,
  difference: SettingDifference,
): ShownSettingDifference {
  const what = harmlessLine(difference.where.flatMap((place) => placeName(texts, place) ?? []).join(" › "));
  if (difference.change === "changed") {
    const property = difference.where.at(-1);
    const name = property !== undefined && "property" in property ? property.property : "";
    const show = (value: unknown) => shown(texts, value, name);
    const [before, after] = [show(difference.before), show(difference.after)];
    return { what, values: [before, after], change: texts.change.changed(before, after) };
  }
  if (difference.change === "moved") {
    const [before, after] = [texts.place(difference.before), texts.place(difference.after)].map(harmlessLine);
    return { what, values: [before ?? "", after ?? ""], change: texts.change.moved(before ?? "", after ?? "") };
  }
  return { what, change: texts.change[difference.change] };
}

/** The same in one line. */
export function describeSettingDifference(texts: ComparedSettingsTexts, difference: SettingDifference): string {
  const { what, change } = shownSettingDifference(texts, difference);
  return what === "" ? change : `${what}: ${change}`;
}

/** What was not compared, each in a line; what is so for the same reason on both sides is said once. */
export function notComparedLines(
  messages: Messages,
  texts: ComparedSettingsTexts,
  { notCompared }: SettingsComparison,
): string[] {
  return [...new Set(notCompared.map((each) => harmlessLine(notComparedLine(messages, texts, each))))];
}

function notComparedLine(
  messages: Messages,
  texts: ComparedSettingsTexts,
  { setting, language, of, side, why }: NotComparedSetting,
): string {
  const parts = [...(of === undefined ? [] : [of]), ...(language ? [texts.languageName[language]] : [])];
  const what = parts.reduce((name, part) => texts.part(name, part), texts.setting(setting));
  if (why.reason === "error") return `${what}: ${describeProblem(messages, { error: why.error })}`;
  return texts.notCompared(what, texts.side[side], texts.unread[why.reason]);
}

/** Names of the settings that are the same. */
export function equalSettings(texts: ComparedSettingsTexts, compared: readonly ComparedSetting[]): string[] {
  const differing = new Set(compared.filter(({ differences }) => differences.length > 0).map(({ setting }) => setting));
  const names = compared.map(({ setting }) => setting).filter((setting) => !differing.has(setting));
  return [...new Set(names)].map((name) => harmlessLine(texts.setting(name)));
}

function placeName(texts: ComparedSettingsTexts, place: Place): string | undefined {
  if ("property" in place) {
    const [name = "", language] = place.property.split("@");
    const told = texts.property(name);
    return told !== undefined && isLanguage(language) ? texts.inLanguage(told, language) : told;
  }
  const { thing, name, note } = place;
  const known = thing === "who" ? (texts.who[name] ?? name) : name;
  const told = texts.thing[thing](shortened(known, LONGEST.name));
  return note === undefined ? told : texts.note(told, shortened(texts.who[note] ?? note, LONGEST.name));
}

const isLanguage = (code: string | undefined): code is Language => code === "ja" || code === "en" || code === "zh";

function shown(texts: ComparedSettingsTexts, value: unknown, property: string): string {
  const { value: words } = texts;
  if (property === "sha256" && value === null) return words.unknownContent;
  if (value === true) return words.yes;
  if (value === false) return words.no;
  if (value === undefined || value === null || value === "") return words.none;
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return words.quoted(shortened(harmlessLine(property === "type" ? texts.fieldType(text) : text), LONGEST.value));
}
