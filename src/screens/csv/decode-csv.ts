/**
 * The text of a CSV file: UTF-16 with its mark (Excel's "Unicode text"), UTF-8, or Shift_JIS as Japanese Excel writes its plain
 * CSV. `undefined` for what is none of them, such as a workbook.
 */
export function decodeCsv(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encodings = isUtf16 ? [first === 0xff ? "utf-16le" : "utf-16be"] : ["utf-8", "shift_jis"];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // No text has them, and most other files do.
      return text.includes("\0") ? undefined : text;
    } catch {
      // The next may fit.
    }
  }
  return undefined;
}
