import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { deploy } from "../kintone/deploy";
import { expectAccessible } from "./accessibility";
import { backedUp, CUSTOMERS as customers, openedRestoring } from "./restoring";
import { type Stage, photograph, setStage, showFiles } from "./stage";

let stage: Stage;
let folder: string;
let zip: string;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-compare-settings-"));
  stage = await setStage();
  zip = await backedUp(stage, folder);
  const { app } = stage.witness;
  await app.addFormFields({
    ...customers,
    properties: { 備考: { type: "SINGLE_LINE_TEXT", code: "備考", label: "<b>備考</b>" } },
  });
  await app.updateFormFields({
    ...customers,
    properties: { 郵便番号: { type: "SINGLE_LINE_TEXT", code: "郵便番号", required: true } },
  });
  await app.deleteFormFields({ ...customers, fields: ["電話番号"] });
  await deploy(stage.witness, String(customers.app));
});
afterEach(() => page?.context().close());
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

async function compared(): Promise<Locator> {
  page = await stage.openList("sato");
  const dialog = await openedRestoring(page);
  await showFiles(dialog, zip);
  await dialog.getByRole("button", { name: "比較する" }).click();
  await dialog.getByRole("button", { name: "設定を比較する" }).waitFor();
  return dialog;
}

/** Nothing lies over it, and it is not scrolled away. */
const isInSight = (button: Locator) =>
  button.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === element;
  });

it("shows whoever compares what became of the settings, by their names, and finds words in it", async () => {
  const dialog = await compared();
  const button = dialog.getByRole("button", { name: "設定を比較する" });
  await button.focus();
  await page.keyboard.press("Enter");
  await dialog.getByText("アプリの設定に違いがあります").waitFor();
  const table = dialog.getByRole("region", { name: "設定" });
  const rows = await table.locator("tbody tr").allInnerTexts();
  expect(rows.join("\n")).toMatch(/フォームのフィールド\s+フィールド「備考」（<b>備考<\/b>）\s+（なし）\s+追加/);
  expect(rows.join("\n")).toMatch(/フィールド「郵便番号」 › 必須項目\s+いいえ\s+はい/);
  await expectAccessible(page, ".kbm-restore");
  await photograph(page, "compared-settings");

  await dialog.getByLabel("設定を検索").fill("郵便番号 必須");
  await expect.poll(() => table.locator("tbody tr").count()).toBe(1);
  await dialog.getByLabel("設定を検索").fill("zzz");
  await expect.poll(() => table.count()).toBe(0);
  await dialog.getByLabel("設定を検索").fill("");

  await page.setViewportSize({ width: 360, height: 800 });
  await table.scrollIntoViewIfNeeded();
  await photograph(page, "compared-settings-narrow");
  // Only the table is wider than the dialog, and scrolls by itself.
  const isWider = await dialog.evaluate((element) => element.scrollWidth > element.clientWidth);
  expect(isWider).toBe(false);
  await expectAccessible(page, ".kbm-restore");
});

it("puts one field back that somebody deleted, after saying in which app, and the history tells of it", async () => {
  const dialog = await compared();
  await dialog.getByRole("button", { name: "設定を比較する" }).click();
  await dialog.getByRole("button", { name: "フィールド「電話番号」を追加" }).click();
  await dialog.getByText("アプリ「顧客」（ID 15）のフォームの末尾に、フィールド「電話番号」").waitFor();
  const offer = dialog.getByRole("button", { name: "アプリ「顧客」にフィールド「電話番号」を追加して更新" });
  await expect.poll(() => isInSight(offer)).toBe(true);
  await expectAccessible(page, ".kbm-restore");
  await photograph(page, "put-back-field");
  expect(Object.keys((await stage.witness.app.getFormFields(customers)).properties)).not.toContain("電話番号");
  await offer.click();
  await dialog.getByText("フォームの末尾に、フィールド「電話番号」を追加しました。").waitFor();
  expect(Object.keys((await stage.witness.app.getFormFields(customers)).properties)).toContain("電話番号");

  await dialog.locator(".kbm-notice").getByRole("button", { name: "閉じる" }).click();
  await dialog.getByText("アプリの設定に違いがあります").waitFor();
  await expect.poll(() => dialog.getByRole("button", { name: "フィールド「電話番号」を追加" }).count()).toBe(0);
});
