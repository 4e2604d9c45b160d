import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addTrialPlugin, startTrial } from "./trial/start";
import type { Trial } from "./trial/start";

const files = {
  "first.js": `
    window.seen = [];
    const note = (event) => { window.seen.push(event); return event; };
    kintone.events.on(["app.record.detail.show", "app.record.edit.show", "app.record.edit.submit.success"], note);
    kintone.events.on("app.record.create.show", (event) => {
      event.record.price.value = "7";
      event.record.price.disabled = true;
      return note(event);
    });
    kintone.events.on("app.record.create.change.state", (event) => {
      event.record.lot.value = "chosen " + event.changes.field.value;
      return note(event);
    });
    kintone.events.on("app.record.create.submit", (event) => {
      if (event.record.lot.value === "field") event.record.lot.error = "field error";
      if (event.record.lot.value === "record") event.error = "record error";
      if (event.record.lot.value === "false") return false;
      if (event.record.lot.value === "reject") return Promise.reject(new Error("rejected"));
      return event;
    });
    kintone.events.on("app.record.create.submit.success", note);`,
};

let trial: Trial;
let page: Page;
beforeAll(async () => {
  trial = await startTrial();
  await addTrialPlugin(trial, files);
  page = await trial.open("admin", "/k/");
});
afterAll(() => trial.close());
beforeEach(() => page.goto("about:blank"));

const go = (path: string) => page.goto(`${trial.emulator.url}/k/${trial.appId}/${path}`);
const shown = (type: string) =>
  // Not `waitForFunction`, whose polling is what the pages' policy forbids.
  expect.poll(() => page.evaluate(`window.seen?.some((event) => event.type === "${type}")`)).toBe(true);
const last = () => page.evaluate<Record<string, unknown>>("window.seen.at(-1)");
const field = (label: string) => page.locator(`[aria-label="${label}"]`);
const stored = (id: number) => trial.domain.apps.get(trial.appId)?.records.get(id);

test("detail.show, and the elements of the detail screen", async () => {
  await go("show#record=2");
  await shown("app.record.detail.show");
  expect(await last()).toMatchObject({ appId: trial.appId, recordId: 2, record: { lot: { value: "L-1" } } });
  expect(await page.evaluate("kintone.app.record.getFieldElement('lot').textContent")).toBe("L-1");
  expect(await page.evaluate("kintone.app.record.getSpaceElement('space') instanceof HTMLElement")).toBe(true);
  expect(await page.evaluate("kintone.app.record.get().record.lot.value")).toBe("L-1");
  expect(await page.evaluate("kintone.app.getHeaderMenuSpaceElement()")).toBeNull();
  await page.evaluate("kintone.app.record.setFieldShown('lot', false)");
  expect(await page.evaluate("kintone.app.record.getFieldElement('lot')")).toBeNull();
});

test("a handler's changes show on the create screen; change handlers too", async () => {
  await go("edit");
  await shown("app.record.create.show");
  await expect.poll(() => field("単価").inputValue()).toBe("7");
  expect(await field("単価").isDisabled()).toBe(true);
  await field("状態").selectOption("済");
  await expect.poll(() => field("ロット").inputValue()).toBe("chosen 済");
  expect(await last()).toMatchObject({ changes: { field: { value: "済" }, row: null } });
});

test("a submission is called off by a field error, a record error, false, and a rejection", async () => {
  await go("edit");
  await shown("app.record.create.show");
  const before = trial.domain.apps.get(trial.appId)?.records.size;
  const save = async (lot: string) => {
    await field("ロット").fill(lot);
    await page.click("text=保存");
  };
  await save("field");
  await page.waitForSelector(".lk-field-error >> text=field error");
  await save("record");
  await page.waitForSelector(".lk-record-error >> text=record error");
  for (const lot of ["false", "reject"]) {
    await save(lot);
    await page.waitForSelector(".lk-toolbar button:not([disabled])");
  }
  expect(trial.domain.apps.get(trial.appId)?.records.size).toBe(before);
  expect(page.url()).toContain("/edit");
});

test("what kintone refuses is shown at the field", async () => {
  await go("edit");
  await shown("app.record.create.show");
  await page.click("text=保存");
  await page.waitForSelector("[data-code=lot] .lk-field-error");
});

test("a record with rows, attachments and times is created and shown", async () => {
  await go("edit");
  await shown("app.record.create.show");
  await field("ロット").fill("N-1");
  await field("日時").fill("2026-11-20T09:30");
  await field("行を追加する").click();
  await field("品名").nth(1).fill("ボルト");
  const buffer = Buffer.from("図面の中身");
  await field("添付").setInputFiles({ name: "図面.txt", mimeType: "text/plain", buffer });
  await page.waitForSelector("text=図面.txt");
  await page.click("text=保存");
  await shown("app.record.detail.show");
  const id = Number(new URLSearchParams(new URL(page.url()).hash.slice(1)).get("record"));
  const record = await page.evaluate<Record<string, { value: unknown }>>("kintone.app.record.get().record");
  expect(record.at?.value).toBe("2026-11-20T00:30:00Z");
  expect(record.lines?.value).toMatchObject([
    { value: { part: { value: "" } } },
    { value: { part: { value: "ボルト" } } },
  ]);
  expect(stored(id)).toBeDefined();
  const download = page.waitForEvent("download");
  await page.click(".lk-files a");
  expect((await download).suggestedFilename()).toBe("図面.txt");
});

test("an edit is saved and shown; a stale revision is refused", async () => {
  await go("show#record=3");
  await shown("app.record.detail.show");
  await page.click("text=編集");
  await shown("app.record.edit.show");
  await field("ロット").fill("edited");
  await page.click("text=保存");
  await shown("app.record.edit.submit.success");
  await page.waitForSelector(".lk-field-value >> text=edited");

  await page.click("text=編集");
  await page.waitForSelector("[aria-label=ロット]");
  await page.evaluate(
    "kintone.api('/k/v1/record', 'PUT', { app: kintone.app.getId(), id: 3, record: { lot: { value: 'elsewhere' } } })",
  );
  await field("ロット").fill("mine");
  await page.click("text=保存");
  await page.waitForSelector(".lk-record-error");
});

test("get and set are refused inside a handler", async () => {
  await go("show#record=2");
  await shown("app.record.detail.show");
  await page.click("text=編集");
  await shown("app.record.edit.show");
  await page.evaluate(`kintone.events.on("app.record.edit.submit", () => {
    try { kintone.app.record.get(); } catch (error) { window.refusal = error.message; }
    return false;
  })`);
  await page.click("text=保存");
  await expect.poll(() => page.evaluate("window.refusal")).toBeTruthy();
  await page.evaluate("kintone.app.record.set({ record: { lot: { value: 'set' } } })");
  expect(await field("ロット").inputValue()).toBe("set");
});

test("what a user may not do is not offered", async () => {
  const sato = await trial.open("sato", "/k/");
  await sato.waitForSelector(".lk-portal");
  await sato.goto(`${trial.emulator.url}/k/${trial.appId}/show#record=2`);
  await sato.waitForSelector(".lk-record >> text=Edit");
  expect(await sato.isVisible(".lk-record >> text=Delete")).toBe(false);
});
