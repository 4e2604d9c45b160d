/** What the history keeps as codes, in words of one language, by the code. */
export type Words = Readonly<Record<string, string>>;

/**
 * Puts words in the place of codes that kintone shows because they are what it stores.
 *
 * @param cells as `kintone.app.getFieldElements(code)` gives them; `null` (the view lacks the field) does nothing.
 * @param values of the field in each record of the event, in the same order. A code without a word, such as one that people added to the
 * options, stays what it is.
 */
export function showWords(
  cells: readonly HTMLElement[] | null,
  values: readonly unknown[],
  words: Words,
  lang: string,
): void {
  cells?.forEach((cell, index) => {
    const value = values[index];
    const codes = Array.isArray(value) ? (value as string[]) : [String(value ?? "")];
    if (!codes.some((code) => Object.hasOwn(words, code))) return;
    const lines = codes.map((code) => {
      const line = document.createElement("div");
      line.lang = lang;
      line.textContent = Object.hasOwn(words, code) ? (words[code] ?? code) : code;
      return line;
    });
    cell.replaceChildren(...lines);
  });
}
