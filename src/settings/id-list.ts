import * as v from "valibot";
import { reason } from "./problem";

/** Between ids, as people write them; full-width signs are turned into these first. */
const BETWEEN = /[\s,;、]+/u;

/** Ids of kintone's as a text, each once and in their order: `3, 77`. May be empty. A Japanese keyboard may have made digits and commas full-width. */
export function idList() {
  return v.pipe(
    v.string(reason("not-an-id")),
    v.transform(idsIn),
    v.check((ids) => ids.every((id) => /^[1-9]\d*$/.test(id)), reason("not-an-id")),
    v.transform((ids) => [...new Set(ids)].sort((one, other) => Number(one) - Number(other)).join(", ")),
  );
}

/** The ids of such a text. */
export function idsIn(text: string): string[] {
  return text
    .normalize("NFKC")
    .split(BETWEEN)
    .filter((id) => id !== "");
}
