import type { PageData } from "../../page-data";
import { bodyOf, send } from "../request";
import { createProxy } from "./proxy";

/** `kintone.plugin.app` (cybozu.dev, js-api/plugins). Where a function is not usable it answers `null` or throws. */
export function createPluginApi(data: PageData, tell: (error: unknown) => void) {
  const onSettingsPage = data.kind === "plugin-settings";
  const settingsPlugin = Object.keys(data.pluginConfigs)[0];
  const hasConfigs = onSettingsPage || data.kind === "list" || data.kind === "detail" || data.kind === "create";

  const ask = async (path: string, params: object) => {
    if (!onSettingsPage) throw new Error("This function works on the plug-in settings page only.");
    const target = { app: data.app?.id, guestSpaceId: data.guestSpaceId, pluginId: settingsPlugin };
    const response = await send(path, "POST", { ...target, ...params }, data.csrfToken);
    const body = await bodyOf(response);
    if (!response.ok) throw body;
    return body;
  };
  const saved = (promise: Promise<unknown>, onSaved?: () => void) => {
    promise.then(onSaved ?? (() => location.assign(`../../${data.app?.id}/plugin/`)), (body: unknown) =>
      tell(new Error((body as { message?: string } | null)?.message ?? String(body))),
    );
  };
  const proxy = (pluginId: string) =>
    createProxy(data.csrfToken, { pluginId, ...(data.app ? { appId: data.app.id } : {}) });
  type Proxy = ReturnType<typeof createProxy>;

  return {
    app: {
      getConfig: (pluginId: string) => (hasConfigs ? structuredClone(data.pluginConfigs[pluginId] ?? {}) : null),
      setConfig(config: Record<string, string>, onSaved?: () => void) {
        requireStrings(config);
        saved(ask("/k/page/plugin-config", { config }), onSaved);
      },
      getProxyConfig: (url: string, method: string) =>
        onSettingsPage ? readProxyConfig(data, settingsPlugin, url, method) : null,
      setProxyConfig(
        url: string,
        method: string,
        headers: Record<string, string>,
        values: Record<string, string>,
        onSaved?: () => void,
      ) {
        saved(ask("/k/page/plugin-proxy-config", { url, method, config: { headers, data: values } }), onSaved);
      },
      proxy: Object.assign((pluginId: string, ...rest: Parameters<Proxy>) => proxy(pluginId)(...rest), {
        upload: (pluginId: string, ...rest: Parameters<Proxy["upload"]>) => proxy(pluginId).upload(...rest),
      }),
    },
  };
}

/** "Values are strings only; keys are ASCII" (cybozu.dev, set-config). */
function requireStrings(config: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(config)) {
    // eslint-disable-next-line no-control-regex -- ASCII is what the rule speaks of
    if (!/^[\x00-\x7f]+$/.test(key)) throw new Error(`setConfig: the key "${key}" is not ASCII.`);
    if (typeof value !== "string") throw new Error(`setConfig: the value of "${key}" is not a string.`);
  }
}

/** The documented function answers at once, without a promise, so the request must be synchronous. */
function readProxyConfig(data: PageData, pluginId: string | undefined, url: string, method: string): unknown {
  const request = new XMLHttpRequest();
  request.open("POST", "/k/page/plugin-proxy-config/read", false);
  request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
  request.setRequestHeader("Content-Type", "application/json");
  const target = { app: data.app?.id, guestSpaceId: data.guestSpaceId, pluginId };
  request.send(JSON.stringify({ ...target, url, method, __REQUEST_TOKEN__: data.csrfToken }));
  return request.status === 200 ? (JSON.parse(request.responseText) as unknown) : null;
}
