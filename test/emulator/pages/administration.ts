import type { Context, Hono } from "hono";
import { html, raw } from "hono/html";
import type { PageApp, PageContext, PagePlugin, PageSession } from "../page-context";
import { dataBlock, messageDocument, pageDocument } from "./document";
import type { Crumb, Markup } from "./document";
import { sessionOfPageRequest, sessionOrLogin } from "./entrance";
import { appRoot } from "./page-data";
import type { PageData, PageKind, PluginLine } from "./page-data";
import { clientScript, pluginFiles } from "./scripts";
import { textFor } from "./text";

/** App settings (with "Update App"), the plugins of an app, their settings pages, and the plugins of the domain. */
export function addAdministrationRoutes(pages: Hono, context: PageContext): void {
  for (const root of ["/k", "/k/guest/:spaceId{[0-9]+}"]) {
    pages.get(`${root}/admin/app/flow`, (c) => appSettingsPage(c, context));
    pages.get(`${root}/admin/app/:appId{[0-9]+}/plugin/`, (c) => pluginListPage(c, context));
    pages.get(`${root}/admin/app/:appId{[0-9]+}/plugin/config`, (c) => pluginSettingsPage(c, context));
  }
  pages.get("/k/admin/system/plugin/", (c) => systemPluginsPage(c, context));

  pages.post("/k/page/deploy", async (c) => {
    const request = await c.req.json<{ __REQUEST_TOKEN__?: unknown; app?: unknown; guestSpaceId?: string }>();
    const session = sessionOfPageRequest(c, context, request.__REQUEST_TOKEN__);
    if (session instanceof Response) return session;
    const app = context.app(String(request.app), session.user, request.guestSpaceId);
    if (!app?.permissions.manageApp) return c.json({ code: "CB_NO02", message: "権限がありません。" }, 403);
    context.deploy(app.id, session.user);
    return c.json({ state: context.deployState(app.id) ?? "SUCCESS" });
  });

  pages.post("/k/page/install-plugin", async (c) => {
    const form = await c.req.formData();
    const session = sessionOfPageRequest(c, context, form.get("__REQUEST_TOKEN__"));
    if (session instanceof Response) return session;
    const file = form.get("file");
    if (!session.user.isSystemAdministrator) return c.json({ code: "CB_NO02", message: "権限がありません。" }, 403);
    if (!(file instanceof File)) return c.json({ code: "CB_VA01", message: "必須です。" }, 400);
    try {
      return c.json({ id: (await context.installPlugin(new Uint8Array(await file.arrayBuffer()))).id });
    } catch (error) {
      return c.json({ code: "CB_VA01", message: error instanceof Error ? error.message : String(error) }, 400);
    }
  });
}

function appSettingsPage(c: Context, context: PageContext) {
  const entry = managedApp(c, context, c.req.query("app") ?? "");
  if (entry instanceof Response || entry instanceof Promise) return entry;
  const { session, app } = entry;
  const text = textFor(session.user.language);
  const pending = context.hasPendingChanges(app.id) || !app.deployed;
  return c.html(
    adminDocument(session, app, text.settingsOfApp, [], {
      ...pageData("app-settings", session, app),
      content: html`<div class="lk-deploy">
          <p>${pending ? text.pendingChanges : text.noPendingChanges}</p>
          <button type="button" class="lk-button lk-primary" id="update-app" ${pending ? "" : "disabled"}>
            ${text.updateApp}
          </button>
        </div>
        <ul class="lk-settings-menu">
          <li><a href="${app.id}/plugin/">${text.plugins}</a></li>
        </ul>`,
    }),
  );
}

function pluginListPage(c: Context, context: PageContext) {
  const entry = managedApp(c, context, c.req.param("appId") ?? "");
  if (entry instanceof Response || entry instanceof Promise) return entry;
  const { session, app } = entry;
  const text = textFor(session.user.language);
  const { language } = session.user;
  const added = context.pluginsOf(app.id, "preview");
  const addable = context.installedPlugins().filter(({ id }) => !added.some((plugin) => plugin.id === id));
  return c.html(
    adminDocument(session, app, text.plugins, [{ label: text.settingsOfApp, href: `../../flow?app=${app.id}` }], {
      ...pageData("plugin-list", session, app),
      plugins: added.map((plugin) => pluginLine(plugin, language)),
      addablePlugins: addable.map((plugin) => pluginLine(plugin, language)),
      content: html`<div id="page"></div>`,
    }),
  );
}

