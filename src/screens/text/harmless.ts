import { oneLine } from "./one-line";

/**
 * Control characters would steer a terminal, and overrides of the direction of writing would turn the rest of a sentence
 * around, so that it says something else. Marks that only help with Hebrew or Arabic stay.
 */
const STEERING = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A sentence with names and words of others in it, which can no longer do anything to it. What was taken out is seen as `�`. */
export function harmless(sentence: string): string {
  return sentence.replace(STEERING, "\ufffd");
}

/** The same in one line, for lists and tables of a terminal. */
export function harmlessLine(text: string): string {
  return harmless(oneLine(text));
}
