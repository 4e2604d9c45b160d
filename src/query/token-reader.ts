import { type Expected, QueryError } from "./query-error";
import { type Token, tokensOf } from "./tokens";

/** Goes through a text from token to token. Words of the grammar may be written in capitals; kintone's documentation has them small. */
export interface TokenReader {
  next(): Token;
  /** The token that is `ahead` places in front, without taking it. */
  look(ahead?: number): Token;
  /** Whether these words are next. */
  sees(...words: string[]): boolean;
  /** Takes the words, if they are next. */
  took(...words: string[]): boolean;
  /** The same for a sign. */
  tookSign(sign: string): boolean;
  /** Takes the sign, or says that it is missing. */
  takeSign(sign: string, expected: Expected): void;
  /** Whatever is next cannot be. */
  refuse(expected: Expected): never;
}

export function createTokenReader(text: string): TokenReader {
  const tokens = tokensOf(text);
  const last = tokens.length - 1;
  let at = 0;
  const look = (ahead = 0): Token => tokens[Math.min(at + ahead, last)] as Token;
  const isWord = (token: Token, word: string) => token.kind === "word" && token.text.toLowerCase() === word;
  const isSign = (sign: string) => look().kind === "sign" && look().text === sign;

  const reader: TokenReader = {
    look,
    next() {
      const token = look();
      at += 1;
      return token;
    },
    sees: (...words) => words.every((word, ahead) => isWord(look(ahead), word)),
    took(...words) {
      if (!reader.sees(...words)) return false;
      at += words.length;
      return true;
    },
    tookSign(sign) {
      if (!isSign(sign)) return false;
      at += 1;
      return true;
    },
    takeSign(sign, expected) {
      if (!reader.tookSign(sign)) reader.refuse(expected);
    },
    refuse(expected) {
      throw new QueryError("UNEXPECTED", look().position, { found: look().written, expected });
    },
  };
  return reader;
}
