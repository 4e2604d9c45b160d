import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addTrialPlugin, startTrial } from "./trial/start";
import type { Trial } from "./trial/start";

const files = {
  "first.js": `
    window.shows = [];
    kintone.events.on("app.record.index.show", async (event) => { await null; event.first = true; return event; });
    kintone.events.on("app.record.index.show", (event) => { window.shows.push(event); });
    kintone.events.on("app.record.index.delete.submit", (event) => event.record.lot.value === "L-0" ? false : event);`,
};

let trial: Trial;
let page: Page;
beforeAll(async () => {
  trial = await startTrial();
  await addTrialPlugin(trial, files);
});
afterAll(() => trial.close());
beforeEach(async () => {
  page = await trial.open("admin", `/k/${trial.appId}/`);
  await shown(1);
});

const shown = (times: number) =>
  // Not `waitForFunction`, whose polling is what the pages' policy forbids.
  expect.poll(() => page.evaluate("window.shows?.length")).toBe(times);
const last = () => page.evaluate<Record<string, unknown>>("window.shows.at(-1)");

test("index.show carries what is documented, and each handler gets what the one before returned", async () => {
  const event = await last();
  expect(event).toMatchObject({
    type: "app.record.index.show",
    appId: trial.appId,
    viewType: "list",
    viewName: "一覧",
    offset: 0,
    size: 20,
    date: null,
    first: true,
  });
  expect((event.records as unknown[]).length).toBe(20);
});

test("index.show fires again at paging and sorting, without a page load", async () => {
  await page.evaluate("kintone.app.getHeaderMenuSpaceElement().id = 'mine'; window.stays = true");
  await page.click("[aria-label=次へ]");
  await shown(2);
  expect(await last()).toMatchObject({ offset: 20, size: 5 });
  expect(await page.evaluate("kintone.app.getQuery()")).toBe("price >= 0 order by price asc limit 20 offset 20");
  await page.click("th >> text=単価");
  await shown(3);
  expect(await page.evaluate("kintone.app.getQuery()")).toBe("price >= 0 order by price desc limit 20 offset 0");
  expect(await page.evaluate("[stays, kintone.app.getHeaderMenuSpaceElement().id]")).toEqual([true, "mine"]);
  await page.goBack();
  await shown(4);
  expect(await last()).toMatchObject({ offset: 20 });
});

test("the user's filter joins the view's condition", async () => {
  await page.click(".lk-filter summary");
  await page.fill("input[name=query]", 'lot in ("L-3", "x order by limit 5")');
  await page.click(".lk-filter button[type=submit]");
  await shown(2);
  expect(await last()).toMatchObject({ size: 1 });
  expect(await page.evaluate("kintone.app.getQueryCondition()")).toBe(
    '(price >= 0) and (lot in ("L-3", "x order by limit 5"))',
  );
});

test("a calendar gives records by day, a custom view without pager none", async () => {
  await page.goto(`${trial.emulator.url}/k/${trial.appId}/?view=${await viewId("カレンダー")}&date=2026-11`);
  await shown(1);
  const calendar = await last();
  expect(calendar).toMatchObject({ viewType: "calendar", date: "2026-11", offset: null, size: null });
  expect(Object.keys(calendar.records as object)).toEqual(["2026-11-20"]);
  await page.selectOption(".lk-view-select", { label: "カスタム" });
  await shown(2);
  expect(await last()).toMatchObject({ viewType: "custom", records: [], offset: 0, size: 0 });
  expect(await page.textContent("#mine")).toBe("自作");
  expect(await page.evaluate("kintone.app.getFieldElements('lot')")).toBeNull();
});

test("getFieldElements gives the cells of a list in order, null for a field that the view lacks", async () => {
  const cells = await page.evaluate("kintone.app.getFieldElements('lot').map((cell) => cell.textContent)");
  expect((cells as string[]).slice(0, 3)).toEqual(["L-0", "L-1", "L-2"]);
  expect(await page.evaluate("kintone.app.getFieldElements('day')")).toBeNull();
});

test("what a plugin did to cells does not survive when the list is drawn again", async () => {
  await page.evaluate("for (const cell of kintone.app.getFieldElements('lot')) cell.textContent = 'changed'");
  await page.click("th >> text=単価");
  await shown(2);
  expect(await page.evaluate("kintone.app.getFieldElements('lot').map((cell) => cell.textContent)")).not.toContain(
    "changed",
  );
});

test("times are shown in the user's time zone", async () => {
  expect(await page.textContent("td[data-field=at]")).toBe("2026-11-20 09:30");
});

test("a record is deleted after a question, unless a handler objects", async () => {
  const remove = async () => {
    await page.click(".lk-row-remove");
    await page.click("dialog button[name=ok]");
  };
  const before = trial.domain.apps.get(trial.appId)?.records.size;
  await remove();
  await page.waitForSelector("dialog", { state: "detached" });
  expect(trial.domain.apps.get(trial.appId)?.records.size).toBe(before);
  await page.click("th >> text=単価");
  await shown(2);
  await remove();
  await shown(3);
  expect(trial.domain.apps.get(trial.appId)?.records.size).toBe((before ?? 0) - 1);
});

test("in a guest space the API's URLs have the guest form when asked for", async () => {
  await page.goto(`${trial.emulator.url}/k/guest/${trial.guestSpaceId}/${trial.guestAppId}/`);
  await shown(1);
  expect(await last()).toMatchObject({ size: 1 });
  expect(await page.evaluate("kintone.api.url('/k/v1/records', true)")).toBe(
    `${trial.emulator.url}/k/guest/3/v1/records.json`,
  );
  expect(await page.evaluate("kintone.api.url('/k/v1/records.json')")).toBe(`${trial.emulator.url}/k/v1/records.json`);
});

test("an app of a guest space is not found outside of it", async () => {
  const response = await page.goto(`${trial.emulator.url}/k/${trial.guestAppId}/`);
  expect(response?.status()).toBe(404);
});

async function viewId(name: string): Promise<string> {
  return page.evaluate(
    `kintone.api('/k/v1/app/views', 'GET', { app: kintone.app.getId() }).then(({ views }) => views[${JSON.stringify(name)}].id)`,
  );
}

test("a record is edited in the list, with its events in order", async () => {
  await page.evaluate(`(() => {
    window.edits = [];
    const types = ["show", "change.lot", "submit", "submit.success", "finish"].map((name) => "app.record.index.edit." + name);
    kintone.events.on(types, (event) => {
      window.edits.push(event.type.slice("app.record.index.edit.".length) + " " + event.record.lot.value);
      if (event.type.endsWith("change.lot")) event.record.price.value = "100";
      return event;
    });
  })()`);
  const row = page.locator(".lk-record-table tbody tr").nth(3);
  const before = await row.locator("td[data-field=lot]").textContent();
  await row.locator(".lk-row-edit").click();
  await row.locator("[aria-label=ロット]").fill("inline");
  await row.locator("[aria-label=ロット]").blur();
  await row.locator(".lk-row-save").click();
  await expect.poll(() => page.evaluate("window.edits.length")).toBe(5);
  expect(await page.evaluate("edits")).toEqual([
    `show ${before}`,
    "change.lot inline",
    "submit inline",
    "submit.success inline",
    "finish inline",
  ]);
  expect(await row.locator("td[data-field=lot]").textContent()).toBe("inline");
  expect(await row.locator("td[data-field=price]").textContent()).toBe("100");
});
