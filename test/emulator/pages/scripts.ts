import { html } from "hono/html";
import type { PageFile, PagePlugin } from "../page-context";
import type { Markup } from "./document";
import { pluginFileAddress, type PluginFileType } from "./plugin-file-address";

/** The client of the pages: defines `kintone` before any other script runs. */
export function clientScript(): Markup {
  return html`<script src="/k/page/client.js"></script>`;
}

/** A plugin's files of a page, in the order of its manifest. Each script gets `kintone.$PLUGIN_ID` anew. */
export function pluginFiles(plugin: PagePlugin, page: "desktop" | "config"): Markup {
  // How code runs in a sandbox, and what it finds there, is not documented: none of it is loaded, rather than with rights it would not have.
  if (plugin.manifest.sandbox) return html``;
  const { js = [], css = [] } = plugin.manifest[page] ?? {};
  const type: PluginFileType = page === "desktop" ? "DESKTOP" : "CONFIG";
  const address = (path: string, ofType: PluginFileType) =>
    path.startsWith("https://") ? path : pluginFileAddress(plugin, path, ofType);
  return html`${css.map((path) => html`<link rel="stylesheet" href="${address(path, `${type}_CSS`)}" />`)}${js.map(
    (path) =>
      html`<script src="/k/page/plugin-id/${plugin.id}/id.js"></script>
        <script src="${address(path, type)}"></script>`,
  )}`;
}

/** The files of an app's JavaScript and CSS customization. */
export function customizationFiles(appId: string, files: { js: PageFile[]; css: PageFile[] }): Markup {
  const address = (file: PageFile, kind: "js" | "css", index: number) =>
    file.type === "URL" ? file.url : `/k/page/customization/${appId}/${kind}/${index}/${encodeURIComponent(file.name)}`;
  return html`${files.css.map((file, index) => html`<link rel="stylesheet" href="${address(file, "css", index)}" />`)}${files.js.map(
    (file, index) => html`<script src="${address(file, "js", index)}"></script>`,
  )}`;
}
