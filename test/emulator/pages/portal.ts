import type { Hono } from "hono";
import { html } from "hono/html";
import type { PageApp, PageContext } from "../page-context";
import { pageDocument } from "./document";
import type { Markup } from "./document";
import { sessionOrLogin } from "./entrance";
import { appRoot } from "./page-data";
import { textFor } from "./text";

/** `/k/`: the apps and spaces of the user. */
export function addPortalRoutes(pages: Hono, context: PageContext): void {
  pages.get("/k", (c) => c.redirect("/k/"));

  pages.get("/k/", (c) => {
    const session = sessionOrLogin(c, context);
    if (session instanceof Response) return session;
    const text = textFor(session.user.language);
    const apps = context.appsVisibleTo(session.user);
    const spaces = context.spacesVisibleTo(session.user);
    const inSpace = (id: string) => apps.filter((app) => app.spaceId === id);
    const inNone = apps.filter((app) => !spaces.some((space) => space.id === app.spaceId));
    return c.html(
      pageDocument(
        session,
        `${text.portal} - kintone`,
        [{ label: text.portal }],
        html`<main class="lk-portal">
          <section class="lk-card">
            <h2>${text.apps}</h2>
            ${appList(inNone, text.noApps)}
          </section>
          ${spaces.map(
            (space) =>
              html`<section class="lk-card">
                <h2>${space.name}${space.isGuest ? html`<span class="lk-tag">${text.guestSpace}</span>` : ""}</h2>
                ${appList(inSpace(space.id), text.noApps)}
              </section>`,
          )}
        </main>`,
      ),
    );
  });
}

function appList(apps: PageApp[], empty: string): Markup {
  if (apps.length === 0) return html`<p class="lk-empty">${empty}</p>`;
  return html`<ul class="lk-app-list">
    ${apps.map(
      (app) =>
        html`<li>
          <a href="${appRoot(app.guestSpaceId)}/${app.id}/"
            ><span class="lk-app-icon" aria-hidden="true">▤</span>${app.name}</a
          >
        </li>`,
    )}
  </ul>`;
}
