import type { TriedId } from "../../../probe/assumptions";
import type { ProbeRow } from "../../../probe/probe";
import type { AssumptionWords, ProbeMessages } from "./messages";

/** A row in the reader's language. What only people can try is told in English: it is for whoever maintains the program. */
export function wordsOf(row: ProbeRow, { words }: ProbeMessages): AssumptionWords {
  return words?.[row.id as TriedId] ?? row;
}
