import type { BrowserContext, Page } from "playwright-core";
import { sharedBrowser } from "../../../browser/chromium";
import { sessionCookie } from "../../access/sessions";
import { startEmulator } from "../../server";
import type { Emulator } from "../../server";
import { createPages } from "../server";
import type { PagesOptions } from "../server";
import { createTrialDomain } from "./domain";
import type { TrialDomain } from "./domain";
import { packTrialPlugin } from "./plugin";

/** A whole emulator with its pages, and a browser that looks at it. */
export interface Trial extends TrialDomain {
  emulator: Emulator;
  /** A page of a fresh browser profile that has a session of the user. */
  open(user: string, path: string): Promise<Page>;
  /** A page of a fresh profile without a session. */
  visit(path: string): Promise<Page>;
  close(): Promise<void>;
}

export async function startTrial(pages: PagesOptions = {}): Promise<Trial> {
  const trialDomain = createTrialDomain();
  const emulator = await startEmulator({
    domain: trialDomain.domain,
    pages: (context) => createPages(context, pages),
  });
  const browser = await sharedBrowser();
  const contexts: BrowserContext[] = [];
  const newContext = async () => {
    const context = await browser.newContext();
    contexts.push(context);
    return context;
  };
  const goTo = async (page: Page, path: string) => {
    page.setDefaultTimeout(10_000);
    await page.goto(emulator.url + path);
    return page;
  };
  return {
    ...trialDomain,
    emulator,
    visit: async (path) => goTo(await (await newContext()).newPage(), path),
    async open(user, path) {
      const session = emulator.sessions.login(user, "kintone");
      if (!session) throw new Error(`${user} cannot log in.`);
      const [name = "", value = ""] = sessionCookie(session).split(";")[0]?.split("=") ?? [];
      const context = await newContext();
      await context.addCookies([{ name, value, url: emulator.url }]);
      return goTo(await context.newPage(), path);
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await emulator.close();
    },
  };
}

export async function logIn(page: Page, user: string, password = "kintone"): Promise<void> {
  await page.fill(".form-username-slash > input", user);
  await page.fill(".form-password-slash > input", password);
  await page.click(".login-button");
}

/** Puts a plugin on both apps, live, without going through pages. */
export async function addTrialPlugin(
  { domain, appId, guestAppId }: TrialDomain,
  files: Record<string, string>,
): Promise<string> {
  const { zip, id } = await packTrialPlugin(files);
  await domain.installPlugin(zip);
  for (const app of [appId, guestAppId].map((each) => domain.apps.get(each))) {
    app?.change({ plugins: [{ id, enabled: true, config: {}, proxies: {} }] });
    app?.deploy("admin");
  }
  return id;
}
