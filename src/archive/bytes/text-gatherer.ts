import { joined } from "./joined";
import { utf8Chunks } from "./utf8";

/** Above that, what waits is encoded. */
const LETTERS_AT_ONCE = 64 * 1024;

/** Texts as UTF-8, one behind the other: encoded many at a time where they are short, and never all at once. */
export interface TextGatherer {
  add(text: string | readonly Uint8Array[]): void;
  /** All that was added. */
  bytes(): Uint8Array;
}

export function createTextGatherer(): TextGatherer {
  const chunks: Uint8Array[] = [];
  let waiting = "";

  function encode(): void {
    chunks.push(...utf8Chunks([waiting]));
    waiting = "";
  }

  return {
    add(text) {
      if (typeof text === "string") waiting += text;
      if (typeof text !== "string" || waiting.length > LETTERS_AT_ONCE) encode();
      if (typeof text !== "string") chunks.push(...text);
    },
    bytes() {
      encode();
      return joined(
        chunks,
        chunks.reduce((sum, { length }) => sum + length, 0),
      );
    },
  };
}
