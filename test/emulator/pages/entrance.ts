import type { Context } from "hono";
import type { PageContext, PageSession } from "../page-context";

/** The live session, or a redirect to the log-in page that leads back here afterwards. */
export function sessionOrLogin(c: Context, context: PageContext): PageSession | Response {
  const session = context.session(c.req.raw);
  if (session) return session;
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/login?to=${encodeURIComponent(pathname + search)}`);
}

/**
 * The session of a request that a page's own script sends. Without a session 401, with a wrong CSRF token 400, as REST
 * answers (cybozu.dev, kintone REST API common specification: session authentication).
 */
export function sessionOfPageRequest(c: Context, context: PageContext, token: unknown): PageSession | Response {
  const session = context.session(c.req.raw);
  if (!session) return c.json({ code: "CB_AU01", id: crypto.randomUUID(), message: "ログインしてください。" }, 401);
  if (!c.req.header("X-Requested-With") || token !== session.csrfToken) {
    return c.json({ code: "CB_IL02", id: crypto.randomUUID(), message: "不正なリクエストです。" }, 400);
  }
  return session;
}
