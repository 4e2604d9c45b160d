import type { AppPlugin } from "../domain/app-settings";
import { checkPluginConfig } from "../domain/plugins";
import type { Plugin } from "../domain/plugins";
import { Files } from "../domain/files";
import { pluginNotFound } from "../errors/apps";
import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { get, inLab, post, put, remove, settingsReader, settingsWriter } from "./endpoint";
import type { Call, Endpoint } from "./endpoint";

const maxPluginsPerApp = 20;
/** Of `lang` (OpenAPI 20250423, which writes them in capitals as it does `order`; rest-api-client does not). */
const languages = ["ja", "en", "zh", "es"] as const;

export const plugins: Endpoint[] = [
  // For everybody who is logged in, and no token; the one that was installed last comes first (cybozu.dev get-plugins).
  get("plugins.json", (call) => {
    call.refuseTokens();
    const ids = call.parameters.texts("ids", 100);
    const { offset, limit } = pageOf(call, 100);
    const found = [...call.domain.plugins.values()].reverse().filter(({ id }) => !ids || ids.includes(id));
    return { plugins: found.slice(offset, offset + limit).map((plugin) => showPlugin(plugin)) };
  }),

  // For everybody, too (cybozu.dev get-required-plugins).
  get("plugins/required.json", (call) => {
    call.refuseTokens();
    return { plugins: [] };
  }),

  get("plugin/apps.json", (call) => {
    call.demandSystemAdministrator();
    const id = call.parameters.text("id");
    const { offset, limit } = pageOf(call, 500);
    const using = [...call.domain.apps.values()].filter((app) => app.live?.plugins.some((plugin) => plugin.id === id));
    return {
      apps: using.slice(offset, offset + limit).map((app) => ({ id: String(app.id), name: app.settings.general.name })),
    };
  }),

  post("plugin.json", async (call) => {
    call.demandSystemAdministrator();
    const { id, version } = await call.domain.installPlugin(uploaded(call));
    return { id, version };
  }),

  put("plugin.json", async (call) => {
    call.demandSystemAdministrator();
    call.parameters.require("id", "fileKey");
    const id = call.parameters.text("id");
    if (!call.domain.plugins.has(id)) throw pluginNotFound(id);
    const plugin = await call.domain.installPlugin(uploaded(call), id);
    return { id, version: plugin.version };
  }),

  remove("plugin.json", (call) => {
    call.demandSystemAdministrator();
    const id = call.parameters.text("id");
    if (!call.domain.plugins.delete(id)) throw pluginNotFound(id);
    return {};
  }),

  ...settingsReader(
    "app/plugins.json",
    (settings, { domain, parameters }) => {
      const lang = parameters.has("lang") ? parameters.oneOf("lang", languages, "en") : undefined;
      const named = ({ id, enabled }: AppPlugin) => ({ id, name: nameOf(domain.plugins.get(id), lang) ?? id, enabled });
      return { plugins: settings.plugins.map(named) };
    },
    ["manage"],
  ),

  settingsWriter("POST", "app/plugins.json", (app, call) => {
    call.parameters.require("ids");
    const ids = call.parameters.texts("ids", maxPluginsPerApp) ?? [];
    const added = ids
      .filter((id) => !app.preview.plugins.some((plugin) => plugin.id === id))
      .map((id): AppPlugin => {
        if (!call.domain.plugins.has(id)) throw pluginNotFound(id);
        return { id, enabled: true, config: {}, proxies: {} };
      });
    const all = [...app.preview.plugins, ...added];
    if (all.length > maxPluginsPerApp) throw invalidParameter("ids", sentences.atMost(maxPluginsPerApp));
    return { plugins: all };
  }),

  // cybozu.dev get-app-plugin-config, update-app-plugin-config (API lab). Who holds one of the two rights may read it.
  ...inLab("plugin-config", [
    ...settingsReader(
      "app/plugin/config.json",
      (settings, call) => ({ config: attached(settings.plugins, call).config }),
      ["view", "add"],
    ),

    settingsWriter("PUT", "app/plugin/config.json", (app, call) => {
      const plugin = attached(app.preview.plugins, call);
      const config = call.parameters.object("config");
      checkPluginConfig(config);
      return { plugins: app.preview.plugins.map((other) => (other === plugin ? { ...plugin, config } : other)) };
    }),
  ]),
];

const pageOf = ({ parameters }: Call, most: number) => ({
  offset: parameters.integer("offset", { least: 0, standard: 0 }),
  limit: parameters.integer("limit", { least: 1, most, standard: most }),
});

const uploaded = ({ domain, parameters }: Call): Uint8Array =>
  Files.read(domain.files.upload(parameters.text("fileKey")));

function attached(list: AppPlugin[], { parameters }: Call): AppPlugin {
  const id = parameters.text("id");
  const plugin = list.find((candidate) => candidate.id === id);
  if (!plugin) throw pluginNotFound(id);
  return plugin;
}

/** A manifest must have an English name only; that it stands in for others is UNCONFIRMED(plugin-name-in-languages). */
const nameOf = (plugin: Plugin | undefined, lang = "ja"): string | undefined =>
  plugin?.manifest.name[lang] ?? plugin?.manifest.name.en;

function showPlugin(plugin: Plugin): Record<string, unknown> {
  const { id, manifest, version } = plugin;
  return {
    id,
    name: nameOf(plugin),
    description: manifest.description?.ja ?? manifest.description?.en ?? "",
    isMarketPlugin: false,
    version,
  };
}
