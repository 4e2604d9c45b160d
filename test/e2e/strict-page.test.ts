import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
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
  const { field, log } = await lastRun(stage);
  expect(field("run_status"), log).toBe("success");
  const archive = await openArchive(await download!.path());
  expect(archive.text(`${APP_IDS.customers}/records.jsonl`).trimEnd().split("\n")).toHaveLength(320);
  return workers;
}

it("a page whose policy forbids inline scripts, eval and blob workers still runs the backup in a Worker, which copies records in a second one, both from the plugin's own file", async () => {
  stage = await setStage();
  expect(await runOn(await stage.openList("sato"))).toBe(2);
});

/** Every answer to such a request comes with one more policy. */
async function addPolicy(page: Page, of: string, policy: string): Promise<void> {
  await page.context().route(of, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const given = headers["content-security-policy"];
    await route.fulfill({
      response,
      headers: { ...headers, "content-security-policy": given ? `${given}, ${policy}` : policy },
    });
  });
}

it("a plugin's files whose own policy forbids WebAssembly make Workers all the same", async () => {
  stage = await setStage();
  const page = await stage.openList("sato");
  await addPolicy(page, "**/plugin/content/download.do?*", "default-src 'self'; script-src 'self'");
  await page.reload();
  expect(await runOn(page)).toBe(2);
});

describe("runs the backup itself, after having said what that means:", () => {
  it.each([
    ["a page that lets no Worker run", "**/k/*/", "worker-src 'none'"],
    [
      "a page that takes no text for a Worker's address (trusted types)",
      "**/k/*/",
      "require-trusted-types-for 'script'",
    ],
    [
      "a page whose plugin files let their Workers connect to nowhere",
      "**/plugin/content/download.do?*",
      "default-src 'none'",
    ],
  ])("%s", async (_name, of, policy) => {
    stage = await setStage();
    const page = await stage.openList("sato");
    await addPolicy(page, of, policy);
    await page.reload();
    const askedBefore = async () => {
      const downloads = downloadsOf(page);
      await runButton(page).click();
      await page.getByRole("alertdialog").getByRole("button", { name: "実行" }).click();
      await endOfRun(page, downloads);
      return downloads;
    };
    await runOn(page, askedBefore);
  });
});
