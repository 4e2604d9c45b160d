import type { FieldDifference } from "../../../restore/compare/record-differences";
import { harmlessLine } from "../harmless";
import type { Quantities } from "../quantities";
import { shortened } from "../readme/shortened";
import type { RestoreMessages } from "./messages";

/** Characters of a value, and of what several make together. */
interface Longest {
  text: number;
  list: number;
}

interface ShowingOptions {
  words: RestoreMessages["value"];
  quantities: Quantities;
  longest: Longest;
}

/** In a line of a terminal. */
const LONGEST: Longest = { text: 40, list: 80 };

/** What of a text stays before the first character that is another. */
const BEFORE_DIFFERENCE = 8;

/** A field that is another, in words. */
export interface ShownDifference {
  /** Its code, and why it is nothing that a restore can write, where it is none. */
  field: string;
  /** The archive's and the app's; absent where `field` says all there is to say. */
  values?: [archived: string, present: string];
}

/** How a field became another, in one line: `Price: "100" → "120"`. Whatever a value holds, it does nothing to a terminal. */
export function shownChange(restore: RestoreMessages, quantities: Quantities, difference: FieldDifference): string {
  const { field, values } = shownDifference(restore, quantities, difference, LONGEST);
  return values ? restore.value.becomes(field, ...values) : field;
}

/** The same with the two values beside one another. */
export function shownDifference(
  { value: words }: RestoreMessages,
  quantities: Quantities,
  { field, inner, role, archived, present, ofBytes }: FieldDifference,
  longest: Longest,
): ShownDifference {
  const { show, text } = showing({ words, quantities, longest });
  const name = harmlessLine(words.field(inner ?? field, inner === undefined ? undefined : field));
  if (ofBytes) return { field: words.otherBytes(inner === undefined ? `${name} ${show(archived)}` : name) };
  const isWritable = role === "written" || role === "none";
  const told = isWritable ? name : words.nameAndCode(name, words.unwritable[role]);
  return { field: told, values: pairOf(archived, present) };

  function pairOf(before: unknown, now: unknown): [string, string] {
    if (typeof before === "string" && typeof now === "string") {
      const start = startOf(harmlessLine(before), harmlessLine(now), longest.text);
      return [text(before, start), text(now, start)];
    }
    const [one, other] = [rowsOf(before), rowsOf(now)];
    if (one && one.length === other?.length) return [words.rows(one.length), words.otherRows(one.length)];
    return [show(before), show(now)];
  }
}

/** A value by itself. */
export function shownValue(
  { value: words }: RestoreMessages,
  quantities: Quantities,
  value: unknown,
  longest: Longest,
): string {
  return showing({ words, quantities, longest }).show(value);
}

function showing({ words, quantities, longest }: ShowingOptions) {
  return { show, text };

  function show(shown: unknown): string {
    if (typeof shown === "string") return text(shown, 0);
    if (shown === null || shown === undefined) return words.none;
    if (!Array.isArray(shown)) return item(shown);
    const rows = rowsOf(shown);
    if (rows) return words.rows(rows.length);
    return shown.length === 0 ? words.none : shortened(words.list(shown.map(item)), longest.list);
  }

  /** What is chosen, who, or a file. */
  function item(each: unknown): string {
    if (typeof each === "string") return text(each, 0);
    const [called, code, size] = ["name", "code", "size"].map((member) => memberOf(each, member));
    if (called === undefined) return text(JSON.stringify(each) ?? "", 0);
    const kept = shortened(harmlessLine(called), longest.text);
    if (code !== undefined) return words.nameAndCode(kept, harmlessLine(code));
    return size === undefined ? kept : words.nameAndCode(kept, quantities.bytes(Number(size)));
  }

  function text(whole: string, start: number): string {
    const characters = [...harmlessLine(whole)];
    if (characters.length === 0) return words.none;
    const rest = characters.slice(start).join("");
    return words.quoted(shortened(start > 0 ? `…${rest}` : rest, longest.text));
  }
}

/** Where both are to begin so that the difference is seen: at the beginning, unless they are long and alike there. */
function startOf(one: string, other: string, longest: number): number {
  const [before, now] = [[...one], [...other]];
  if (Math.max(before.length, now.length) <= longest) return 0;
  const different = before.findIndex((character, at) => character !== now[at]);
  return Math.max(0, (different === -1 ? before.length : different) - BEFORE_DIFFERENCE);
}

/** The rows of a table; an empty list may be one. */
function rowsOf(value: unknown): unknown[] | undefined {
  const isRow = (row: unknown) => typeof row === "object" && row !== null && "value" in row;
  return Array.isArray(value) && value.length > 0 && value.every(isRow) ? value : undefined;
}

function memberOf(value: unknown, name: string): string | undefined {
  const member: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return typeof member === "string" || typeof member === "number" ? String(member) : undefined;
}
