/** A text in a condition, as kintone reads it (cybozu.dev "query": quotation marks and backslashes get a backslash). */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
