import { Permissions } from "./access/permissions";
import { sessionCookie } from "./access/sessions";
import type { Session, Sessions } from "./access/sessions";
import type { App } from "./domain/app";
import type { AppPlugin, CustomizationFile } from "./domain/app-settings";
import type { Domain } from "./domain/domain";
import { Files } from "./domain/files";
import type { User } from "./domain/people";
import { checkPluginConfig } from "./domain/plugins";
import type { Plugin } from "./domain/plugins";
import type { Space } from "./domain/spaces";
import type { Concurrency } from "./limits/concurrency";
import type { PageApp, PageContext, PageFile, PagePlugin, PageSession, PageUser, Stage } from "./page-context";

/** The domain as the server-rendered pages see it. */
export function createPageContext(domain: Domain, sessions: Sessions, concurrency: Concurrency): PageContext {
  const appOf = (id: string): App => {
    const app = domain.apps.get(Number(id));
    if (!app) throw new Error(`There is no app ${id}.`);
    return app;
  };
  const settingsOf = (id: string, stage: Stage) => (stage === "live" ? appOf(id).settings : appOf(id).preview);
  const pluginOn = (appId: string, pluginId: string, stage: Stage): AppPlugin | undefined =>
    settingsOf(appId, stage).plugins.find(({ id }) => id === pluginId);
  const changePlugin = (appId: string, pluginId: string, change: (plugin: AppPlugin) => AppPlugin) => {
    const app = appOf(appId);
    app.change({ plugins: app.preview.plugins.map((plugin) => (plugin.id === pluginId ? change(plugin) : plugin)) });
  };

  return {
    login(code, password) {
      const session = sessions.login(code, password);
      return session && { setCookie: sessionCookie(session), session: showSession(session) };
    },
    session(request) {
      const session = sessions.of(request.headers);
      return session && showSession(session);
    },
    logout(request) {
      const session = sessions.of(request.headers);
      if (session) sessions.end(session.id);
      return sessionCookie(undefined);
    },

    appsVisibleTo(user) {
      const apps = [...domain.apps.values()].filter((app) => app.live).map((app) => showApp(app, user, domain));
      const isVisible = ({ permissions }: PageApp) =>
        permissions.viewRecords || permissions.addRecords || permissions.manageApp;
      return apps.filter(isVisible).sort((a, b) => Number(a.id) - Number(b.id));
    },
    app(appId, user, guestSpaceId) {
      const app = domain.apps.get(Number(appId));
      if (!app) return undefined;
      const shown = showApp(app, user, domain);
      return shown.guestSpaceId === guestSpaceId ? shown : undefined;
    },
    spacesVisibleTo(user) {
      const isOpen = (space: Space) => domain.spaces.isOpenTo(space, user.code);
      return [...domain.spaces.byId.values()]
        .filter(isOpen)
        .map(({ id, name, isGuest }) => ({ id: String(id), name, isGuest }));
    },

    pluginsOf(appId, stage) {
      const enabled = settingsOf(appId, stage).plugins.filter((plugin) => plugin.enabled);
      return enabled.flatMap(({ id }) => {
        const plugin = domain.plugins.get(id);
        return plugin ? [showPlugin(plugin)] : [];
      });
    },
    installedPlugins: () => [...domain.plugins.values()].map(showPlugin),
    installPlugin: async (zip) => showPlugin(await domain.installPlugin(zip)),
    pluginConfig: (appId, pluginId, stage) => pluginOn(appId, pluginId, stage)?.config ?? {},
    setPluginConfig(appId, pluginId, config) {
      checkPluginConfig(config);
      changePlugin(appId, pluginId, (plugin) => ({ ...plugin, config: { ...config } }));
    },
    pluginProxyConfig: (appId, pluginId, url, method, stage) =>
      pluginOn(appId, pluginId, stage)?.proxies[`${method} ${url}`],
    setPluginProxyConfig(appId, pluginId, url, method, config) {
      changePlugin(appId, pluginId, (plugin) => ({
        ...plugin,
        proxies: { ...plugin.proxies, [`${method} ${url}`]: config },
      }));
    },

    customization(appId, user) {
      const app = appOf(appId);
      const { scope, desktop } = app.settings.customize;
      const applies = scope === "ALL" || (scope === "ADMIN" && showApp(app, user, domain).permissions.manageApp);
      if (!applies) return { js: [], css: [] };
      return { js: desktop.js.map(showCustomization), css: desktop.css.map(showCustomization) };
    },
    hasPendingChanges: (appId) => appOf(appId).hasPendingChanges(),
    deployState: (appId) => appOf(appId).deployState,
    deploy: (appId, user) => appOf(appId).deploy(user.code),
    concurrency: () => ({ limit: concurrency.limit, running: concurrency.running }),
  };
}

const showSession = ({ user, csrfToken }: Session): PageSession => ({ user: showUser(user), csrfToken });

const showUser = (user: User): PageUser => ({
  id: String(user.id),
  code: user.code,
  name: user.name,
  email: user.email,
  url: "",
  employeeNumber: "",
  phone: "",
  mobilePhone: "",
  extensionNumber: "",
  timezone: user.timezone,
  isGuest: user.isGuest,
  language: user.language === "auto" ? "ja" : user.language,
  isSystemAdministrator: user.systemAdministrator,
});

function showApp(app: App, pageUser: PageUser, domain: Domain): PageApp {
  const user = domain.people.users.get(pageUser.code);
  const permissions = user && new Permissions(domain, app, { kind: "session", user });
  const space = app.spaceId === undefined ? undefined : domain.spaces.byId.get(app.spaceId);
  return {
    id: String(app.id),
    name: app.settings.general.name,
    description: app.settings.general.description,
    spaceId: space && String(space.id),
    guestSpaceId: space?.isGuest ? String(space.id) : undefined,
    deployed: app.live !== undefined,
    isInMaintenance: app.isInMaintenance,
    permissions: {
      viewRecords: permissions?.may("view") ?? false,
      addRecords: permissions?.may("add") ?? false,
      editRecords: permissions?.may("edit") ?? false,
      deleteRecords: permissions?.may("delete") ?? false,
      manageApp: permissions?.may("manage") ?? false,
    },
  };
}

const showPlugin = ({ id, manifest, version, files }: Plugin): PagePlugin => ({
  id,
  version,
  name: manifest.name.ja ?? manifest.name.en ?? id,
  description: manifest.description?.ja ?? manifest.description?.en ?? "",
  manifest,
  read: (path) => files.get(path),
});

function showCustomization(file: CustomizationFile): PageFile {
  if (file.type === "URL") return file;
  const { name, contentType } = file.file.content;
  return { type: "FILE", name, contentType, bytes: Files.read(file.file.content) };
}
