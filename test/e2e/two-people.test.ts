import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PASSWORD } from "../../scripts/local-kintone";
import { APP_IDS } from "../emulator/sample/app";
import { lastRun } from "./history";
import { runsWithFiles } from "./private-files";
import { type Stage, closeDialog, runButton, runToItsEnd, setStage } from "./stage";

let stage: Stage;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  stage = await setStage();
  await stage.setTargets([{ appId: APP_IDS.newProject, appName: "新規プロジェクト" }]);
  page = await stage.openList("sato");
  context = page.context();
});
afterAll(() => stage?.close());

const unsaved = () => page.locator("#kbm-unsaved");
const saving = () => page.locator("#kbm-saving");
const recordOf = (id: string) => `${stage.emulator.url}/k/${stage.appId}/show#record=${id}`;

/** In the same tab, through kintone's own pages. */
async function changePlaces(user: string): Promise<void> {
  await page.goto(`${stage.emulator.url}/logout`);
  await page.fill(".form-username-slash > input", user);
  await page.fill(".form-password-slash > input", PASSWORD);
  await page.click(".login-button");
  await page.locator(".lk-user").waitFor();
  await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
  await runButton(page).waitFor();
}

/** What is left in the browser has been looked for, and what of it is this user's is there. */
async function whatIsLeftIsLookedFor(): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(() => resolve(undefined), { timeout: 1_500 })),
  );
  await page.evaluate(() => navigator.storage.getDirectory());
}

it("two people use one browser, one after the other: nobody is shown, or given, the zips of the other", async () => {
  await runToItsEnd(page);
  const first = await lastRun(stage);
  await closeDialog(page);
  await unsaved().waitFor();

  await changePlaces("admin");
  await whatIsLeftIsLookedFor();
  expect(await unsaved().count()).toBe(0);
  expect(await runsWithFiles(page)).toHaveLength(1);
  // On the record of the run, files can be shown; but those in the browser are not this user's.
  await page.goto(recordOf(first.recordId));
  await saving().getByText("このブラウザーに、この実行のzipファイルのコピーはありません。").waitFor();

  await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
  await runToItsEnd(page);
  const second = await lastRun(stage);
  expect([second.field("run_status"), second.field("run_operator_code")]).toEqual(["success", "admin"]);
  await closeDialog(page);
  await unsaved().waitFor();
  expect(await runsWithFiles(page)).toHaveLength(2);

  await changePlaces("sato");
  await unsaved().waitFor();
  await page.goto(recordOf(first.recordId));
  await saving().getByRole("button", { name: /保存/ }).first().waitFor();
  expect(context.pages()).toHaveLength(1);
});
