import type { ApiRequest } from "./connection";
import { unanswered } from "./errors";
import type { Access } from "./http-connection";
import { endpointUrl, queryString } from "./request-url";
import { maskingOf } from "./secrets";

/** A request as it is to be sent, down to what the other connections decide for themselves. */
export interface Sent extends Pick<ApiRequest, "method" | "path" | "ofUsers" | "preview" | "guestSpaceId" | "query"> {
  /** Sent as JSON; a text as it is. */
  body?: object | string;
  /** A POST with `X-HTTP-Method-Override: GET`. */
  saysGet?: true;
  headers?: Readonly<Record<string, string>>;
  file?: { name: string; data: Blob };
  /** The body is of no interest, and may be long. */
  unread?: true;
}

/** An answer, whatever it is. */
export interface Heard {
  status: number;
  /** Of kintone's errors, when it looks like one. */
  code: string | undefined;
  /** Parsed, where it is JSON. */
  body: unknown;
  header: (name: string) => string | undefined;
}

/** Sends one request once. Rejects only when nothing comes back. */
export type Exchange = (sent: Sent) => Promise<Heard>;

/** kintone as it answers, for who wants to see the answers themselves: their statuses, codes and headers. */
export function createExchange({
  baseUrl,
  headers,
  secrets,
  requestToken,
  fetch: given,
}: Omit<Access, "answerLimits">): Exchange {
  const send: typeof fetch = given ?? ((input, init) => fetch(input, init));
  const token = () => (requestToken ? { __REQUEST_TOKEN__: requestToken() } : {});

  function bodyOf({ method, saysGet, query, body, file }: Sent): BodyInit | undefined {
    if (file) {
      const form = new FormData();
      form.append("file", file.data, file.name);
      for (const [key, value] of Object.entries(token())) form.append(key, value);
      return form;
    }
    if (typeof body === "string") return body;
    if (method === "GET" && !saysGet) return undefined;
    return JSON.stringify({ ...token(), ...query, ...body });
  }

  return async (sent) => {
    const isPlain = sent.method === "GET" && !sent.saysGet;
    const body = bodyOf(sent);
    const search = isPlain ? queryString(sent.query ?? {}) : "";
    const response = await send(`${endpointUrl(baseUrl, sent)}${search && `?${search}`}`, {
      method: sent.saysGet ? "POST" : sent.method,
      headers: {
        ...headers,
        ...(sent.saysGet && { "X-HTTP-Method-Override": "GET" }),
        ...(body !== undefined && !sent.file && { "Content-Type": "application/json" }),
        ...sent.headers,
      },
      ...(body !== undefined && { body }),
      ...{ cache: "no-store", credentials: "same-origin", redirect: "manual" },
    }).catch((reason: unknown) => {
      throw unanswered(baseUrl, maskingOf([...secrets, ...Object.values(token())]).failure(reason));
    });
    const parsed = sent.unread ? await forgotten(response) : await parsedBody(response);
    return {
      status: response.status,
      code: codeIn(parsed),
      body: parsed,
      header: (name) => response.headers.get(name) ?? undefined,
    };
  };
}

async function forgotten(response: Response): Promise<undefined> {
  await response.body?.cancel().catch(() => undefined);
}

async function parsedBody(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await response.text());
  } catch {
    return undefined;
  }
}

/** Nothing but what all of kintone's codes look like: no text of anybody else gets into a report. */
const CODE = /^[A-Z]{2,6}_[A-Z]{2,6}\d{2,3}$/;

function codeIn(body: unknown): string | undefined {
  const { code, results } = (body ?? {}) as { code?: unknown; results?: unknown };
  const inside = Array.isArray(results) ? results.map((each) => codeIn(each)).find(Boolean) : undefined;
  return typeof code === "string" && CODE.test(code) ? code : inside;
}
