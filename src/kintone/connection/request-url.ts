import type { ApiRequest, ApiValue } from "./connection";

/**
 * `/k/v1/<path>.json`, in a guest space `/k/guest/<id>/v1/<path>.json`, for settings that are not deployed
 * `/k/v1/preview/<path>.json` (OpenAPI 20250423; rest-api-client `url.ts`); of the User API `/v1/<path>.json` (cybozu.dev). A path in `baseUrl` stays as a prefix.
 */
export function endpointUrl(
  baseUrl: string,
  { path, ofUsers, guestSpaceId, preview = false }: Pick<ApiRequest, "path" | "ofUsers" | "guestSpaceId" | "preview">,
): string {
  const domain = baseUrl.replace(/\/+$/, "");
  if (ofUsers) return `${domain}/v1/${path}.json`;
  const guest = guestSpaceId === undefined ? "" : `/guest/${encodeURIComponent(guestSpaceId)}`;
  return `${domain}/k${guest}/v1/${preview ? "preview/" : ""}${path}.json`;
}

/** `a=1&list%5B0%5D=x`: the notation of cybozu.dev get-records, as rest-api-client writes it. */
export function queryString(query: Readonly<Record<string, ApiValue>>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => pairs(name, value))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
}

function pairs(name: string, value: ApiValue): Array<[string, string]> {
  if (value === undefined) return [];
  if (value === null) return [[name, ""]];
  if (typeof value !== "object") return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => pairs(`${name}[${key}]`, inner as ApiValue));
}
