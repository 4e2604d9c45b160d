/** A piece of a text as kintone's search index has it. */
export interface Piece {
  text: string;
  /** Letters with no spaces between words: found by two characters and more. Other words are found as a whole. */
  isJoined: boolean;
}

/** Chinese characters and kana, with the long vowel mark; the rest of what is written with letters, digits and `_` is words. */
const PIECES = /(?<joined>[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}ー々〆]+)|[\p{L}\p{N}\p{M}_]+/gu;

/**
 * The pieces of a text. Width and case make no difference (NFKC and small letters); all signs separate. Not in the documentation, and so UNCONFIRMED(pieces-of-texts):
 * that signs it does not name (`_`, `+`, `#`, `,`) separate or join like this, and that small and large kana, accents and old forms stay different.
 */
export function piecesOf(text: string): Piece[] {
  return [...text.normalize("NFKC").toLowerCase().matchAll(PIECES)].map((found) => ({
    text: found[0],
    isJoined: found.groups?.joined !== undefined,
  }));
}
