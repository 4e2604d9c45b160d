import type { AskedField } from "../asked-field";
import type { Comparison } from "../query";
import { QueryError } from "../query-error";
import { isDenial } from "./comparing";
import { plainText } from "./plain-text";
import { type ValueTest, valuesOf } from "./value-test";
import { type Piece, piecesOf } from "./words";

/** kintone takes no more. */
const MOST_KEYWORDS = 10;

/**
 * `like` is a search for words, not for a part of the text (kintone help, "Notes on search keywords",
 * https://jp.cybozu.help/k/ja/user/search/search_details.html):
 * - Japanese and Chinese are found by two characters in a row and more: 日本語 by 日本, 本語 and itself, not by 日. A word of one character is found
 *   by itself.
 * - Letters and digits are found by whole words: `cybozu kintone2` by `cybozu` and `kintone2`, not by `cy` or `kintone`.
 * - Width and case make no difference, most signs are dropped, ten keywords are the most.
 *
 * UNCONFIRMED(keywords-of-searches): that all keywords must be there, in any order; that a keyword whose signs were dropped (`a@b.c`) is found by its parts wherever they
 * stand; that a rich text is searched without its markup. kintone's index is made some time after a record was saved, so kintone may have found less
 * than this when the backup was made.
 */
export function wordTest(comparison: Comparison, field: AskedField): ValueTest {
  const { operator, position } = comparison;
  if (field.type === "FILE") throw new QueryError("FILE_CONTENTS", position, { field: field.code, operator });
  const [keywords] = valuesOf(comparison, field);
  const wanted = piecesOf(keywords?.text ?? "");
  const facts = { field: field.code, value: keywords?.text ?? "" };
  if (wanted.length === 0) throw new QueryError("NO_KEYWORD", position, facts);
  if ((keywords?.text.trim().split(/\s+/).length ?? 0) > MOST_KEYWORDS) {
    throw new QueryError("TOO_MANY_KEYWORDS", position, { ...facts, max: MOST_KEYWORDS });
  }
  return (value) => {
    const text = typeof value === "string" ? value : "";
    const pieces = piecesOf(field.type === "RICH_TEXT" ? plainText(text) : text);
    return wanted.every((one) => pieces.some((piece) => isFound(one, piece))) !== isDenial(operator);
  };
}

function isFound(wanted: Piece, { text, isJoined }: Piece): boolean {
  return text === wanted.text || (isJoined && wanted.isJoined && wanted.text.length > 1 && text.includes(wanted.text));
}

/** Spaces, line breaks and tabs are nothing (the documentation of `is empty`). That markup around nothing is nothing too is UNCONFIRMED(empty-markup). */
export function emptinessTest({ operator }: Comparison, field: AskedField): ValueTest {
  return (value) => isEmpty(value, field.type) !== isDenial(operator);
}

function isEmpty(value: unknown, type: string): boolean {
  if (typeof value !== "string") return !Array.isArray(value) || value.length === 0;
  const isPicture = type === "RICH_TEXT" && /<(?:img|hr)\b/i.test(value);
  return !isPicture && (type === "RICH_TEXT" ? plainText(value) : value).trim() === "";
}
