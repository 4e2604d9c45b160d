import type { SettingsProblem } from "./problem";

/** What a decoder of UTF-8 puts in the place of bytes that are none. */
export const REPLACEMENT = "\ufffd";

/**
 * Why a file, read as UTF-8, is not JSON: another encoding, by the zeros that UTF-16 puts beside ASCII and by what is no UTF-8, or the
 * place from which on it cannot be JSON. Engines tell that only of some mistakes.
 */
export function notJson(text: string): SettingsProblem {
  const [, pair] = /^\ufffd*(\0[^\0]|[^\0]\0)/.exec(text) ?? [];
  if (pair) {
    const encoding = pair.startsWith("\0") ? "UTF-16BE" : "UTF-16LE";
    return { field: "", reason: "not-utf-8", facts: { encoding } };
  }
  if (text.includes(REPLACEMENT)) return { field: "", reason: "not-utf-8", facts: {} };
  const before = text.slice(0, jsonEnd(text)).split(/\r\n|[\r\n]/);
  return { field: "", reason: "not-json", facts: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } };
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** How far a text is JSON (RFC 8259): the place of the first character that cannot be there, or its length. */
function jsonEnd(text: string): number {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length;
    at += length ?? 0;
    return length !== undefined;
  };
  const character = (expected: string): boolean => {
    const isThere = text[at] === expected;
    if (isThere) at += 1;
    return isThere;
  };
  const spaced = (part: () => boolean): boolean => take(SPACE) && part() && take(SPACE);
  const string = () => take(STRING) && character('"');
  const member = () => spaced(string) && character(":") && value();
  const list = (end: string, item: () => boolean): boolean => {
    take(SPACE);
    if (character(end)) return true;
    do if (!item()) return false;
    while (character(","));
    return character(end);
  };
  const value = (): boolean =>
    spaced(() => {
      if (character("{")) return list("}", member);
      if (character("[")) return list("]", value);
      return text[at] === '"' ? string() : take(LITERAL);
    });
  value();
  return at;
}
