import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { App } from "../emulator/domain/app";
import { addGeneratedApp } from "../emulator/domain/generated-app";
import { expectAccessible } from "./accessibility";
import { lastRun, recordedRuns } from "./history";
import { type Stage, closeDialog, dialogOf, downloadsOf, endOfRun, photograph, runButton, setStage } from "./stage";

let stage: Stage;
let page: Page;
let target: App;
beforeAll(async () => {
  stage = await setStage();
  target = addGeneratedApp(stage.emulator.domain, { creator: "sato", records: 60, files: 0 });
  await stage.setTargets([{ appId: String(target.id), appName: "問い合わせ" }]);
  const app = stage.emulator.domain.apps.get(Number(stage.appId))!;
  const settings = JSON.stringify({ requestsPerAppAndDay: 80 });
  app.change({ plugins: app.preview.plugins.map((plugin) => ({ ...plugin, config: { settings } })) });
  app.deploy("admin");
});
beforeEach(async () => {
  page = await stage.openList("sato");
});
afterEach(() => page.context().close());
afterAll(() => stage?.close());

const question = () => page.getByRole("alertdialog");
const answer = (name: string) => question().getByRole("button", { name, exact: true });

it("asks before a run that takes more requests than backups may make, and begins none without an answer", async () => {
  const runs = (await recordedRuns(stage)).length;
  await runButton(page).click();
  await question().waitFor();
  await photograph(page, "budget-question");
  await expectAccessible(page, "dialog");
  expect(await question().innerText()).toMatch(/問い合わせ」（ID \d+）: 約\d+回必要で、残りは\d+回です。/);
  await expect.poll(() => answer("範囲内で続ける").evaluate((button) => button === document.activeElement)).toBe(true);
  const names = await question().getByRole("button").allInnerTexts();
  expect(names).toEqual([
    "キャンセル",
    "超えて続ける",
    "これらのアプリのコメントを読み取らない",
    "翌日に続ける",
    "範囲内で続ける",
  ]);
  await page.keyboard.press("Shift+Tab");
  await expect.poll(() => answer("翌日に続ける").evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("Escape");
  await dialogOf(page).waitFor({ state: "detached" });
  expect(await recordedRuns(stage)).toHaveLength(runs);
});

it("keeps to them, tells what is missing, and counts them for the next run of the day", async () => {
  const downloads = downloadsOf(page);
  const before = target.requests;
  await runButton(page).click();
  await answer("範囲内で続ける").click();
  await endOfRun(page, downloads);
  const run = await lastRun(stage);
  expect(run.results).toMatchObject([{ status: "partial", error_code: "OVER_BUDGET" }]);
  // The question itself took two.
  expect(target.requests - before).toBeLessThanOrEqual(82);
  expect(await dialogOf(page).innerText()).toMatch(/レコード\d+件のコメントは、バックアップに含まれていません/);
  await closeDialog(page);

  await runButton(page).click();
  expect(await question().innerText()).toMatch(/残りは\d回です。/);
  const whole = downloadsOf(page);
  await answer("超えて続ける").click();
  await endOfRun(page, whole);
  expect((await lastRun(stage)).results).toMatchObject([{ status: "success", error_code: "" }]);
});

it("waits for another day on request, says for which app and until when, and can be cancelled", async () => {
  const before = target.requests;
  await runButton(page).click();
  await answer("翌日に続ける").click();
  const dialog = dialogOf(page);
  await dialog
    .getByText(/アプリ「.+」（ID \d+）は、バックアップが1日に使えるAPIリクエストを使い切りました。.+を過ぎると/)
    .waitFor();
  await dialog.getByText("このページは閉じてもかまいません").waitFor();
  await expectAccessible(page, "dialog");
  await photograph(page, "waits-for-another-day");
  // What earlier runs of the day used was more than there may be: nothing but the questions before the run was asked.
  expect(target.requests - before).toBeLessThanOrEqual(3);
  await dialog.getByRole("button", { name: "キャンセル" }).click();
  await expect.poll(async () => (await lastRun(stage)).results).toMatchObject([{ status: "cancelled" }]);
});
