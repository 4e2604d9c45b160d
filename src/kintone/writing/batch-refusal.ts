import type { BackupError, ErrorCode } from "../../domain/errors";
import type { Written } from "../../domain/sink";
import { provesNothingDone } from "../connection/nothing-done";
import { refusedRecords } from "./refused-fields";

/** What is written. Whoever adds is refused by the app; whoever changes or deletes, perhaps by one record's permissions. */
export type Change = "add" | "update" | "remove";

/** The app, the user, the log-in or the token, and no record. */
const ABOUT_EVERYTHING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...(["APP_NOT_FOUND", "WRONG_SPACE", "SESSION_EXPIRED", "LOGIN_REFUSED", "TOKEN_REFUSED"] as const),
]);

/**
 * No permission, of the app as a whole: a token without the right (GAIA_NO01), maintenance mode (GAIA_NO02, UNCONFIRMED(maintenance-mode)), creator and times
 * that only those may give who manage the app (GAIA_BF02).
 */
const OF_THE_APP: ReadonlySet<string> = new Set(["GAIA_NO01", "GAIA_NO02", "GAIA_BF02"]);

/** GAIA_CO02, and GAIA_UN03, which public lists know. */
const CHANGED: ReadonlySet<string> = new Set(["GAIA_CO02", "GAIA_UN03"]);
const GONE: ReadonlySet<string> = new Set(["GAIA_RE01", "GAIA_RE20"]);

/**
 * Refusals that name no record, whatever their status: a key of a lookup that is nowhere or twice, people who are gone, fields whose values
 * kintone alone gives or that may not be edited, an upload that is too old, JSON that is none. The status of one code has changed over the
 * years: GAIA_LO04 was 520 and is 400 (kintone-js-sdk).
 */
const OF_SOME_RECORD = /^(GAIA_(LO03|LO04|IL26|IL27|IL28|UN10|FU01|BL01|FC01|RE07|RE09)|GA_UO01|CB_(VA01|IJ01|NO02))$/;

/** Too long a body or address, whoever says so: how much kintone takes is UNCONFIRMED(request-body-limit). */
const TOO_LARGE: ReadonlySet<number> = new Set([413, 414]);

/** Credentials that whoever stands before kintone lets nobody through without. */
const NOT_LET_THROUGH: ReadonlySet<number> = new Set([401, 407]);

/**
 * What became of a batch that failed. By kintone's code, and not by the status: with 5xx come refusals, locks and answers of somebody who
 * does not know. Of what has no code, or one with 5xx that is none of those below, it is unknown whether it was done.
 *
 * @param count how many records were in it
 * @throws the error, when no batch would fare better; nothing was done then
 */
export function becauseOf(error: BackupError, change: Change, count: number): Written {
  if (standsInTheWay(error, change)) throw error;
  const { answer } = error;
  if (TOO_LARGE.has(answer?.status ?? 0)) return { outcome: "too-large", error };
  if (answer?.code === undefined) return { outcome: "unknown", error };
  if (CHANGED.has(answer.code)) return { outcome: "changed-meanwhile", error };
  if (GONE.has(answer.code)) return { outcome: "gone", error };
  const records = refusedRecords(answer, count);
  if (answer.code === "CB_VA01" && records.length > 0) return { outcome: "records-refused", records, error };
  const isRefused = OF_SOME_RECORD.test(answer.code) || (answer.status >= 400 && answer.status < 500);
  return { outcome: isRefused ? "batch-refused" : "unknown", error };
}

function standsInTheWay(error: BackupError, change: Change): boolean {
  const { code, answer } = error;
  if (ABOUT_EVERYTHING.has(code) || provesNothingDone(error)) return true;
  // A certificate, no TLS, a proxy that wants a log-in.
  if (answer === undefined) return code === "UNREACHABLE";
  if (answer.code === undefined) return isTurnedAway(answer.status);
  return code === "NO_PERMISSION" && (OF_THE_APP.has(answer.code) || (change === "add" && answer.code === "CB_NO02"));
}

/** Not by kintone. Others who answer in its place may have seen its answer first: a filter that lets it through to nobody. */
function isTurnedAway(status: number): boolean {
  return NOT_LET_THROUGH.has(status) || (status >= 300 && status < 400);
}
