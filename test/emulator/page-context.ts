/** What the server-rendered pages may ask of the domain. Everything else they do as a browser does: over REST, with the session. */
export interface PageContext {
  /** Starts a session. `setCookie` is the whole `Set-Cookie` value (HttpOnly). Undefined when code or password is wrong. */
  login(code: string, password: string): { setCookie: string; session: PageSession } | undefined;
  /** The live session of a request, by its cookie. */
  session(request: Request): PageSession | undefined;
  /** Ends the session of a request; gives the `Set-Cookie` value that removes the cookie. */
  logout(request: Request): string;

  /** Deployed apps that the user may open, by id. */
  appsVisibleTo(user: PageUser): PageApp[];
  /** An app with this user's permissions, whether he may open it or not. `guestSpaceId` comes from the page's path and must match. */
  app(appId: string, user: PageUser, guestSpaceId?: string): PageApp | undefined;
  spacesVisibleTo(user: PageUser): PageSpace[];

  /** Enabled plugins of an app, in the order in which their files are loaded. */
  pluginsOf(appId: string, stage: Stage): PagePlugin[];
  /** All plugins of the domain. */
  installedPlugins(): PagePlugin[];
  /** Installs or updates from the bytes of plugin.zip. @throws Error with a sentence when the package is refused. */
  installPlugin(zip: Uint8Array): Promise<PagePlugin>;
  /** `{}` when nothing was ever saved. "live" for list and detail pages, "preview" for the plugin's settings page. */
  pluginConfig(appId: string, pluginId: string, stage: Stage): Record<string, string>;
  /** Replaces the whole preview configuration. @throws Error when a limit of kintone is passed. */
  setPluginConfig(appId: string, pluginId: string, config: Record<string, string>): void;
  pluginProxyConfig(
    appId: string,
    pluginId: string,
    url: string,
    method: string,
    stage: Stage,
  ): ProxyConfig | undefined;
  setPluginProxyConfig(appId: string, pluginId: string, url: string, method: string, config: ProxyConfig): void;

  /** JavaScript and CSS customization that this user gets on the app's desktop pages (scope ALL, ADMIN, NONE is applied). */
  customization(appId: string, user: PageUser): { js: PageFile[]; css: PageFile[] };
  /** Has the preview changes that are not live yet? */
  hasPendingChanges(appId: string): boolean;
  deployState(appId: string): "PROCESSING" | "SUCCESS" | "FAIL" | "CANCEL" | undefined;
  /** Makes the preview settings live at once, as the "Update App" button. */
  deploy(appId: string, user: PageUser): void;

  /** Requests under way now, of the hundred that a domain may have. */
  concurrency(): { limit: number; running: number };
}

export type Stage = "live" | "preview";

export interface PageSession {
  user: PageUser;
  /** What `kintone.getRequestToken()` answers. */
  csrfToken: string;
}

/** Shaped as `kintone.getLoginUser()` answers, plus `isSystemAdministrator`. */
export interface PageUser {
  id: string;
  code: string;
  name: string;
  email: string;
  url: string;
  employeeNumber: string;
  phone: string;
  mobilePhone: string;
  extensionNumber: string;
  timezone: string;
  isGuest: boolean;
  language: string;
  isSystemAdministrator: boolean;
}

export interface PageApp {
  id: string;
  name: string;
  description: string;
  spaceId: string | undefined;
  guestSpaceId: string | undefined;
  deployed: boolean;
  isInMaintenance: boolean;
  permissions: {
    viewRecords: boolean;
    addRecords: boolean;
    editRecords: boolean;
    deleteRecords: boolean;
    manageApp: boolean;
  };
}

export interface PageSpace {
  id: string;
  name: string;
  isGuest: boolean;
}

export interface PagePlugin {
  id: string;
  version: string;
  name: string;
  description: string;
  manifest: PluginManifest;
  /** A file of the unpacked package by its path in the manifest. */
  read(path: string): Uint8Array | undefined;
}

/** The part of a version 1 plugin manifest that pages need. */
export interface PluginManifest {
  manifest_version: number;
  version: number | string;
  type: string;
  name: Record<string, string>;
  description?: Record<string, string>;
  icon: string;
  desktop?: { js?: string[]; css?: string[] };
  mobile?: { js?: string[]; css?: string[] };
  config?: { html?: string; js?: string[]; css?: string[]; required_params?: string[] };
  sandbox?: boolean;
}

export interface ProxyConfig {
  headers: Record<string, string>;
  data: Record<string, string>;
}

export type PageFile =
  { type: "URL"; url: string } | { type: "FILE"; name: string; contentType: string; bytes: Uint8Array };
