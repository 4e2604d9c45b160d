import type { Context, Hono } from "hono";
import type { PageContext } from "../page-context";
import { sessionOfPageRequest } from "./entrance";

/** What the page sends in the `X-Proxy-Request` header, as percent-encoded JSON; an upload's content is the body. */
export interface ProxyRequest {
  token: string;
  url: string;
  method: string;
  headers: Record<string, string>;
  /** `string` goes as it is, an object as JSON. */
  data?: string | Record<string, unknown>;
  /** Both given: values that the plugin stored with `setProxyConfig` are added. */
  appId?: string;
  pluginId?: string;
}

/** An upload may hold 200 MB (cybozu.dev, kintone-proxy-upload). */
const uploadLimit = 200 * 1024 * 1024;

/** `kintone.proxy` and `kintone.plugin.app.proxy`, with and without upload: the server asks on the page's behalf. */
export function addProxyRoutes(pages: Hono, context: PageContext): void {
  pages.post("/k/page/proxy", (c) => forward(c, context, false));
  pages.post("/k/page/proxy/upload", (c) => forward(c, context, true));
  pages.get("/k/page/concurrency", (c) =>
    context.session(c.req.raw) ? c.json(context.concurrency()) : c.json({ code: "CB_AU01" }, 401),
  );
}

async function forward(c: Context, context: PageContext, upload: boolean): Promise<Response> {
  const request = JSON.parse(decodeURIComponent(c.req.header("X-Proxy-Request") ?? "{}")) as ProxyRequest;
  const session = sessionOfPageRequest(c, context, request.token);
  if (session instanceof Response) return session;
  const content = upload ? await c.req.arrayBuffer() : undefined;
  if (content && content.byteLength > uploadLimit) return c.text("Request body is too large.", 413);
  const { method } = request;
  const stored =
    request.appId !== undefined && request.pluginId !== undefined
      ? context.pluginProxyConfig(request.appId, request.pluginId, request.url, method, "live")
      : undefined;
  const data = typeof request.data === "string" ? request.data : JSON.stringify({ ...request.data, ...stored?.data });
  const sendsBody = method === "POST" || method === "PUT";
  try {
    const response = await fetch(request.url, {
      method,
      // Stored values win over those of the caller (cybozu.dev, kintone-plug-in-proxy).
      headers: { ...request.headers, ...stored?.headers },
      ...(sendsBody ? { body: content ?? data } : {}),
    });
    return c.json([await response.text(), response.status, Object.fromEntries(response.headers)]);
  } catch (error) {
    return c.text(`Proxy request failed: ${error instanceof Error ? error.message : String(error)}`, 502);
  }
}
