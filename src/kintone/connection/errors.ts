import { BackupError } from "../../domain/errors";
import { isLasting, obstacleByStatus, obstacleIn, unreachable } from "./obstacle";
import type { Masking } from "./secrets";
import { type Judged, type RefusedAnswer, TOKEN_LACKS_RIGHT, type Verdict, judge } from "./verdict";

/**
 * The error for an answer that is not a success. Of its words, only those are kept that have kintone's form, without what
 * `masking` knows to be secret: of an answer that is not kintone's, nothing but its status and what kind of content it is.
 *
 * @param body whatever came: kintone's JSON, a proxy's page, nothing; `undefined` when it broke off
 */
export function refused(response: Response, body: string | undefined, masking: Masking, request: Judged): BackupError {
  const { status } = response;
  const given: RefusedAnswer = { status, ...readErrorBody(body ?? ""), ...readRetryAfter(response) };
  const { code, retryable = false, divisible = false } = judge(given, request);
  // Whose answer it was is in what did not arrive.
  if (code === "NOT_KINTONE" && body === undefined)
    return unreadable(response, "an error that broke off", { retryable });
  const answer = masked(given, masking);
  const ofToken = answer.code === TOKEN_LACKS_RIGHT;
  if (answer.code === undefined) {
    return withoutWords(response, { code, retryable, divisible, answer }, masking, request.bearsToken);
  }
  return new BackupError(code, `kintone answered ${status} ${answer.code} ${answer.message ?? ""}`.trimEnd(), {
    ...{ answer, retryable, divisible, facts: { ...(ofToken && { ofToken }) } },
  });
}

/** A successful answer that is no JSON, as all answers of the API are, or one that leads elsewhere: a log-in page, the page of a proxy. */
export function notKintone(
  response: Response,
  masking: Masking,
  { bearsToken }: Pick<Judged, "bearsToken">,
): BackupError {
  const answer = { status: response.status };
  const verdict = { code: "NOT_KINTONE", retryable: false, divisible: false, answer } as const;
  return withoutWords(response, verdict, masking, bearsToken);
}

function withoutWords(
  response: Response,
  { code, retryable, divisible, answer }: Required<Verdict> & { answer: RefusedAnswer },
  masking: Masking,
  fromPage: boolean,
): BackupError {
  const contentType = kindOf(response, masking);
  const message = `The answer ${response.status}, ${contentType ?? "of no kind"}, is not that of kintone's API`;
  const host = hostOf(response.url);
  // An outage is what it says.
  const obstacle = code === "NOT_KINTONE" ? obstacleByStatus(response.status, fromPage) : undefined;
  const facts = { ...(contentType && { contentType }), ...(obstacle && { obstacle, ...(host && { host }) }) };
  return new BackupError(code, message, { answer, retryable, divisible, facts });
}

/** As RFC 6838 names kinds, though no longer than anybody needs. */
const KIND = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,30}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,60}$/;

function kindOf({ headers }: Response, masking: Masking): string | undefined {
  const [kind = ""] = masking
    .text(headers.get("Content-Type") ?? "")
    .toLowerCase()
    .split(";");
  return KIND.exec(kind.trim())?.[0];
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

/** An answer that did not arrive as it was sent: JSON that is cut off, an error that broke off. Whoever cuts answers off may leave smaller ones alone. */
export function unreadable(response: Response, reason: string, options: { retryable: boolean }): BackupError {
  return new BackupError("BAD_RESPONSE", `kintone answered ${response.status} with ${reason}`, {
    answer: { status: response.status },
    ...{ retryable: options.retryable, divisible: options.retryable },
  });
}

/** A whole answer that is not what was asked for. */
export function unexpectedAnswer(what: string, options: { divisible?: boolean } = {}): BackupError {
  return new BackupError("BAD_RESPONSE", `kintone answered with ${what}`, options);
}

/** Asked once more, the answer is no smaller. */
export function answerTooLarge({ most, cause }: { most?: number; cause?: unknown }): BackupError {
  const size = most === undefined ? "more than fits into memory" : `more than ${most} bytes`;
  return new BackupError("ANSWER_TOO_LARGE", `kintone's answer has ${size}`, {
    ...{ facts: { ...(most !== undefined && { expected: most }) }, divisible: true, cause },
  });
}

/** Nothing, or not all, came in time. Whether kintone acted on the request is unknown. */
export function timedOut(reason: string): BackupError {
  return new BackupError("TIMED_OUT", reason, { retryable: true, divisible: true });
}

/** The request or its answer did not get through. Whether kintone acted on the request is unknown. */
export function networkFailure(reason: string, cause?: unknown): BackupError {
  return new BackupError("NETWORK", reason, { cause, retryable: true });
}

/** Nothing came from there: `UNREACHABLE` for a reason that does not pass. */
export function unanswered(baseUrl: string, cause: unknown): BackupError {
  const meaning = obstacleIn(cause);
  const host = hostOf(baseUrl);
  const facts = { ...meaning, ...(meaning.obstacle && host && { host }) };
  const error = new BackupError("NETWORK", "No answer from kintone", { facts, cause, retryable: true });
  return isLasting(meaning) ? unreachable(error) : error;
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}

/** Somebody was there, and the answer ended in its middle: perhaps always at this size. */
export function brokenOff(cause: unknown): BackupError {
  return new BackupError("NETWORK", "The answer broke off", { cause, retryable: true, divisible: true });
}

export function cancelled(signal: AbortSignal): BackupError {
  return new BackupError("CANCELLED", "The request was cancelled", { cause: signal.reason });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
