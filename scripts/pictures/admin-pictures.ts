import type { Page } from "playwright-core";
import { APP_IDS } from "../../test/emulator/sample/app";
import { customize } from "../customize/command";
import { PASSWORD, PEOPLE } from "../local-kintone";
import { addStaffTarget } from "./more-apps";
import { AT_MOST, type Studio, press } from "./studio";

const settingsOf = (appId: string, pluginId: string) => `/k/admin/app/${appId}/plugin/config?pluginId=${pluginId}`;

/** What the administrator sees: an app that is not prepared yet, and every part of the settings screen. */
export async function takeAdminPictures(studio: Studio): Promise<void> {
  const { appId, pluginId, emulator, pictureOf } = studio;
  const page = await studio.open(PEOPLE.admin, "/k/");
  await takeNewApp(page, studio);
  const undecided = await addStaffTarget(studio);
  await page.goto(emulator.url + settingsOf(appId, pluginId));
  await page.locator(".kbm-target").first().waitFor(AT_MOST);
  await pictureOf("settings", [page.locator(".kbm-settings-title"), page.locator(".kbm-settings-file")]);
  await takeWays(page, studio);

  const target = page.locator(".kbm-target", { hasText: undecided });
  await target.locator("summary").first().click();
  await target.locator("input").first().waitFor(AT_MOST);
  await pictureOf("target", target, 0);
  await takePreflight(page, studio);
  await takeChanges(page, studio);
}

/** The ways to add targets, and the estimate, which are folded away. */
async function takeWays(page: Page, { words, pictureOf }: Studio): Promise<void> {
  const { adding, estimates } = words.admin.settings;
  const way = (title: string) => page.locator("details.kbm-way", { has: page.locator("summary", { hasText: title }) });
  const picker = way(adding.pick.title);
  await picker.locator("summary").click();
  const free = picker.locator(".kbm-adding-list li:not(:has(.kbm-adding-own)) input:not(:disabled)");
  await free.first().waitFor(AT_MOST);
  for (const box of await free.all()) await box.check();
  await pictureOf("adding", [page.locator("#kbm-targets-title"), picker]);
  await picker.locator("summary").click();

  const estimate = way(estimates.title);
  await estimate.locator("summary").click();
  await estimate.getByRole("button").first().click();
  await estimate.getByText(estimates.done).waitFor(AT_MOST);
  // The whole table, which would be scrolled on its own.
  await page.addStyleTag({ content: ".kbm-settings .kbm-scroll { max-height: none !important; }" });
  await pictureOf("estimates", estimate, 8);
  await estimate.locator("summary").click();
}

async function takePreflight(page: Page, { words, pictureOf }: Studio): Promise<void> {
  const text = words.admin.settings.preflight;
  const section = page.locator(".kbm-preflight");
  await press(page, text.button);
  const security = section.getByRole("heading", { name: text.security.title });
  await security.waitFor(AT_MOST);
  const room = security.locator("xpath=preceding-sibling::*[1]");
  await pictureOf("preflight", [section.locator("h2"), section.locator(".kbm-checks").first(), room]);
  await pictureOf("security", [security, section.locator(".kbm-checks").last()]);
}

/** A new app that has nothing but the plugin. */
async function takeNewApp(page: Page, { client, emulator, pluginId, words, pictureOf }: Studio): Promise<void> {
  const { app } = await client.app.addApp({ name: words.labels.appName });
  await client.app.addPlugins({ app, ids: [pluginId] });
  await page.goto(emulator.url + settingsOf(app, pluginId));
  const section = page.locator(".kbm-preparation");
  await section.getByRole("button", { name: words.admin.settings.preparation.button }).waitFor(AT_MOST);
  await pictureOf("preparation", section);
}

/** Two changes of settings, as the auditor finds them. */
async function takeChanges(page: Page, studio: Studio): Promise<void> {
  const { emulator, appId, pluginId, words } = studio;
  const { settings } = words.admin;
  for (const [label, value] of [
    [settings.label.volumeLimitMiB, "2048"],
    [settings.label.requestsAtOnce, "4"],
  ] as const) {
    await page.goto(emulator.url + settingsOf(appId, pluginId));
    await page.getByLabel(label).fill(value);
    await press(page, settings.save);
    await page.waitForURL((url) => url.pathname === "/k/admin/app/flow", AT_MOST);
  }
  await page.context().close();
  const { views } = await studio.client.app.getViews({ app: appId });
  const list = await studio.open(PEOPLE.auditor, `/k/${appId}/?view=${views[words.labels.views.changes]?.id}`);
  await list.locator("table").first().waitFor(AT_MOST);
  await studio.picture(list, "changes", { height: 400 });
  await list.context().close();
}

/** The record list of a target app after `npm run customize`. */
export async function takeTargetListPicture(studio: Studio): Promise<void> {
  const app = APP_IDS.drawings;
  const said: string[] = [];
  const told = (...lines: string[]) => said.push(...lines);
  const args = ["--base-url", studio.emulator.url, "--backup-app", studio.appId, "--apps", app];
  const logIn = { KINTONE_USERNAME: PEOPLE.admin, KINTONE_PASSWORD: PASSWORD };
  const status = await customize(args, logIn, { say: told, complain: told });
  if (status !== 0) throw new Error(said.join("\n"));
  const list = await studio.open(PEOPLE.operator, `/k/${app}/`);
  await list.locator("#kbm-backup-status").waitFor(AT_MOST);
  await studio.picture(list, "target-list", { height: 400 });
  await list.context().close();
}
