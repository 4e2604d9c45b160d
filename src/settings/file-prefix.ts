import * as v from "valibot";
import { reason } from "./problem";

/**
 * What Windows refuses in file names, what cannot be seen (control and format characters, lone surrogates), and the
 * full stop: Windows takes everything up to the first one for the name, and `con.zip` for the console.
 */
const FORBIDDEN = /[<>:"/\\|?*.]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * The beginning of a file name that Windows, macOS and Linux accept. Space around it is removed.
 *
 * @param max - in UTF-16 code units, at most 3 bytes each in a name, of which file systems allow 255
 */
export function filePrefix(max: number) {
  return v.pipe(
    v.string(reason("required")),
    v.trim(),
    v.nonEmpty(reason("required")),
    v.maxLength(max, reason("too-long", { max })),
    v.check(
      (text) => text.search(FORBIDDEN) < 0,
      (issue) => reason("forbidden-character", { characters: [...new Set(issue.input.match(FORBIDDEN))].join("") }),
    ),
  );
}