function pluginSettingsPage(c: Context, context: PageContext) {
  const entry = managedApp(c, context, c.req.param("appId") ?? "");
  if (entry instanceof Response || entry instanceof Promise) return entry;
  const { session, app } = entry;
  const text = textFor(session.user.language);
  const plugin = context.pluginsOf(app.id, "preview").find(({ id }) => id === c.req.query("pluginId"));
  if (!plugin) return c.html(messageDocument(session, text.pluginNotFound), 404);
  const { config } = plugin.manifest;
  const fragment = config?.html === undefined ? undefined : plugin.read(config.html);
  if (!config || !fragment) return c.html(messageDocument(session, text.noPluginSettings), 404);
  const crumbs = [
    { label: text.settingsOfApp, href: `../../flow?app=${app.id}` },
    { label: text.plugins, href: `../../${app.id}/plugin/` },
  ];
  return c.html(
    adminDocument(session, app, pluginLine(plugin, session.user.language).name, crumbs, {
      ...pageData("plugin-settings", session, app),
      pluginConfigs: { [plugin.id]: context.pluginConfig(app.id, plugin.id, "preview") },
      // The fragment is in the page, unescaped, before the plugin's scripts run.
      content: html`<div class="lk-plugin-settings">${raw(new TextDecoder().decode(fragment))}</div>`,
      scripts: pluginFiles(plugin, "config"),
    }),
  );
}

function systemPluginsPage(c: Context, context: PageContext) {
  const session = sessionOrLogin(c, context);
  if (session instanceof Response) return session;
  if (!session.user.isSystemAdministrator) return noPermission(c, session);
  const text = textFor(session.user.language);
  const { language } = session.user;
  const data: PageData = {
    ...pageData("system-plugins", session),
    plugins: context.installedPlugins().map((plugin) => pluginLine(plugin, language)),
  };
  return c.html(
    pageDocument(
      session,
      `${text.plugins} - kintone`,
      [{ label: text.portal, href: "/k/" }, { label: text.systemAdministration }, { label: text.plugins }],
      html`<main class="lk-main">
          <h1>${text.plugins}</h1>
          <div id="page"></div>
        </main>
        ${dataBlock(data)}${clientScript()}`,
    ),
  );
}

function adminDocument(
  session: PageSession,
  app: PageApp,
  title: string,
  crumbs: Crumb[],
  { content, scripts, ...data }: PageData & { content: Markup; scripts?: Markup },
): Markup {
  const text = textFor(session.user.language);
  return pageDocument(
    session,
    `${title} - ${app.name} - kintone`,
    [
      { label: text.portal, href: "/k/" },
      { label: `${text.apps}: ${app.name}`, href: `${appRoot(app.guestSpaceId)}/${app.id}/` },
      ...crumbs,
      { label: title },
    ],
    html`<main class="lk-main">
        <h1>${title}</h1>
        ${content}
      </main>
      ${dataBlock(data)}${clientScript()}${scripts ?? ""}`,
  );
}

function managedApp(c: Context, context: PageContext, appId: string) {
  const session = sessionOrLogin(c, context);
  if (session instanceof Response) return session;
  const app = context.app(appId, session.user, c.req.param("spaceId"));
  if (!app) return c.html(messageDocument(session, textFor(session.user.language).appNotFound), 404);
  return app.permissions.manageApp ? { session, app } : noPermission(c, session);
}

function noPermission(c: Context, session: PageSession) {
  c.header("X-Cybozu-Error", "CB_NO02");
  return c.html(messageDocument(session, textFor(session.user.language).noPermission), 403);
}

function pageData(kind: PageKind, { user, csrfToken }: PageSession, app?: PageApp): PageData {
  return {
    kind,
    user,
    csrfToken,
    ...(app ? { app } : {}),
    ...(app?.guestSpaceId === undefined ? {} : { guestSpaceId: app.guestSpaceId }),
    pluginConfigs: {},
    plugins: [],
    addablePlugins: [],
  };
}

function pluginLine({ id, version, manifest }: PagePlugin, language: string): PluginLine {
  return {
    id,
    name: manifest.name[language] ?? manifest.name.en ?? id,
    description: manifest.description?.[language] ?? manifest.description?.en ?? "",
    version,
    hasSettings: manifest.config?.html !== undefined,
  };
}
