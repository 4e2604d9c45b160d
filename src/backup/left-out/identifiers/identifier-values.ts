import type { FieldProperty } from "../../../archive/records/kintone-app";
import type { IdentifierKind } from "./identifier-kind";
import { isMyNumber } from "./my-number";
import { hasLuhnCheckDigit, looksLikeCardNumber } from "./payment-card";

interface NumberShape {
  kind: IdentifierKind;
  looksRight(digits: string): boolean;
  isValid(digits: string): boolean;
}

/** The identifiers that can be told by their digits: by length, by how they begin, by a check digit. */
const SHAPES: readonly NumberShape[] = [
  { kind: "my-number", looksRight: (digits) => digits.length === 12, isValid: isMyNumber },
  { kind: "credit-card-number", looksRight: looksLikeCardNumber, isValid: hasLuhnCheckDigit },
];

const TYPES_WITH_NUMBERS = new Set(["SINGLE_LINE_TEXT", "MULTI_LINE_TEXT", "NUMBER", "LINK"]);

/** Other values may stand among the numbers: names, "none", the numbers of another document. */
const LEAST_SHARE_OF_NUMBERS = 0.5;

/**
 * People mistype. Of other 12-digit numbers about one in ten has the right check digit by chance, so that even three lot
 * numbers are taken for My Numbers only once in a thousand fields; one alone, though, once in ten.
 */
const LEAST_SHARE_OF_VALID = 0.8;

/** What the values of a field are, if they are identifiers. The values are those of its cells, as kintone gave them. */
export function kindByValues({ type }: FieldProperty, values: readonly unknown[]): IdentifierKind | undefined {
  if (!TYPES_WITH_NUMBERS.has(type)) return undefined;
  const texts = values.flatMap((value) => textsIn(type, value));
  return SHAPES.find(({ looksRight, isValid }) => {
    const numbers = texts.filter((text) => /^\d+$/.test(text) && looksRight(text));
    const valid = numbers.filter(isValid);
    return (
      valid.length > 0 &&
      numbers.length >= texts.length * LEAST_SHARE_OF_NUMBERS &&
      valid.length >= numbers.length * LEAST_SHARE_OF_VALID
    );
  })?.kind;
}

/** The lines of a text of many: each may be another person's number. Zeros alone stand for "not known yet". */
function textsIn(type: string, value: unknown): string[] {
  if (typeof value !== "string") return [];
  const lines = type === "MULTI_LINE_TEXT" ? value.split(/\r\n|\r|\n/) : [value];
  const bare = type === "NUMBER" ? withLeadingZero : bareNumber;
  return lines.map(bare).filter((text) => !/^0*$/.test(text));
}

/** Without what groups digits. Japanese keyboards make a hyphen and a long vowel `ー` with the same key. */
function bareNumber(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Pd}\u2212ー]/gu, "");
}

/**
 * A number keeps no leading zero, and one My Number in ten has one: in a NUMBER field eleven digits are taken for twelve.
 * Ten are not, although one My Number in a hundred begins with two zeros: mobile phone numbers without their zero have ten
 * digits too. Texts keep their zeros, and there eleven digits are mobile phone numbers.
 */
function withLeadingZero(text: string): string {
  const digits = text.replace(/\.0+$/, "");
  return /^\d{11}$/.test(digits) ? `0${digits}` : digits;
}
