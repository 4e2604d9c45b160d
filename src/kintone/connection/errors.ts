import { BackupError, type ErrorCode, type KintoneAnswer } from "../../domain/errors";
import { type Asked, OF_CONDITION } from "./asked";
import type { Masking } from "./secrets";

/** kintone's answer with what only an HTTP client sees of it. It is the `answer` of every error of this room. */
export interface RefusedAnswer extends KintoneAnswer {
  /** kintone's wish how long to wait. */
  retryAfterSeconds?: number;
}

interface Verdict {
  code: ErrorCode;
  retryable?: true;
}

/**
 * What kintone's error codes mean for a backup. They decide before the HTTP status does: the status of one code has
 * changed over the years (`GAIA_IA02` was 520 and is 400; cli-kintone's own feature tests), and a 520 may be permanent
 * or a lock that passes. cybozu.dev publishes no list of codes; the meanings are from its pages about single APIs and
 * from the tests and captures of official and public clients.
 */
const VERDICTS: Readonly<Record<string, Verdict>> = {
  CB_AU01: { code: "SESSION_EXPIRED" },
  CB_WA01: { code: "LOGIN_REFUSED" },
  CB_TW02: { code: "LOGIN_REFUSED" },
  CB_NO02: { code: "NO_PERMISSION" },
  GAIA_NO01: { code: "NO_PERMISSION" },
  GAIA_IA02: { code: "LOGIN_REFUSED" },
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

function judge({ status, code, errors }: RefusedAnswer, asked: Asked): Verdict {
  const known = code === undefined ? undefined : VERDICTS[code];
  if (known) return known;
  if (LOCKED.has(code)) return { code: "UNAVAILABLE", retryable: true };
  if (code !== undefined && ABOUT_CONDITION.test(code)) return { code: OF_CONDITION[asked] };
  if (code === "CB_VA01")
    return { code: asked === "records" && errors && "query" in errors ? "QUERY_REFUSED" : "REFUSED" };
  if (status === 429) return { code: "TOO_MANY_REQUESTS", retryable: true };
  if (status >= 500 || status === 408) return { code: "UNAVAILABLE", retryable: true };
  if (status === 401) return { code: "SESSION_EXPIRED" };
  if (status === 403) return { code: "NO_PERMISSION" };
  return { code: code === undefined ? "BAD_RESPONSE" : "REFUSED" };
}

/**
 * The error for an answer that is not a success. `body` is whatever came: kintone's JSON, a proxy's page, nothing. Of its
 * words, only those are kept that have kintone's form, without what `masking` knows to be secret.
 */
export function refused(response: Response, body: string, asked: Asked, masking: Masking): BackupError {
  const given: RefusedAnswer = { status: response.status, ...readErrorBody(body), ...readRetryAfter(response) };
  const { code, retryable } = judge(given, asked);
  const answer = masked(given, masking);
  const said = answer.code === undefined ? masking.text(response.statusText) : `${answer.code} ${answer.message ?? ""}`;
  return new BackupError(code, `kintone answered ${response.status} ${said}`.trimEnd(), {
    answer,
    retryable: retryable ?? false,
  });
}

function masked({ code, id, message, errors, ...rest }: RefusedAnswer, { text }: Masking): RefusedAnswer {
  return {
    ...rest,
    ...(code !== undefined && { code: text(code) }),
    ...(id !== undefined && { id: text(id) }),
    ...(message !== undefined && { message: text(message) }),
    ...(errors && {
      errors: Object.fromEntries(
        Object.entries(errors).map(([path, messages]) => [text(path), messages.map((each) => text(each))]),
      ),
    }),
  };
}

/** `{code, id, message, errors?}`, or for a bulk request `{results: [{}, {code, …}, {}]}`; anything else says nothing. */
function readErrorBody(body: string): Omit<RefusedAnswer, "status"> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return {};
  }
  if (!isObject(parsed)) return {};
  const results: unknown[] = Array.isArray(parsed.results) ? parsed.results : [parsed];
  const error = results.find((result) => isObject(result) && typeof result.code === "string");
  if (!isObject(error)) return {};
  const { code, id, message, errors } = error;
  return {
    ...(typeof code === "string" && { code }),
    ...(typeof id === "string" && { id }),
    ...(typeof message === "string" && { message }),
    ...(isObject(errors) && { errors: readFieldErrors(errors) }),
  };
}

/** `{"<path>": {"messages": ["…"]}}` */
function readFieldErrors(errors: Record<string, unknown>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(errors).map(([path, error]) => {
      const messages = isObject(error) && Array.isArray(error.messages) ? error.messages : [];
      return [path, messages.map(String)];
    }),
  );
}

/** Seconds or an HTTP date (RFC 9110 §10.2.3). */
function readRetryAfter(response: Response): { retryAfterSeconds?: number } {
  const header = response.headers.get("Retry-After");
  if (header === null) return {};
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? { retryAfterSeconds: Math.max(0, seconds) } : {};
}

/** A successful answer that cannot be what was asked for: a page instead of JSON, JSON that is cut off. */
export function unreadable(response: Response, reason: string, options: { retryable: boolean }): BackupError {
  return new BackupError("BAD_RESPONSE", `kintone answered ${response.status} with ${reason}`, {
    answer: { status: response.status },
    retryable: options.retryable,
  });
}

/** The request or its answer did not get through. Whether kintone acted on the request is unknown. */
export function networkFailure(reason: string, cause?: unknown): BackupError {
  return new BackupError("NETWORK", reason, { cause, retryable: true });
}

export function cancelled(signal: AbortSignal): BackupError {
  return new BackupError("CANCELLED", "The request was cancelled", { cause: signal.reason });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
