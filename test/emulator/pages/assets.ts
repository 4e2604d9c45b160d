import type { Hono } from "hono";
import type { PageContext } from "../page-context";
import { clientBundle } from "./bundle";

/** The client of the pages, and the files of plugins and customizations that pages load. */
export function addAssetRoutes(pages: Hono, context: PageContext): void {
  pages.get("/k/page/client.js", async (c) => c.body((await clientBundle()).js, 200, fileHeaders("client.js")));
  pages.get("/k/page/client.css", async (c) => c.body((await clientBundle()).css, 200, fileHeaders("client.css")));

  // A file, not an inline script, so that a strict policy lets it pass.
  pages.get("/k/page/plugin-id/:pluginId/id.js", (c) =>
    c.body(`kintone.$PLUGIN_ID = ${JSON.stringify(c.req.param("pluginId"))};`, 200, fileHeaders("id.js")),
  );

  pages.get("/k/page/plugin/:pluginId/:path{.+}", (c) => {
    const path = c.req.param("path");
    const plugin = context.installedPlugins().find(({ id }) => id === c.req.param("pluginId"));
    const bytes = context.session(c.req.raw) && plugin?.read(path);
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
  return { "Content-Type": contentTypes[extension] ?? "application/octet-stream", "Cache-Control": "no-store" };
}
