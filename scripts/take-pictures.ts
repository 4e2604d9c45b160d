/** The pictures of the documents, in `docs/images/`: the real screens in a real browser, on a local kintone. Build first. */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { type Browser, type Page, chromium } from "playwright-core";
import { japanese } from "../src/history/app-definition/labels";
import { APP_IDS } from "../test/emulator/sample/app";
import { type LocalKintone, PASSWORD, PEOPLE, startLocalKintone } from "./local-kintone";
import { root } from "./root";

const IMAGES = path.join(root, "docs", "images");

/** What a person reads on the buttons that the photographer presses. */
const WORDS = {
  ja: { locale: "ja-JP", run: "今すぐバックアップ", cancel: "キャンセル", close: "閉じる" },
  en: { locale: "en-US", run: "Run backup now", cancel: "Cancel", close: "Close" },
} as const;
type Language = keyof typeof WORDS;

/** Attachments come so slowly that the progress can be caught, and the time left be told, before the run is over. */
const SLOW_ATTACHMENTS = {
  when: { method: "GET", path: "file.json" },
  do: { kind: "latency", milliseconds: 150 },
} as const;

/** Per cent of the records. */
const WORTH_A_PICTURE = 60;

const WIDTH = 1200;

const AT_MOST = { timeout: 120_000 };

/** The heading under which a run's record tells of the run. */
const RUN_GROUP = japanese.fields.run_group;

async function takePictures(language: Language, browser: Browser): Promise<void> {
  const kintone = await startLocalKintone();
  const { emulator, appId, pluginId } = kintone;
  const words = WORDS[language];
  for (const user of emulator.domain.people.users.values()) user.language = language;

  const imageFile = (name: string) => path.join(IMAGES, `${name}.${language}.png`);
  const open = async (user: string, address: string): Promise<Page> => {
    const context = await browser.newContext({ locale: words.locale, viewport: { width: WIDTH, height: 800 } });
    const page = await context.newPage();
    await page.goto(emulator.url + address);
    await page.fill(".form-username-slash > input", user);
    await page.fill(".form-password-slash > input", PASSWORD);
    await page.click(".login-button");
    return page;
  };
  const picture = async (page: Page, name: string, height: number) => {
    await page.setViewportSize({ width: WIDTH, height });
    await page.screenshot({ path: imageFile(name), animations: "disabled" });
  };
  const ended = (page: Page) => page.getByRole("button", { name: words.close, exact: true }).waitFor(AT_MOST);

  try {
    const list = await open(PEOPLE.operator, `/k/${appId}/`);
    const slow = emulator.domain.faults.add(SLOW_ATTACHMENTS);
    await press(list, words.run);
    await progressOf(list, WORTH_A_PICTURE);
    await picture(list, "progress", 640);
    await press(list, words.cancel);
    await ended(list);
    emulator.domain.faults.remove(slow);
    await press(list, words.close);

    await press(list, words.run);
    await ended(list);
    await picture(list, "success", 1180);
    await press(list, words.close);

    await enableUnreadableTarget(kintone);
    await press(list, words.run);
    await ended(list);
    await picture(list, "incomplete", 1340);

    await list.locator(`a[href*="show#record="]`).last().click();
    const group = list.locator("details").filter({ has: list.getByText(RUN_GROUP, { exact: true }) });
    await group.screenshot({ path: imageFile("run-record") });

    await list.goto(`${emulator.url}/k/${appId}/`);
    await list.getByRole("button", { name: words.run }).waitFor();
    await picture(list, "history", 540);

    emulator.domain.faults.add(SLOW_ATTACHMENTS);
    await press(list, words.run);
    await picture(await reopenedInTheMiddle(list), "interrupted", 480);

    const settings = await open(PEOPLE.admin, `/k/admin/app/${appId}/plugin/config?pluginId=${pluginId}`);
    await openFirstTarget(settings);
    await settings.evaluate("scrollTo(0, 0)");
    await picture(settings, "settings", 1860);
  } finally {
    await emulator.close();
  }
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** The list as it is at the next visit, after its tab was closed during a run. */
async function reopenedInTheMiddle(list: Page): Promise<Page> {
  await progressOf(list, 1);
  const [address, next] = [list.url(), await list.context().newPage()];
  await list.close();
  await next.goto(address);
  await next.locator("#kbm-interrupted").waitFor(AT_MOST);
  return next;
}

async function openFirstTarget(settings: Page): Promise<void> {
  await settings.locator(".kbm-targets summary").first().click();
  await settings.locator(".kbm-targets details[open] input").first().waitFor(AT_MOST);
}

/** @param share per cent of the records */
async function progressOf(page: Page, share: number): Promise<void> {
  await page.waitForFunction(
    (least) => Number(document.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow")) >= least,
    share,
    AT_MOST,
  );
}

/** 人事評価, which the operator may not read: what an incomplete backup looks like. */
async function enableUnreadableTarget({ emulator, appId }: LocalKintone): Promise<void> {
  const client = new KintoneRestAPIClient({
    baseUrl: emulator.url,
    auth: { username: PEOPLE.admin, password: PASSWORD },
  });
  await client.record.updateRecord({
    app: appId,
    updateKey: { field: "target_app_id", value: APP_IDS.personnelReviews },
    record: { target_enabled: { value: ["enabled"] } },
  });
}

await mkdir(IMAGES, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.KBM_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});
try {
  for (const language of ["ja", "en"] as const) {
    await takePictures(language, browser);
    console.log(`docs/images/*.${language}.png are new.`);
  }
} finally {
  await browser.close();
}
