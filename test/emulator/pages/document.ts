import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { PageSession } from "../page-context";
import { pageDataElementId } from "./page-data";
import type { PageData } from "./page-data";
import { textFor } from "./text";

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Everything between `<html>` and `</html>`, without a header bar. */
export function bareDocument(language: string, title: string, body: Markup): Markup {
  return html`<!doctype html>
    <html lang="${language === "ja" ? "ja" : "en"}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/k/page/client.css" />
      </head>
      <body class="lk-body">
        ${body}
      </body>
    </html>`;
}

/** Where the user is: the crumbs under the header bar. The last one has no `href`. */
export interface Crumb {
  label: string;
  href?: string;
}

/** A page with the header bar of a logged-in user. */
export function pageDocument(session: PageSession, title: string, crumbs: Crumb[], content: Markup): Markup {
  const text = textFor(session.user.language);
  return bareDocument(
    session.user.language,
    title,
    html`<header class="lk-header">
        <a class="lk-logo" href="/k/">kintone</a>
        <nav class="lk-header-menu">
          ${session.user.isSystemAdministrator ? html`<a href="/k/admin/system/plugin/" title="${text.systemAdministration}">⚙</a>` : ""}
          <span class="lk-user">${session.user.name}</span>
          <a class="lk-logout" href="/logout">${text.logout}</a>
        </nav>
      </header>
      <nav class="lk-crumbs">
        ${crumbs.map((crumb) =>
          crumb.href === undefined
            ? html`<span>${crumb.label}</span>`
            : html`<a href="${crumb.href}">${crumb.label}</a>`,
        )}
      </nav>
      ${content}`,
  );
}

/** JSON as a data block: no script, so that a strict policy lets it pass. */
export function dataBlock(data: PageData): Markup {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return html`<script type="application/json" id="${pageDataElementId}">
    ${raw(json)}
  </script>`;
}

/** A short message instead of a page. */
export function messageDocument(session: PageSession, message: string): Markup {
  return pageDocument(
    session,
    "kintone",
    [{ label: textFor(session.user.language).portal, href: "/k/" }],
    html`<main class="lk-main"><p class="lk-message" role="alert">${message}</p></main>`,
  );
}
