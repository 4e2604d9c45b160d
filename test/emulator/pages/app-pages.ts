import type { Context, Hono } from "hono";
import { html } from "hono/html";
import type { PageApp, PageContext } from "../page-context";
import { dataBlock, messageDocument, pageDocument } from "./document";
import { sessionOrLogin } from "./entrance";
import { appRoot } from "./page-data";
import type { PageKind } from "./page-data";
import { clientScript, customizationFiles, pluginFiles } from "./scripts";
import { textFor } from "./text";

/** Record list, detail and create of an app, in the ordinary part and in guest spaces. The client draws them. */
export function addAppRoutes(pages: Hono, context: PageContext): void {
  const routes = { "": "list", show: "detail", edit: "create" } as const;
  for (const [path, kind] of Object.entries(routes)) {
    pages.get(`/k/:appId{[0-9]+}/${path}`, (c) => appPage(c, context, kind));
    pages.get(`/k/guest/:spaceId{[0-9]+}/:appId{[0-9]+}/${path}`, (c) => appPage(c, context, kind));
  }
  pages.get("/k/:appId{[0-9]+}", (c) => c.redirect(`/k/${c.req.param("appId")}/`));
  pages.get("/k/guest/:spaceId{[0-9]+}/:appId{[0-9]+}", (c) =>
    c.redirect(`/k/guest/${c.req.param("spaceId")}/${c.req.param("appId")}/`),
  );
}

function appPage(c: Context, context: PageContext, kind: PageKind): Response | Promise<Response> {
  const session = sessionOrLogin(c, context);
  if (session instanceof Response) return session;
  const { user } = session;
  const text = textFor(user.language);
  const guestSpaceId = c.req.param("spaceId");
  const app = context.app(c.req.param("appId") ?? "", user, guestSpaceId);
  if (!app || !app.deployed) return c.html(messageDocument(session, text.appNotFound), 404);
  const { viewRecords, addRecords } = app.permissions;
  if (kind === "create" ? !addRecords : !viewRecords && !addRecords) {
    c.header("X-Cybozu-Error", "CB_NO02");
    return c.html(messageDocument(session, text.noPermission), 403);
  }
  const plugins = context.pluginsOf(app.id, "live");
  const data = {
    kind,
    user,
    csrfToken: session.csrfToken,
    app,
    ...(guestSpaceId === undefined ? {} : { guestSpaceId }),
    pluginConfigs: Object.fromEntries(plugins.map(({ id }) => [id, context.pluginConfig(app.id, id, "live")])),
    plugins: [],
    addablePlugins: [],
  };
  return c.html(
    pageDocument(
      session,
      `${app.name} - kintone`,
      [{ label: text.portal, href: "/k/" }, { label: `${text.apps}: ${app.name}` }],
      // The customization runs before the plugins: measured by https://qiita.com/rex0220/items/9b9466f5e1ab425a30a2.
      html`${appBar(app, text.settingsOfApp)}
        <div id="page"></div>
        ${dataBlock(data)}${clientScript()} ${customizationFiles(app.id, context.customization(app.id, user))}
        ${plugins.map((plugin) => pluginFiles(plugin, "desktop"))}`,
    ),
  );
}

function appBar(app: PageApp, settings: string) {
  const root = appRoot(app.guestSpaceId);
  return html`<div class="lk-app-bar">
    <a class="lk-app-name" href="${root}/${app.id}/"
      ><span class="lk-app-icon" aria-hidden="true">▤</span>${app.name}</a
    >
    ${app.permissions.manageApp ? html`<a class="lk-app-settings" href="${root}/admin/app/flow?app=${app.id}" title="${settings}" aria-label="${settings}">⚙</a>` : ""}
  </div>`;
}
