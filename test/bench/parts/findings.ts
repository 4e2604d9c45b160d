import { readdir } from "node:fs/promises";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Page } from "playwright-core";
import type { Bench, Part } from "../bench";
import { signIn } from "../contestants/chromium";
import { oursInNode } from "../contestants/ours-in-node";
import { ACCOUNT } from "../kintone/account";
import type { BenchApp } from "../kintone/catalogue";
import { longestTask, noteLongTasks } from "../measures/page-tasks";

const PART = "findings";
const MINUTES_AT_MOST = 5;

/** Somebody lost all records of an app, and goes from the zip to what is to be restored: how long the page is busy at a time. */
export const findings: Part = {
  name: PART,
  async run(bench) {
    const { kintone, folder, noBrowser, add, tell } = bench;
    const [app] = kintone.sets["records x 10"];
    if (noBrowser || !app) return;
    tell(`${PART}: archiving ${app.records} records`);
    const zips = await archiveOf(bench, app);
    tell(`${PART}: emptying the app`);
    await empty(kintone.url, app);
    const { page, close } = await signIn(folder, `${kintone.url}/k/${kintone.backupApp}/`);
    try {
      await opening(page).waitFor();
      await noteLongTasks(page);
      for (const [step, act] of stepsOf(page, zips)) {
        tell(`${PART}: ${step}`);
        await act();
        const value = await longestTask(page);
        const what = `${app.records} records missing, longest task, ${step}`;
        add({ part: PART, what, measured: { value, unit: "ms" }, runs: 1, target: { atMost: 50 } });
      }
    } finally {
      await close();
    }
  },
};

async function archiveOf({ kintone, folder }: Bench, app: BenchApp): Promise<string[]> {
  const archives = path.join(folder, `archive for ${PART}`);
  await kintone.delay(0);
  await kintone.setTargets([app]);
  await oursInNode(kintone, folder).runInto(archives, [app]);
  const names = await readdir(archives, { recursive: true });
  return names.filter((name) => name.endsWith(".zip")).map((name) => path.join(archives, name));
}

async function empty(baseUrl: string, { appId, records }: BenchApp): Promise<void> {
  const client = new KintoneRestAPIClient({ baseUrl, auth: ACCOUNT });
  const all = Array.from({ length: records }, (_, index) => ({ id: String(index + 1) }));
  await client.record.deleteAllRecords({ app: appId, records: all });
}

const opening = (page: Page) => page.getByRole("button", { name: "比較と復元" });

type Step = [step: string, act: () => Promise<void>];

/** Each ends when its result can be seen. */
function stepsOf(page: Page, zips: readonly string[]): Step[] {
  const dialog = page.getByRole("dialog");
  const button = (name: string | RegExp) =>
    dialog.getByRole("button", { name, ...(typeof name === "string" && { exact: true }) });
  const shown = (text: RegExp) =>
    dialog
      .getByText(text)
      .first()
      .waitFor({ timeout: MINUTES_AT_MOST * 60_000 });
  const search = dialog.getByRole("searchbox");
  return [
    [
      "dialog opened",
      async () => {
        await opening(page).click();
        await dialog.locator('input[type="file"]').first().waitFor({ state: "attached" });
      },
    ],
    [
      "zip read back",
      async () => {
        await dialog
          .locator('input[type="file"]')
          .first()
          .setInputFiles([...zips]);
        await button("比較する").waitFor({ timeout: MINUTES_AT_MOST * 60_000 });
      },
    ],
    [
      "compared",
      async () => {
        await button("比較する").click();
        await shown(/件中 1～50件を表示$/);
      },
    ],
    [
      "searched",
      async () => {
        await search.pressSequentially("999");
        await button(/^見つかった/).waitFor();
      },
    ],
    [
      "all found chosen",
      async () => {
        await button(/^見つかった/).click();
        await shown(/件を選択中$/);
      },
    ],
    [
      "search ended, page turned",
      async () => {
        await search.fill("");
        await button(/^すべて（/).waitFor();
        await button("次へ").click();
        await shown(/件中 51～100件を表示$/);
      },
    ],
    [
      "filtered by kind",
      async () => {
        await dialog.getByRole("combobox").selectOption("missing");
        await shown(/件中 1～50件を表示$/);
      },
    ],
    [
      "all chosen, on to what is to be done",
      async () => {
        await button(/^見つかった/).click();
        await button("選択を解除").waitFor();
        await button("復元に進む").click();
        await button("確認に進む").waitFor();
      },
    ],
  ];
}
