import { BackupError } from "../../domain/errors";
import { ANSWER_LIMITS, type AnswerLimits, bodyBytes, textOf } from "./answer-body";
import { type Asked, whatIsAsked } from "./asked";
import { watched } from "./byte-stream";
import type { ApiRequest, Connection, Upload } from "./connection";
import { brokenOff, cancelled, networkFailure, notKintone, refused, unanswered, unreadable } from "./errors";
import { endpointUrl, queryString } from "./request-url";
import { maskingOf } from "./secrets";

/** What differs between the ways to be let in. */
export interface Access {
  /** E.g. `https://example.cybozu.com`. */
  baseUrl: string;
  headers: Readonly<Record<string, string>>;
  /** What of the headers, and of what they were made of, nobody may read in an error, a log or a history. */
  secrets: readonly string[];
  /** The CSRF token of a session; asked for at each request, whatever it is. All but files are asked for with it. */
  requestToken?: () => string;
  fetch?: typeof fetch;
  answerLimits?: AnswerLimits;
}

/** How an answer is received. */
type Receiving = Pick<ApiRequest, "signal" | "heard" | "divisible">;

/**
 * kintone refuses URLs above 8 KB and takes a POST that says GET instead (cybozu.dev kintone-rest-api-overview);
 * rest-api-client changes over here, and `kintone.api()` at 4 KB.
 */
const LONGEST_URL = 4096;

/** kintone says so in a header, with status 200 and some of the records (cybozu.dev get-records). */
const INCOMPLETE_SEARCH = /^Filter aborted/;

