import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccessible } from "./accessibility";
import { recordedRuns } from "./history";
import { type Stage, closeDialog, downloadsOf, endOfRun, runButton, runToItsEnd, setStage } from "./stage";

const SPACE = 7;
const [LINE, CHECKS, SECRET] = [1001, 1002, 1003];

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  const { domain } = stage.emulator;
  domain.spaces.add({ id: SPACE, name: "生産本部", administrators: ["admin"], members: ["admin"] });
  for (const [id, name] of [
    [LINE, "生産ライン日報"],
    [CHECKS, "設備点検"],
    [SECRET, "人事"],
  ] as const) {
    domain.addApp({ id, name, creator: "admin", properties: {}, spaceId: SPACE });
  }
  await stage.setTargets([]);
  page = await stage.open("admin", `/k/admin/app/${stage.appId}/plugin/`);
  await page.locator(`[data-plugin-id=${stage.pluginId}]`).getByRole("link").click();
});
afterAll(() => stage?.close());

const section = () => page.locator(".kbm-targets");
const button = (name: string): Locator => section().getByRole("button", { name });

async function storedRule(): Promise<Record<string, unknown>> {
  const [record] = (await stage.witness.record.getRecords({ app: stage.appId, query: 'target_scope in ("space")' }))
    .records;
  return Object.fromEntries(Object.entries(record ?? {}).map(([code, { value }]) => [code, value]));
}

it("a rule for a space is added on the settings screen, and changed there", async () => {
  await section().locator("summary", { hasText: "ルールで追加" }).click();
  await button("ルールを追加").click();
  await section().getByText("スペースの番号またはURLを入力してください").waitFor();
  await section().getByLabel("スペースの番号またはURL").fill(`https://example.cybozu.com/k/#/space/${SPACE}`);
  await section().getByLabel("除くアプリ").fill(`${SECRET}`);
  await button("当てはまるアプリを表示").click();
  await section().getByText(`今は2個: 生産ライン日報（${LINE}）、設備点検（${CHECKS}）`).waitFor();
  await expectAccessible(page, "#kbm-settings");
  await button("ルールを追加").click();
  await section().getByText("1個の対象を追加しました").waitFor();
  expect(await storedRule()).toMatchObject({
    ...{ record_type: "target", target_app_id: "", target_scope: "space", target_space_id: String(SPACE) },
    ...{ target_exceptions: String(SECRET), target_enabled: ["enabled"] },
  });

  const row = section().locator(".kbm-target", { hasText: `スペース（ID ${SPACE}）のすべてのアプリ` });
  await row.locator("summary").click();
  await row.getByRole("checkbox", { name: "コメント" }).uncheck();
  await row.getByLabel("除くアプリ").fill(`${SECRET}\n${CHECKS}\n`);
  await expectAccessible(page, "#kbm-settings");
  await button("対象アプリの設定を保存").click();
  // A notice is there already, of the rule that was added.
  await expect.poll(storedRule, { timeout: 10_000 }).toMatchObject({
    target_exceptions: `${SECRET}\n${CHECKS}`,
    target_include: ["records", "attachments", "settings"],
  });
});

it("and is estimated by its apps, with what is chosen on the screen, saved or not", async () => {
  const row = section().locator(".kbm-target", { hasText: `スペース（ID ${SPACE}）のすべてのアプリ` });
  await row.getByLabel("除くアプリ").fill(`${SECRET}`);
  const estimates = section().locator(".kbm-way", { hasText: "1回の実行の見積もり" });
  await estimates.locator("summary").click();
  await estimates.getByRole("button", { name: "1個の対象を見積もる" }).click();
  await estimates.getByText("見積もりが終わりました").waitFor();
  const rows = await estimates.getByRole("rowheader").allInnerTexts();
  expect(rows.map((text) => text.split("\n")[0])).toEqual(["生産ライン日報", "設備点検", "合計"]);
  expect(rows[0]).toContain(`スペース（ID ${SPACE}）のすべてのアプリ`);
  await expectAccessible(page, "#kbm-settings");
});

it("and its apps are backed up, those that come later too", async () => {
  await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
  await runToItsEnd(page);
  await closeDialog(page);
  stage.emulator.domain.addApp({ id: 1004, name: "新ライン", creator: "admin", properties: {}, spaceId: SPACE });
  const downloads = downloadsOf(page);
  await runButton(page).click();
  const question = page.getByRole("alertdialog", { name: "ルールに当てはまるアプリが変わりました" });
  await question.getByText("新ライン（ID 1004）").waitFor();
  await expectAccessible(page, "dialog");
  await question.getByRole("button", { name: "バックアップする" }).click();
  await endOfRun(page, downloads);
  const [second, first] = (await recordedRuns(stage)).map(({ results }) =>
    results.map(({ app_id, rule, status }) => [app_id, rule, status]),
  );
  const line = [String(LINE), `space/${SPACE}`, "success"];
  expect(first).toEqual([line]);
  expect(second).toEqual([line, ["1004", `space/${SPACE}`, "success"]]);
  expect(await page.getByRole("dialog").innerText()).toContain("新ライン（ID 1004）");
});
