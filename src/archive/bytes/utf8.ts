/** So many letters are encoded at once: a text of any length costs no more memory than that, and a few letters no step of their own. */
const LETTERS_AT_ONCE = 64 * 1024;

/** Texts, one behind the other, as UTF-8, in chunks of bounded size however long the texts are. A chunk may end within a text. */
export function* utf8Chunks(texts: Iterable<string>): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
  const encoder = new TextEncoder();
  let waiting = "";
  for (const text of texts) {
    if (waiting.length + text.length <= LETTERS_AT_ONCE) {
      waiting += text;
      continue;
    }
    if (waiting !== "") yield encoder.encode(waiting);
    waiting = text;
    while (waiting.length > LETTERS_AT_ONCE) {
      const end = endOfSlice(waiting, LETTERS_AT_ONCE);
      yield encoder.encode(waiting.slice(0, end));
      waiting = waiting.slice(end);
    }
  }
  if (waiting !== "") yield encoder.encode(waiting);
}

/** How many bytes a text is in UTF-8. As the encoder counts: half a surrogate pair becomes U+FFFD, of three bytes, and a whole one four. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    length += unit < 0x800 ? 1 : 2;
    if (isFirstHalf(unit) && isPairAt(text, at)) at += 1;
  }
  return length;
}

/** The two halves of a surrogate pair stay together. */
function endOfSlice(text: string, end: number): number {
  return isPairAt(text, end - 1) ? end - 1 : end;
}

const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

function isPairAt(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}
