/** Types of fields, as often as the app has them. */
export const text = { type: "SINGLE_LINE_TEXT" };
export const prose = { type: "MULTI_LINE_TEXT" };
export const amount = { type: "NUMBER", digit: true };
export const moment = { type: "DATETIME" };

/** In kintone, an option's text is its stored value: these are the words of the API, which screens translate. */
export function choices(words: readonly string[]) {
  return Object.fromEntries(words.map((label, index) => [label, { label, index: String(index) }]));
}
