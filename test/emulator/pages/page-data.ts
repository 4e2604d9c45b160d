import type { PageApp, PageUser } from "../page-context";

/** Which screen a page is; decides what the client draws and which functions of the JavaScript API answer. */
export type PageKind =
  "list" | "detail" | "create" | "app-settings" | "plugin-list" | "plugin-settings" | "system-plugins";

/** What the server hands to the client inside the page, as JSON in a data block. */
export interface PageData {
  kind: PageKind;
  user: PageUser;
  csrfToken: string;
  /** Undefined on pages of the system administration. */
  app?: PageApp;
  /** The guest space of the page's path. */
  guestSpaceId?: string;
  /** Plugins whose configuration the page may read, with it. */
  pluginConfigs: Record<string, Record<string, string>>;
  /** On plugin lists: the plugins of the app or of the domain, with what is installed but not yet added. */
  plugins: PluginLine[];
  addablePlugins: PluginLine[];
}

export interface PluginLine {
  id: string;
  name: string;
  description: string;
  version: string;
  hasSettings: boolean;
}

/** The id of the data block in the page. */
export const pageDataElementId = "page-data";

/** `/k` or `/k/guest/3`: what every path of the page's app starts with. */
export function appRoot(guestSpaceId: string | undefined): string {
  return guestSpaceId === undefined ? "/k" : `/k/guest/${guestSpaceId}`;
}
