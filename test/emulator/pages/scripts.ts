import { html } from "hono/html";
import type { PageFile, PagePlugin } from "../page-context";
import type { Markup } from "./document";

/** The client of the pages: defines `kintone` before any other script runs. */
export function clientScript(): Markup {
  return html`<script src="/k/page/client.js"></script>`;
}

/** A plugin's files, named as its manifest names them. Each script gets `kintone.$PLUGIN_ID` anew. */
export function pluginFiles(plugin: PagePlugin, files: { js?: string[]; css?: string[] }): Markup {
  const address = (path: string) =>
    path.startsWith("https://") ? path : `/k/page/plugin/${plugin.id}/${encodeURI(path)}`;
  return html`${(files.css ?? []).map((path) => html`<link rel="stylesheet" href="${address(path)}" />`)}${(
    files.js ?? []
  ).map(
    (path) =>
      html`<script src="/k/page/plugin-id/${plugin.id}/id.js"></script>
        <script src="${address(path)}"></script>`,
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
