import type { Hono } from "hono";
import type { PageContext, ProxyConfig } from "../page-context";
import { sessionOfPageRequest } from "./entrance";

interface SettingsRequest {
  __REQUEST_TOKEN__?: unknown;
  app?: unknown;
  guestSpaceId?: string;
  pluginId?: unknown;
  config?: unknown;
  url?: string;
  method?: string;
}

/** What `setConfig`, `setProxyConfig` and `getProxyConfig` of a plugin's settings page ask of the server: app administrators only. */
export function addPluginSettingsRoutes(pages: Hono, context: PageContext): void {
  const route = (path: string, answer: (appId: string, pluginId: string, request: SettingsRequest) => object | null) =>
    pages.post(path, async (c) => {
      const request = await c.req.json<SettingsRequest>();
      const session = sessionOfPageRequest(c, context, request.__REQUEST_TOKEN__);
      if (session instanceof Response) return session;
      const appId = String(request.app);
      const pluginId = String(request.pluginId);
      const app = context.app(appId, session.user, request.guestSpaceId);
      const added = context.pluginsOf(appId, "preview").some(({ id }) => id === pluginId);
      if (!app?.permissions.manageApp || !added) return c.json(errorBody("CB_NO02", "権限がありません。"), 403);
      try {
        return c.json(answer(appId, pluginId, request));
      } catch (error) {
        return c.json(errorBody("CB_VA01", messageOf(error)), 400);
      }
    });

  route("/k/page/plugin-config", (appId, pluginId, { config }) => {
    context.setPluginConfig(appId, pluginId, config as Record<string, string>);
    return {};
  });
  route("/k/page/plugin-proxy-config", (appId, pluginId, { url = "", method = "", config }) => {
    context.setPluginProxyConfig(appId, pluginId, url, method, config as ProxyConfig);
    return {};
  });
  route(
    "/k/page/plugin-proxy-config/read",
    (appId, pluginId, { url = "", method = "" }) =>
      context.pluginProxyConfig(appId, pluginId, url, method, "preview") ?? null,
  );
}

function errorBody(code: string, message: string) {
  return { code, id: crypto.randomUUID(), message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
