/**
 * `like` finds words, not parts of them: "key" does not find "keyword", while Japanese, which has no spaces, is found
 * anywhere. One character alone finds nothing. (Observed; the real index is a morphological one and is filled with delay.)
 */
export function containsWords(text: string, keyword: string): boolean {
  const haystack = fold(text);
  const needle = fold(keyword).trim();
  if ([...needle].length < 2) return false;
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const cutsBefore = isWordCharacter(haystack[at - 1]) && isWordCharacter(needle[0]);
    const cutsAfter = isWordCharacter(haystack[at + needle.length]) && isWordCharacter(needle.at(-1));
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase();
const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[a-z0-9]/.test(character);
