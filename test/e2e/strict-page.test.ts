import type { Page } from "playwright-core";
import { afterEach, expect, it } from "vitest";
import { APP_IDS } from "../emulator/sample/app";
import { lastRun } from "./history";
import { openArchive } from "./opened-archive";
import { type Stage, downloadsOf, endOfRun, runButton, runToItsEnd, setStage } from "./stage";

let stage: Stage;
afterEach(() => stage?.close());

/** @param run begins it and waits for its end */
async function runOn(page: Page, run = runToItsEnd): Promise<number> {
  await stage.setTargets([{ appId: APP_IDS.customers, appName: "顧客" }]);
  let workers = 0;
  page.on("worker", () => (workers += 1));
  const [download] = await run(page);
  expect((await lastRun(stage)).field("run_status")).toBe("success");
  const archive = await openArchive(await download!.path());
  expect(archive.text(`${APP_IDS.customers}/records.jsonl`).trimEnd().split("\n")).toHaveLength(320);
  return workers;
}

it("a page whose policy forbids inline scripts, eval and blob workers still runs the backup in a Worker, which copies records in a second one, both from the plugin's own file", async () => {
  stage = await setStage({ strictContentSecurityPolicy: true });
  expect(await runOn(await stage.openList("sato"))).toBe(2);
});

it("a page that lets no Worker run runs the backup itself", async () => {
  stage = await setStage();
  const page = await stage.openList("sato");
  await page.route("**/k/*/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": "worker-src 'none'" },
    });
  });
  await page.reload();
  const askedBefore = async () => {
    const downloads = downloadsOf(page);
    await runButton(page).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "実行" }).click();
    await endOfRun(page, downloads);
    return downloads;
  };
  expect(await runOn(page, askedBefore)).toBe(0);
});
