/**
 * A label or field code as the expressions of `identifier-names.ts` expect it: full width and half width made one (NFKC),
 * small letters, words of Latin letters with one space between them (`myNumber`, `MY_NUMBER`, `my-number`: `my number`), no
 * space beside other letters, every bracket round, and `/` for whatever lists things.
 */
export function searchableName(name: string): string {
  return (
    name
      .normalize("NFKC")
      // NFKC leaves these to their own kinds.
      .replace(/[\p{Ps}\p{Pi}]/gu, "(")
      .replace(/[\p{Pe}\p{Pf}]/gu, (bracket) => (bracket === "\u2019" ? "" : ")"))
      .replace(/['`]/g, "")
      .replace(/[#♯]/g, " no ")
      .replace(/[・/／、,，&＆+|｜]/g, "/")
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}()/]+/gu, " ")
      .replace(/(?<![a-z0-9]) | (?![a-z0-9])/g, "")
  );
}
