import { QueryError } from "./query-error";

/** A word is whatever stands between spaces, quotation marks and signs: field codes, numbers, `and`. */
export interface Token {
  kind: "word" | "text" | "sign" | "end";
  /** Of a text: what it means, without quotation marks and backslashes. */
  text: string;
  position: number;
  /** As it is written. */
  written: string;
}

/**
 * `\"` and `\\` are documented, `\t` and `\n` measured (SonicGarden/kintone-emulator, doc/kintone-query-behavior.md). `\r` is UNCONFIRMED(escapes-in-queries) there,
 * and can mean nothing else. Any other backslash is refused: what kintone makes of it is UNCONFIRMED(escapes-in-queries).
 */
const ESCAPED: Record<string, string> = { '"': '"', "\\": "\\", t: "\t", n: "\n", r: "\r" };

/** Outside texts line breaks and the full-width space count as spaces (measured, as above); `\s` has them all. */
const PIECE = /(?<space>\s+)|(?<sign>>=|<=|!=|[=<>(),])|(?<text>")|(?<word>[^\s"=<>(),!]+)|(?<other>.)/uy;

export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < query.length) {
    PIECE.lastIndex = position;
    const { space, sign, text, other } = PIECE.exec(query)?.groups ?? {};
    const end = text ? endOfText(query, position) : PIECE.lastIndex;
    const written = query.slice(position, end);
    if (other) throw new QueryError("UNEXPECTED", position, { found: other, expected: "operator" });
    if (text) tokens.push({ kind: "text", text: meaningOf(written, position), position, written });
    else if (!space) tokens.push({ kind: sign ? "sign" : "word", text: written, position, written });
    position = end;
  }
  tokens.push({ kind: "end", text: "", position, written: "" });
  return tokens;
}

function endOfText(query: string, start: number): number {
  for (let at = start + 1; at < query.length; at++) {
    if (query[at] === '"') return at + 1;
    if (query[at] === "\\") at++;
  }
  throw new QueryError("UNFINISHED_TEXT", start, { found: query.slice(start) });
}

function meaningOf(written: string, start: number): string {
  return written.slice(1, -1).replace(/\\(.)|\p{Cc}/gsu, (found, escaped: string | undefined, at: number) => {
    const position = start + 1 + at;
    if (escaped === undefined) throw new QueryError("CONTROL_CHARACTER", position);
    const meant = ESCAPED[escaped];
    if (meant === undefined) throw new QueryError("UNKNOWN_ESCAPE", position, { found });
    return meant;
  });
}
