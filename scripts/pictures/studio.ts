import { writeFile } from "node:fs/promises";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Browser, Locator, Page } from "playwright-core";
import type { Labels } from "../../src/history/app-definition/labels";
import { labelsIn } from "../../src/history/app-definition/labels-in";
import { type OverviewMessages, overviewMessagesFor } from "../../src/screens/text/history/language";
import { type AdminMessages, adminMessagesFor } from "../../src/screens/text/settings/language";
import { type AuditorMessages, auditorMessagesFor } from "../../src/screens/text/verify/language";
import { type LocalKintone, PASSWORD, PEOPLE, startLocalKintone } from "../local-kintone";
import { root } from "../root";
import { smallPng } from "./small-png";

export const IMAGES = path.join(root, "docs", "images");

export const LANGUAGES = { ja: "ja-JP", en: "en-US" } as const;
export type Language = keyof typeof LANGUAGES;

const WIDTH = 1100;

/** Runs on a busy machine take their time. */
export const AT_MOST = { timeout: 120_000 };

interface Size {
  width: number;
  height: number;
}
type Clip = Size & { x: number; y: number };

/** A local kintone all of whose users speak one language, and a photographer in it. */
export interface Studio extends LocalKintone {
  language: Language;
  /** What the screens say, where it is needed to find one's way. */
  words: { admin: AdminMessages; overview: OverviewMessages; auditor: AuditorMessages; labels: Labels };
  /** As the administrator. */
  client: KintoneRestAPIClient;
  /** A page in a browser profile of its own, logged in. */
  open(user: string, address: string): Promise<Page>;
  /** The window in another size. */
  picture(page: Page, name: string, size: Partial<Size>): Promise<void>;
  /** A part of the page, or what encloses several parts, with a margin of so many pixels. */
  pictureOf(name: string, parts: Locator | readonly Locator[], margin?: number): Promise<void>;
  close(): Promise<void>;
}

export async function openStudio(language: Language, browser: Browser): Promise<Studio> {
  const labels = labelsIn(language);
  const kintone = await startLocalKintone({ labels });
  const { emulator } = kintone;
  for (const user of emulator.domain.people.users.values()) user.language = language;

  async function open(user: string, address: string): Promise<Page> {
    const viewport = { width: WIDTH, height: 800 };
    const context = await browser.newContext({ locale: LANGUAGES[language], timezoneId: "Asia/Tokyo", viewport });
    const page = await context.newPage();
    await page.goto(emulator.url + address);
    await page.fill(".form-username-slash > input", user);
    await page.fill(".form-password-slash > input", PASSWORD);
    await page.click(".login-button");
    return page;
  }

  async function take(page: Page, name: string, clip?: Clip): Promise<void> {
    const png = await page.screenshot({ animations: "disabled", ...(clip && { clip }) });
    await writeFile(path.join(IMAGES, `${name}.${language}.png`), smallPng(png));
  }

  async function picture(page: Page, name: string, size: Partial<Size>): Promise<void> {
    await page.setViewportSize({ width: WIDTH, height: 800, ...size });
    await take(page, name);
  }

  async function pictureOf(name: string, parts: Locator | readonly Locator[], margin = 16): Promise<void> {
    const locators = "page" in parts ? [parts] : parts;
    await Promise.all(locators.map((part) => part.waitFor(AT_MOST)));
    const page = locators[0]?.page();
    if (!page) throw new Error(`There is nothing to picture for ${name}.`);
    // Everything is in the window at once, so that nothing is scrolled away or stuck to the window's edge.
    await page.setViewportSize({ width: WIDTH, height: await page.evaluate(() => document.body.scrollHeight + 40) });
    const boxes = (await Promise.all(locators.map((part) => part.boundingBox()))).filter((box) => box !== null);
    const [x, y] = [least(boxes.map((box) => box.x)) - margin, least(boxes.map((box) => box.y)) - margin];
    const right = -least(boxes.map((box) => -box.x - box.width)) + margin;
    const bottom = -least(boxes.map((box) => -box.y - box.height)) + margin;
    await take(page, name, { x: Math.max(0, x), y: Math.max(0, y), width: right - x, height: bottom - y });
  }

  return {
    ...{ ...kintone, language, open, picture, pictureOf },
    words: {
      admin: adminMessagesFor(language),
      overview: overviewMessagesFor(language),
      auditor: auditorMessagesFor(language),
      labels,
    },
    client: new KintoneRestAPIClient({
      baseUrl: emulator.url,
      auth: { username: PEOPLE.admin, password: PASSWORD },
    }),
    close: () => emulator.close(),
  };
}

const least = (numbers: readonly number[]) => Math.min(...numbers);

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();
