import { appRoot } from "../page-data";

export type Method = "GET" | "POST" | "PUT" | "DELETE";
export type Params = Record<string, unknown>;

/** Above this many bytes of URL a GET goes as POST with `X-HTTP-Method-Override` (cybozu.dev, kintone-rest-api-request). */
const longestUrl = 4096;

/** `/k/v1/records` or `/k/v1/records.json` as an absolute URL; the guest form only where `guestSpaceId` is given. */
export function apiUrl(path: string, guestSpaceId?: string): string {
  const complete = path.endsWith(".json") ? path : `${path}.json`;
  return location.origin + complete.replace(/^\/k\/(?=v1\/)/, `${appRoot(guestSpaceId)}/`);
}

/** The URL with parameters as kintone writes them: arrays as `fields[0]=…`. */
export function urlWithParams(url: string, params: Params): string {
  const query = Object.entries(params).flatMap(([name, value]) => parameters(name, value));
  return query.length === 0 ? url : `${url}${url.includes("?") ? "&" : "?"}${query.join("&")}`;
}

function parameters(name: string, value: unknown): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => parameters(`${name}[${index}]`, item));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => parameters(`${name}.${key}`, item));
  }
  return [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`];
}

/** One request with the user's session, and with the CSRF token where something is written. */
export function send(url: string, method: Method, params: Params, csrfToken: string): Promise<Response> {
  const headers: Record<string, string> = { "X-Requested-With": "XMLHttpRequest" };
  if (method === "GET") {
    const complete = urlWithParams(url, params);
    if (complete.length <= longestUrl) return fetch(complete, { headers });
    headers["X-HTTP-Method-Override"] = "GET";
  }
  return fetch(url, {
    method: method === "GET" ? "POST" : method,
    headers: { ...headers, "Content-Type": "application/json" },
    body: JSON.stringify({ ...params, __REQUEST_TOKEN__: csrfToken }),
  });
}

/** The answer's body: parsed where it is JSON, else as text. */
export async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
