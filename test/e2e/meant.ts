import type { Request } from "playwright-core";

/** A POST may say that it is a GET, with its parameters in the body (cybozu.dev kintone-rest-api-overview). */
const override = (request: Request): string | undefined => request.headers()["x-http-method-override"];

/** What a request does in kintone. */
export const meantMethod = (request: Request): string => override(request) ?? request.method();

/** Its address as it would be without the detour. */
export function meantAddress(request: Request): string {
  if (override(request) === undefined) return request.url();
  const { __REQUEST_TOKEN__: _token, ...parameters } = request.postDataJSON() as Record<string, unknown>;
  const written = Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]);
  return `${request.url()}?${new URLSearchParams(written).toString()}`;
}
