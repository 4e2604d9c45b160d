const BREAKS = /<(?:br|\/?(?:p|div|li|ul|ol|h[1-6]|blockquote|table|tr|td|th))\b[^>]*>/gi;
const TAGS = /<[^>]*>/g;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };
const ENTITIES = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]+));/g;

/** What is read of a rich text, without its markup. Only for looking words up: never to be shown as HTML. */
export function plainText(html: string): string {
  return html
    .replace(BREAKS, "\n")
    .replace(TAGS, "")
    .replace(ENTITIES, (written, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? written;
      const code = decimal === undefined ? parseInt(hexadecimal ?? "", 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : written;
    });
}
