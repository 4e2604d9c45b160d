import type { ProxyRequest } from "../../proxy";

type Headers = Record<string, string>;
type Data = string | Record<string, unknown>;
type Succeeded = (body: string, status: number, headers: Headers) => void;
type Failed = (body: string) => void;
/** `[body, status, headers]`. */
type ProxyAnswer = [string, number, Headers];

/** The content of an upload. Only the format `RAW` exists. */
interface UploadData {
  format: "RAW";
  value: Blob;
}

/**
 * `kintone.proxy` and `kintone.proxy.upload` (cybozu.dev, js-api/proxy): resolve to `[body, status, headers]` whatever the
 * status; reject with the proxy's own text when the other server could not be asked.
 */
export function createProxy(csrfToken: string, plugin: Pick<ProxyRequest, "appId" | "pluginId"> = {}) {
  const forward = async (path: string, request: Omit<ProxyRequest, "token">, body?: Blob): Promise<ProxyAnswer> => {
    const meta: ProxyRequest = { ...request, ...plugin, token: csrfToken };
    const response = await fetch(path, {
      method: "POST",
      headers: {
        "X-Requested-With": "XMLHttpRequest",
        "X-Proxy-Request": encodeURIComponent(JSON.stringify(meta)),
      },
      ...(body ? { body } : {}),
    });
    if (!response.ok) throw await response.text();
    return (await response.json()) as ProxyAnswer;
  };

  const answer = (promise: Promise<ProxyAnswer>, succeeded?: Succeeded, failed?: Failed) => {
    if (!succeeded) return promise;
    promise.then((values) => succeeded(...values), failed ?? (() => undefined));
    return undefined;
  };

  return Object.assign(
    (url: string, method: string, headers: Headers, data: Data, succeeded?: Succeeded, failed?: Failed) =>
      answer(forward("/k/page/proxy", { url, method, headers, data }), succeeded, failed),
    {
      upload: (
        url: string,
        method: string,
        headers: Headers,
        { value }: UploadData,
        succeeded?: Succeeded,
        failed?: Failed,
      ) => answer(forward("/k/page/proxy/upload", { url, method, headers }, value), succeeded, failed),
    },
  );
}
