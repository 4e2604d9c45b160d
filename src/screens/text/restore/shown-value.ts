import type { FieldDifference } from "../../../restore/compare/record-differences";
import { harmlessLine } from "../harmless";
import type { Quantities } from "../quantities";
import { shortened } from "../readme/shortened";
import type { RestoreMessages } from "./messages";

/** Characters of a value, and of what several make together. */
const LONGEST = { text: 40, list: 80 };

/** What of a text stays before the first character that is another. */
const BEFORE_DIFFERENCE = 8;

/** How a field became another, in one line: `Price: "100" → "120"`. Whatever a value holds, it does nothing to a terminal. */
export function shownChange(
  { value: words }: RestoreMessages,
  quantities: Quantities,
  { field, inner, role, archived, present, ofBytes }: FieldDifference,
): string {
  const name = harmlessLine(words.field(inner ?? field, inner === undefined ? undefined : field));
  if (ofBytes) return words.otherBytes(inner === undefined ? `${name} ${show(archived)}` : name);
  const isWritable = role === "written" || role === "none";
  const told = isWritable ? name : words.nameAndCode(name, words.unwritable[role]);
  return words.becomes(told, ...pairOf(archived, present));

  function pairOf(before: unknown, now: unknown): [string, string] {
    if (typeof before === "string" && typeof now === "string") {
      const start = startOf(harmlessLine(before), harmlessLine(now));
      return [text(before, start), text(now, start)];
    }
    const [one, other] = [rowsOf(before), rowsOf(now)];
    if (one && one.length === other?.length) return [words.rows(one.length), words.otherRows(one.length)];
    return [show(before), show(now)];
  }

  function show(shown: unknown): string {
    if (typeof shown === "string") return text(shown, 0);
    if (shown === null || shown === undefined) return words.none;
    if (!Array.isArray(shown)) return item(shown);
    const rows = rowsOf(shown);
    if (rows) return words.rows(rows.length);
    return shown.length === 0 ? words.none : shortened(words.list(shown.map(item)), LONGEST.list);
  }

  /** What is chosen, who, or a file. */
  function item(each: unknown): string {
    if (typeof each === "string") return text(each, 0);
    const [called, code, size] = ["name", "code", "size"].map((member) => memberOf(each, member));
    if (called === undefined) return text(JSON.stringify(each) ?? "", 0);
    const kept = shortened(harmlessLine(called), LONGEST.text);
    if (code !== undefined) return words.nameAndCode(kept, harmlessLine(code));
    return size === undefined ? kept : words.nameAndCode(kept, quantities.bytes(Number(size)));
  }

  function text(whole: string, start: number): string {
    const characters = [...harmlessLine(whole)];
    if (characters.length === 0) return words.none;
    const rest = characters.slice(start).join("");
    return words.quoted(shortened(start > 0 ? `…${rest}` : rest, LONGEST.text));
  }
}

/** Where both are to begin so that the difference is seen: at the beginning, unless they are long and alike there. */
function startOf(one: string, other: string): number {
  const [before, now] = [[...one], [...other]];
  if (Math.max(before.length, now.length) <= LONGEST.text) return 0;
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
