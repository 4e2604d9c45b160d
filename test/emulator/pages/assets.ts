import type { Hono } from "hono";
import type { PageContext, PagePlugin } from "../page-context";
import { clientBundle } from "./bundle";
import { contentId, PLUGIN_FILES, type PluginFileType } from "./plugin-file-address";

/** The client of the pages, and the files of plugins and customizations that pages load. */
export function addAssetRoutes(pages: Hono, context: PageContext): void {
  pages.get("/k/page/client.js", async (c) => c.body((await clientBundle()).js, 200, fileHeaders("client.js")));
  pages.get("/k/page/client.css", async (c) => c.body((await clientBundle()).css, 200, fileHeaders("client.css")));

  // A file, not an inline script, so that a strict policy lets it pass.
  pages.get("/k/page/plugin-id/:pluginId/id.js", (c) =>
    c.body(`kintone.$PLUGIN_ID = ${JSON.stringify(c.req.param("pluginId"))};`, 200, fileHeaders("id.js")),
  );

  // What kintone answers without a session, or for what is not there, is not known.
  pages.get(PLUGIN_FILES, (c) => {
    const { pluginId, contentId: wanted, type = "" } = c.req.query();
    const plugin = context.session(c.req.raw) && context.installedPlugins().find(({ id }) => id === pluginId);
    const paths = plugin ? filesOfType(plugin, type) : [];
    const path = paths.find((each) => plugin && contentId(plugin, each) === wanted);
    const bytes = path && plugin?.read(path);
    return bytes ? c.body(bytes.slice().buffer, 200, fileHeaders(path)) : c.notFound();
  });

  pages.get("/k/page/customization/:appId/:kind{js|css}/:index{[0-9]+}/:name", (c) => {
    const session = context.session(c.req.raw);
    const kind = c.req.param("kind") === "css" ? "css" : "js";
    const file =
      session && context.customization(c.req.param("appId"), session.user)[kind][Number(c.req.param("index"))];
    return file?.type === "FILE" ? c.body(file.bytes.slice().buffer, 200, fileHeaders(`x.${kind}`)) : c.notFound();
  });
}

function filesOfType({ manifest: { desktop, config } }: PagePlugin, type: string): string[] {
  const files: Record<PluginFileType, string[] | undefined> = {
    ...{ DESKTOP: desktop?.js, DESKTOP_CSS: desktop?.css },
    ...{ CONFIG: config?.js, CONFIG_CSS: config?.css },
  };
  return files[type as PluginFileType] ?? [];
}

const contentTypes: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  bmp: "image/bmp",
};

/** Never cached: a plugin that is installed again keeps its id and the names of its files. */
function fileHeaders(name: string): Record<string, string> {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return {
    "Content-Type": contentTypes[extension] ?? "application/octet-stream",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  };
}
