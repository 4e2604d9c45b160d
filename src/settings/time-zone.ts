import * as v from "valibot";
import { reason } from "./problem";

/** Newer engines also accept offsets such as `+09:00`, which older ones and summer time do not go with. */
function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A time zone of the IANA database that this engine knows. */
export function timeZone() {
  return v.pipe(
    v.string(reason("required")),
    v.trim(),
    v.nonEmpty(reason("required")),
    v.check(isTimeZone, reason("unknown-time-zone")),
  );
}
