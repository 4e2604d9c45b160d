import type { ErrorCode, KintoneAnswer } from "../../domain/errors";
import { type Asked, OF_CONDITION } from "./asked";

/** kintone's answer with what only an HTTP client sees of it. It is the `answer` of every error of this room. */
export interface RefusedAnswer extends KintoneAnswer {
  /** kintone's wish how long to wait. */
  retryAfterSeconds?: number;
}

/** What an answer that is not a success means. */
export interface Verdict {
  code: ErrorCode;
  retryable?: boolean;
  /** Whether it may be due to how much was asked for. */
  divisible?: boolean;
}

/** Only API tokens get it: they were made for something else (cli-kintone's feature tests). */
export const TOKEN_LACKS_RIGHT = "GAIA_NO01";

/**
 * What kintone's error codes mean for a backup. They decide before the HTTP status does: the status of one code has
 * changed over the years (`GAIA_IA02` was 520 and is 400; cli-kintone's own feature tests), and a 520 may be permanent
 * or a lock that passes. cybozu.dev publishes no list of codes; the meanings are from its pages about single APIs and
 * from the tests and captures of official and public clients.
 *
 * GAIA_IA02 is a token that no app has made, or has not gone live with (cli-kintone); GAIA_AP15 a token of other apps than the one that is asked
 * (support.gusuku.io 36000464738; kintone.dev api-tokens has both sentences). Both are about that app alone: of another, the same tokens may
 * be right. GAIA_DA03 are two tokens of one app (cli-kintone).
 */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  CB_AU01: { code: "SESSION_EXPIRED" },
  CB_WA01: { code: "LOGIN_REFUSED" },
  CB_TW02: { code: "LOGIN_REFUSED" },
  CB_NO02: { code: "NO_PERMISSION" },
  [TOKEN_LACKS_RIGHT]: { code: "NO_PERMISSION" },
  GAIA_IA02: { code: "TOKEN_REFUSED" },
  GAIA_AP15: { code: "TOKEN_REFUSED" },
  GAIA_DA03: { code: "LOGIN_REFUSED" },
  GAIA_CO02: { code: "REFUSED" },
  GAIA_UN03: { code: "REFUSED" },
  GAIA_FU01: { code: "NO_PERMISSION" },
  GAIA_AP01: { code: "APP_NOT_FOUND" },
  GAIA_RE01: { code: "RECORD_NOT_FOUND" },
  GAIA_BL01: { code: "FILE_GONE" },
  GAIA_IL23: { code: "WRONG_SPACE" },
  GAIA_IL25: { code: "WRONG_SPACE" },
  GAIA_TO04: { code: "TOO_MANY_REQUESTS", retryable: true },
  GAIA_TM12: { code: "TOO_MANY_REQUESTS", retryable: true },
};

/** Somebody else's lock stopped the request before anything was done; it passes (embulk-output-kintone retries these). */
export const LOCKED: ReadonlySet<string | undefined> = new Set(["GAIA_DA02", "GAIA_LT01", "GAIA_RE18"]);

/**
 * Unknown field, wrong operator or argument, limit and offset out of range, somebody who is gone: codes and families of codes about a
 * condition.
 */
const ABOUT_CONDITION = /^GAIA_((IQ|QU)\d+|IR02|IL08|IL42)$/;

const LATER: Verdict = { code: "UNAVAILABLE", retryable: true };
/** A server, or a gateway that waited for it, gave this one request up. */
const LATER_OR_LESS: Verdict = { ...LATER, divisible: true };
const SLOWER: Verdict = { code: "TOO_MANY_REQUESTS", retryable: true };

/** For the statuses from one to another, both included. The first that applies counts. */
type ByStatus = ReadonlyArray<readonly [from: number, to: number, verdict: Verdict]>;

/** kintone itself speaks, and its code is none of those above. */
const BY_STATUS: ByStatus = [
  [429, 429, SLOWER],
  [408, 408, LATER],
  [502, 503, LATER],
  [500, 599, LATER_OR_LESS],
  [401, 401, { code: "SESSION_EXPIRED" }],
  [403, 403, { code: "NO_PERMISSION" }],
  [0, 999, { code: "REFUSED" }],
];

/**
 * No error of kintone's API: that is JSON with a `code` (measured over clients; rest-api-client, KintoneRestAPIError). Redirects
 * never come here; they lead to a log-in.
 */
const NOT_FROM_THE_API: ByStatus = [
  // Too many requests, whoever counts them: waiting is all that is asked for (RFC 6585 §4).
  [429, 429, SLOWER],
  // The request did not arrive in time (RFC 9110 §15.5.9).
  [408, 408, LATER],
  // kintone's maintenance is a 503 with a text or a page (rest-api-client, KintoneResponseHandler), and 502 a gateway's with nobody behind it.
  [502, 503, LATER],
  // 504: somebody was there, and took too long (RFC 9110 §15.6.5).
  [500, 599, LATER_OR_LESS],
  // An IP address restriction (403), Basic authentication of the domain (401), a proxy (407, 413), a firewall, an address that is none
  // (404). None of these is for kintone's permissions or log-in to cure.
  [0, 999, { code: "NOT_KINTONE" }],
];

/** What of a request decides what a refusal means. */
export interface Judged {
  asked: Asked;
  /** Whether a session's token went along. */
  bearsToken: boolean;
}

export function judge({ status, code, errors }: RefusedAnswer, { asked, bearsToken }: Judged): Verdict {
  if (code === undefined) return byStatus(NOT_FROM_THE_API, status);
  // The token is of another session than the cookie: somebody else, or the same user anew, has logged in. That kintone says so with this code is
  // UNCONFIRMED(token-of-another-session). An endpoint that may not be
  // there may say so of itself: what that one answers is UNCONFIRMED(lab-endpoint-off), and nobody should have to log in for it.
  if (code === "CB_IL02" && bearsToken && asked !== "under-consideration") return { code: "SESSION_EXPIRED" };
  const known = VERDICTS[code];
  if (known) return known;
  if (LOCKED.has(code)) return LATER;
  if (ABOUT_CONDITION.test(code)) return { code: OF_CONDITION[asked] };
  if (code === "CB_VA01")
    return { code: asked === "records" && errors && "query" in errors ? "QUERY_REFUSED" : "REFUSED" };
  return byStatus(BY_STATUS, status);
}

function byStatus(table: ByStatus, status: number): Verdict {
  const [, , verdict] = table.find(([from, to]) => from <= status && status <= to) ?? [0, 0, LATER];
  return verdict;
}
