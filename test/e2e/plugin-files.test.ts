import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { APP_IDS } from "../emulator/sample/app";
import { lastRun } from "./history";
import { scriptAddresses } from "./plugin-addresses";
import { type Stage, cancelButton, dialogOf, runButton, runToItsEnd, setStage } from "./stage";

let stage: Stage;
/** Where they are loaded from, as the page has it. */
let FIRST: string;
let SECOND: string;
beforeAll(async () => {
  stage = await setStage();
  [FIRST, SECOND] = scriptAddresses(stage);
  await stage.setTargets([{ appId: APP_IDS.customers, appName: "顧客" }]);
});
afterAll(() => stage?.close());

const inHtml = (address: string) => address.replaceAll("&", "&amp;");

let page: Page;
/** A page of the list that is about to be loaded, with what is done to its files on their way. */
beforeEach(async () => {
  page = await stage.open("sato", "/k/");
  await page.locator(".lk-user").waitFor();
});

/** A file may still be on its way. */
const openList = () => page.goto(`${stage.emulator.url}/k/${stage.appId}/`, { waitUntil: "domcontentloaded" });

/** The page as kintone might write it. */
async function rewritePage(rewrite: (html: string) => string): Promise<void> {
  await page.route(`**/k/${stage.appId}/`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const rewritten = rewrite(html);
    expect(rewritten).not.toBe(html);
    await route.fulfill({ response, body: rewritten });
  });
}

async function expectRun(): Promise<void> {
  expect(await runToItsEnd(page)).toHaveLength(1);
  expect((await lastRun(stage)).field("run_status")).toBe("success");
}

describe("the plugin's two files, under a strict policy", () => {
  it("find each other in the other order", async () => {
    const [first, second] = [inHtml(FIRST), inHtml(SECOND)];
    await rewritePage((html) => html.replace(first, "first").replace(second, first).replace("first", second));
    await openList();
    await runButton(page).waitFor();
    const order = await page
      .locator("script[src*='type=DESKTOP']")
      .evaluateAll((scripts) => scripts.map((script) => (script as HTMLScriptElement).src));
    expect(order).toEqual([SECOND, FIRST].map((address) => stage.emulator.url + address));
    await expectRun();
  });

  it("are found among the many of another plugin, which all arrive late and in the opposite order", async () => {
    const many = Array.from({ length: 28 }, (_, number) => `other/${number}.js`);
    await rewritePage((html) =>
      html.replace(
        /(<script src="[^"]*type=DESKTOP)/,
        `${many.map((src) => `<script async src="/${src}"></script>`).join("")}$1`,
      ),
    );
    const waiting: Array<() => Promise<void>> = [];
    await page.route("**/other/*.js", (route) => {
      waiting.unshift(() =>
        route.fulfill({ contentType: "text/javascript", body: "window.others = (window.others ?? 0) + 1" }),
      );
      if (waiting.length === many.length) for (const arrive of waiting) void arrive();
    });
    await openList();
    await runButton(page).click();
    await cancelButton(page).waitFor();
    expect(await page.evaluate("window.others")).toBe(many.length);
  });

  it("wait for each other: a button that is pressed before the second one is there does what it should as soon as it is", async () => {
    let letIt: () => void = () => undefined;
    const allowed = new Promise<void>((resolve) => (letIt = resolve));
    const second = inHtml(SECOND);
    await rewritePage((html) => html.replace(`<script src="${second}">`, `<script async src="${second}">`));
    await page.route(`**${SECOND}`, async (route) => {
      await allowed;
      await route.continue();
    });
    await openList();
    await runButton(page).click();
    await expect.poll(() => runButton(page).isDisabled()).toBe(true);
    expect(await dialogOf(page).count()).toBe(0);
    letIt();
    await cancelButton(page).waitFor();
  });

  it("are told to be incomplete when the second one does not come, in words that say what to do", async () => {
    await page.clock.install();
    await page.route(`**${SECOND}`, (route) => route.abort());
    await openList();
    await runButton(page).click();
    await page.clock.runFor(15_000);
    await dialogOf(page).getByText("ページを再読み込みして、もう一度お試しください").waitFor();
    await dialogOf(page).getByRole("button", { name: "OK" }).click();
    await expect.poll(() => runButton(page).isEnabled()).toBe(true);
    await page.unroute(`**${SECOND}`);
    await page.reload();
    await runButton(page).click();
    await cancelButton(page).waitFor();
  });

  it("leave no name of theirs in the page", async () => {
    const names = () => page.evaluate(() => Object.getOwnPropertyNames(window));
    await page.goto(`${stage.emulator.url}/k/${APP_IDS.customers}/`);
    await page.locator(".lk-app-bar").waitFor();
    const without = new Set(await names());
    await openList();
    await runButton(page).waitFor();
    expect((await names()).filter((name) => !without.has(name))).toEqual([]);
  });

  it("run nothing of the second one before it is used", async () => {
    const session = await page.context().newCDPSession(page);
    await session.send("Profiler.enable");
    await session.send("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    /** Characters of the second file that are in functions which ran, but for the function around them all. */
    const ran = async () => {
      const { result } = await session.send("Profiler.takePreciseCoverage");
      const functions = result.find(({ url }) => url.endsWith(SECOND))?.functions ?? [];
      const [whole = 0, ...inner] = functions
        .flatMap(({ ranges: [range] }) => (range && range.count > 0 ? [range.endOffset - range.startOffset] : []))
        .sort((a, b) => b - a)
        .filter((length, at, all) => at === 0 || length < (all[0] ?? 0) / 2);
      return { whole, inner: inner.reduce((sum, length) => sum + length, 0) };
    };
    await openList();
    await runButton(page).waitFor();
    const before = await ran();
    expect(before.whole).toBeGreaterThan(100_000);
    expect(before.inner).toBeLessThan(5_000);
    await runButton(page).click();
    await cancelButton(page).waitFor();
    expect((await ran()).inner).toBeGreaterThan(50_000);
  });
});
