import type { PageData } from "../../page-data";
import { apiUrl, bodyOf, send, urlWithParams } from "../request";
import type { Method, Params } from "../request";

type Callback = (answer: unknown) => void;

/**
 * `kintone.api` (cybozu.dev, kintone-rest-api-request): rejects with the parsed body alone, or with the raw text where the
 * body is not JSON; neither status nor headers. With callbacks it returns nothing.
 */
export function createRestApi({ guestSpaceId, csrfToken }: PageData) {
  async function call(pathOrUrl: string, method: Method, params: Params): Promise<unknown> {
    const response = await send(absolute(pathOrUrl), method, params, csrfToken);
    const body = await bodyOf(response);
    if (!response.ok) throw body;
    return body;
  }

  function api(pathOrUrl: string, method: Method, params: Params, succeeded?: Callback, failed?: Callback) {
    const promise = call(pathOrUrl, method, params);
    if (!succeeded) return failed ? promise.catch(failed) : promise;
    promise.then(succeeded, failed ?? (() => undefined));
    return undefined;
  }

  // The guest form is given only when asked for: "省略するとfalse" (cybozu.dev, get-url-including-query).
  const url = (path: string, isGuestSpace = false) => apiUrl(path, isGuestSpace ? guestSpaceId : undefined);

  return Object.assign(api, {
    url,
    urlForGet: (path: string, params: Params = {}, isGuestSpace = false) =>
      urlWithParams(url(path, isGuestSpace), params),
    async getConcurrencyLimit() {
      const response = await fetch("/k/page/concurrency", { headers: { "X-Requested-With": "XMLHttpRequest" } });
      return (await response.json()) as { limit: number; running: number };
    },
  });
}

function absolute(pathOrUrl: string): string {
  return /^https?:\/\//.test(pathOrUrl) ? pathOrUrl : apiUrl(pathOrUrl);
}
