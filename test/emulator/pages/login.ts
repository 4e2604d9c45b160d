import type { Hono } from "hono";
import { html } from "hono/html";
import type { PageContext } from "../page-context";
import { bareDocument } from "./document";
import type { Markup } from "./document";
import { textFor } from "./text";

/** `/login` and `/logout`. The class names of the form are those that `@kintone/plugin-uploader` looks for. */
export function addLoginRoutes(pages: Hono, context: PageContext): void {
  pages.get("/", (c) => c.redirect("/k/"));

  pages.get("/login", (c) => {
    if (context.session(c.req.raw)) return c.redirect(wayBack(c.req.query("to")));
    return c.html(loginDocument(c.req.query("to") ?? "", "", false));
  });

  pages.post("/login", async (c) => {
    const form = await c.req.formData();
    const code = String(form.get("username") ?? "");
    const to = String(form.get("to") ?? "");
    const login = context.login(code, String(form.get("password") ?? ""));
    if (!login) return c.html(loginDocument(to, code, true), 401);
    c.header("Set-Cookie", login.setCookie);
    return c.redirect(wayBack(to));
  });

  pages.get("/logout", (c) => {
    c.header("Set-Cookie", context.logout(c.req.raw));
    return c.redirect("/login");
  });
}

/** Only a path of this server: anything else would send the user wherever a link wants. */
function wayBack(to: string | undefined): string {
  return to !== undefined && /^\/[^/\\]/.test(to) ? to : "/k/";
}

function loginDocument(to: string, code: string, failed: boolean): Markup {
  const text = textFor("ja");
  return bareDocument(
    "ja",
    text.login,
    html`<main class="lk-login">
      <h1 class="lk-login-logo">kintone</h1>
      <form method="post" action="/login">
        ${failed ? html`<p class="lk-login-error" role="alert">${text.loginFailed}</p>` : ""}
        <input type="hidden" name="to" value="${to}" />
        <label class="form-username-slash"
          >${text.loginName}<input
            class="form-text"
            name="username"
            autocomplete="username"
            value="${code}"
            required
            autofocus
        /></label>
        <label class="form-password-slash"
          >${text.password}<input
            class="form-text"
            name="password"
            type="password"
            autocomplete="current-password"
            required
        /></label>
        <button class="login-button" type="submit">${text.login}</button>
      </form>
    </main>`,
  );
}
