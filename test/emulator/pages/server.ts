import { Hono } from "hono";
import type { PageContext } from "../page-context";
import { addAdministrationRoutes } from "./administration";
import { addAppRoutes } from "./app-pages";
import { addAssetRoutes } from "./assets";
import { clientBundle } from "./bundle";
import { strictContentSecurityPolicy } from "./content-security-policy";
import { addLoginRoutes } from "./login";
import { addPluginSettingsRoutes } from "./plugin-settings";
import { addPortalRoutes } from "./portal";
import { addProxyRoutes } from "./proxy";

export interface PagesOptions {
  /** Pages come without the strict policy, as those of kintone do as far as is known. */
  withoutContentSecurityPolicy?: boolean;
}

/**
 * The pages of the local kintone: what a person sees in the browser, and the requests that only these pages make (under
 * `/k/page/`). Whatever a page can ask over REST, it asks over REST with the user's session.
 */
export function createPages(context: PageContext, options: PagesOptions = {}): Hono {
  // The first page must not wait for the bundler.
  void clientBundle();
  const pages = new Hono();
  if (!options.withoutContentSecurityPolicy) {
    pages.use(async (c, next) => {
      await next();
      if (c.res.headers.get("Content-Type")?.startsWith("text/html")) {
        c.res.headers.set("Content-Security-Policy", strictContentSecurityPolicy);
      }
    });
  }
  addAssetRoutes(pages, context);
  addLoginRoutes(pages, context);
  addPortalRoutes(pages, context);
  addPluginSettingsRoutes(pages, context);
  addProxyRoutes(pages, context);
  addAdministrationRoutes(pages, context);
  addAppRoutes(pages, context);
  return pages;
}
