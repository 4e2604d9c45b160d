/**
 * `like` finds words, not parts of them: "key" does not find "keyword", while Japanese, which has no spaces, is found
 * anywhere. One character finds words of one character only: 森 finds 森, not 森川 (kintone help, "Notes on search keywords",
 * https://jp.cybozu.help/k/ja/user/search/search_details.html). (Observed; the real index is a morphological one and is filled with delay.)
 */
export function containsWords(text: string, keyword: string): boolean {
  const haystack = fold(text);
  const needle = fold(keyword).trim();
  if (needle === "") return false;
  const joins = [...needle].length === 1 ? isLetterOrDigit : isWordCharacter;
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const cutsBefore = joins(haystack[at - 1]) && joins(needle[0]);
    const cutsAfter = joins(haystack[at + needle.length]) && joins(needle.at(-1));
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase();
const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[a-z0-9]/.test(character);
const isLetterOrDigit = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