/** The connection that all others build on: one `fetch` per request, and every failure told as a `BackupError`. */
export function createHttpConnection({
  baseUrl,
  headers,
  secrets,
  requestToken,
  fetch: given,
  answerLimits: { most, mostOfDivisible } = ANSWER_LIMITS,
}: Access): Connection {
  // Called through a function because the global `fetch` refuses any other `this`.
  const send: typeof fetch = given ?? ((input, init) => fetch(input, init));
  /** A session may get another token; none of them may be told. */
  const tokens = new Set<string>();
  const csrfToken = () => {
    if (!requestToken) return {};
    const token = requestToken();
    tokens.add(token);
    return { __REQUEST_TOKEN__: token };
  };
  const masking = () => maskingOf([...secrets, ...tokens]);
  const failure = (what: string, reason: unknown) => networkFailure(what, masking().failure(reason));

  /**
   * Reading needs the cookie alone, which may be somebody else's by now; a token is one session's. kintone looks at it in whatever is sent
   * as POST, so JSON is read as a POST that says GET, as rest-api-client does with long queries: another's session is refused (CB_IL02; both UNCONFIRMED(post-that-says-get, token-of-another-session)).
   * Whether files may be asked for like that is UNCONFIRMED(files-by-post): they are plain GETs (`Reader` in `domain/source.ts`).
   */
  function describe(request: ApiRequest, isFile: boolean): [url: string, init: RequestInit] {
    const { method, query = {}, body = {} } = request;
    const token = csrfToken();
    const url = endpointUrl(baseUrl, request);
    if (method === "POST" || method === "PUT") return [url, json(method, { ...token, ...body })];
    const search = queryString(method === "DELETE" ? { ...token, ...query } : query);
    const address = search === "" ? url : `${url}?${search}`;
    // The User API is asked about a user by name, whoever asks; that it takes a POST that says GET is UNCONFIRMED(users-by-post).
    const isPlain = isFile || request.ofUsers || !requestToken;
    if (method === "DELETE" || (isPlain && address.length <= LONGEST_URL)) return [address, { method, headers }];
    return [url, json("POST", { ...token, ...query }, { "X-HTTP-Method-Override": "GET" })];
  }

  function json(method: string, body: object, more: Record<string, string> = {}): RequestInit {
    return {
      method,
      headers: { ...headers, ...more, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    };
  }

  async function exchange(
    url: string,
    init: RequestInit,
    asked: Asked,
    { signal, heard }: Receiving,
  ): Promise<Response> {
    const response = await send(url, {
      ...init,
      ...(signal && { signal }),
      cache: "no-store",
      credentials: "same-origin",
      // An API never redirects: this is the way to a log-in page, or another's address, and no place for credentials to follow.
      redirect: "manual",
    }).catch((reason: unknown) => {
      throw signal?.aborted ? cancelled(signal) : unanswered(baseUrl, masking().failure(reason));
    });
    heard?.();
    if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400)) {
      if (!requestToken) throw notKintone(response, masking(), { bearsToken: false });
      throw new BackupError("SESSION_EXPIRED", "kintone answered with a redirect", {
        answer: { status: response.status },
      });
    }
    if (!response.ok) {
      const body = await whole(response, { signal, heard }).then(textOf, () => undefined);
      throw refused(response, body, masking(), { asked, bearsToken: requestToken !== undefined });
    }
    const warning = response.headers.get("X-Cybozu-Warning");
    if (warning !== null && INCOMPLETE_SEARCH.test(warning)) {
      throw new BackupError("QUERY_REFUSED", "kintone gave up searching: the records are not complete", {
        answer: { status: response.status, message: masking().text(warning) },
      });
    }
    return response;
  }

  /** The body of a successful answer, which is JSON. */
  async function jsonBytes(response: Response, receiving: Receiving): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await whole(response, receiving);
    if (!isJson(response)) throw notKintone(response, masking(), { bearsToken: requestToken !== undefined });
    return bytes;
  }

  async function parsed<Answer>(response: Response, receiving: Receiving): Promise<Answer> {
    const text = textOf(await jsonBytes(response, receiving));
    try {
      return JSON.parse(text) as Answer;
    } catch {
      throw unreadable(response, "JSON that is cut off or broken", { retryable: true });
    }
  }

  async function whole(response: Response, { signal, heard, divisible }: Receiving): Promise<Uint8Array<ArrayBuffer>> {
    return bodyBytes(response, divisible ? mostOfDivisible : most, heard).catch((reason: unknown) => {
      if (reason instanceof BackupError) throw reason;
      throw signal?.aborted ? cancelled(signal) : brokenOff(masking().failure(reason));
    });
  }

  return {
    async json<Answer>(request: ApiRequest) {
      const response = await exchange(...describe(request, false), whatIsAsked(request), request);
      if (request.unparsed) return (await jsonBytes(response, request)) as Answer;
      return parsed<Answer>(response, request);
    },

    async stream(request) {
      const { signal } = request;
      const response = await exchange(...describe(request, true), whatIsAsked(request), { signal });
      const expected = contentLength(response);
      let received = 0;
      return watched(response.body ?? new Blob().stream(), {
        chunk: (bytes) => {
          received += bytes.length;
        },
        end: () => {
          if (expected !== undefined && received !== expected) {
            throw networkFailure(`The transfer ended after ${received} of ${expected} bytes`);
          }
        },
        fail: (reason) => (signal?.aborted ? cancelled(signal) : failure("The transfer broke off", reason)),
      });
    },

    async upload({ name, data, guestSpaceId, signal }: Upload) {
      const form = new FormData();
      form.append("file", data, name);
      // After the file, where rest-api-client puts it.
      for (const [key, value] of Object.entries(csrfToken())) form.append(key, value);
      const url = endpointUrl(baseUrl, { path: "file", guestSpaceId });
      const response = await exchange(url, { method: "POST", headers, body: form }, "other", { signal });
      return (await parsed<{ fileKey: string }>(response, { signal })).fileKey;
    },
  };
}

function isJson(response: Response): boolean {
  return /\bjson\b/i.test(response.headers.get("Content-Type") ?? "");
}

/** Absent for chunked answers; of no use for compressed ones, where it counts other bytes. Which of these kintone's are is UNCONFIRMED(file-headers). */
function contentLength(response: Response): number | undefined {
  const length = response.headers.get("Content-Length");
  return length === null || response.headers.has("Content-Encoding") ? undefined : Number(length);
}
