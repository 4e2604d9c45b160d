import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PEOPLE } from "../../scripts/local-kintone";
import type { App } from "../emulator/domain/app";
import { APP_IDS } from "../emulator/sample/app";
import { lastRun } from "./history";
import { type Stage, closeDialog, dialogOf, photograph, runToItsEnd, setStage } from "./stage";

const NARROWED = "$id > 999999";

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
});
beforeEach(() => stage.setTargets([{ appId: APP_IDS.customers, appName: "顧客" }]));
afterEach(() => page.context().close());
afterAll(() => stage?.close());

const app = () => stage.emulator.domain.apps.get(Number(stage.appId))!;
const deployChanged = (settings: Parameters<App["change"]>[0]) => {
  app().change(settings);
  app().deploy(PEOPLE.admin);
};
const allOf = async (type: string) =>
  (
    await stage.witness.record.getRecords({
      app: stage.appId,
      query: `record_type in ("${type}") order by $id desc`,
    })
  ).records;
const targetId = async () => String((await allOf("target"))[0]!.$id?.value);
const newestChange = async () => String((await allOf("change"))[0]?.change_what?.value ?? "").split("\n");
const pathOf = (part: string) => `/k/${stage.appId}/${part}`;

/** On kintone's own page of the target. */
async function narrow(): Promise<void> {
  page = await stage.open(PEOPLE.admin, pathOf(`show#record=${await targetId()}&mode=edit`));
  await page.getByLabel("絞り込み条件", { exact: true }).first().fill(NARROWED);
  await page.getByRole("button", { name: "保存", exact: true }).click();
}

describe("a target that is changed on kintone's own pages", () => {
  it("is recorded when it is edited, with both values", async () => {
    await narrow();
    await expect
      .poll(newestChange)
      .toEqual([`対象を変更しました: 顧客（アプリID ${APP_IDS.customers}）`, `絞り込み条件: （なし） → ${NARROWED}`]);
    const [change] = await allOf("change");
    expect(change).toMatchObject({ change_by_code: { value: PEOPLE.admin }, change_settings_version: { value: "" } });
  });

  it("is recorded when it is edited in the list, and when it is deleted there", async () => {
    const { id } = Object.values(app().live!.views).find(({ name }) => name === "対象アプリ")!;
    page = await stage.open(PEOPLE.admin, pathOf(`?view=${id}`));
    const row = page.locator(".lk-record-table tbody tr").first();
    await row.locator(".lk-row-edit").click();
    await row.getByLabel("絞り込み条件").fill("rank = 1");
    await row.locator(".lk-row-save").click();
    await expect.poll(async () => (await newestChange())[1]).toBe("絞り込み条件: （なし） → rank = 1");

    await page.locator(".lk-row-remove").click();
    await page.getByRole("button", { name: "削除する" }).click();
    await expect.poll(async () => (await newestChange())[0]).toMatch(/^対象を削除する操作をしました: 顧客/);
    await expect.poll(async () => (await allOf("target")).length).toBe(0);
  });

  it("is recorded when it is added", async () => {
    page = await stage.open(PEOPLE.admin, pathOf("edit"));
    await page.getByLabel("対象アプリのID", { exact: true }).fill(APP_IDS.drawings);
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect.poll(newestChange).toContain(`対象を追加しました: アプリID ${APP_IDS.drawings}`);
  });

  it("is saved also when nothing can be recorded, and that is said", async () => {
    const { appAcl } = app().preview;
    const before = await allOf("change");
    deployChanged({ appAcl: appAcl.map((right) => ({ ...right, recordAddable: false })) });
    try {
      await narrow();
      await dialogOf(page).waitFor();
      await photograph(page, "target-unrecorded");
      expect(await dialogOf(page).innerText()).toMatch(
        /対象の変更を記録できませんでした[^]*保存されています[^]*CB_NO02/,
      );
      await dialogOf(page).getByRole("button", { name: "OK" }).click();
      await page.waitForURL(/#record=\d+$/);
    } finally {
      deployChanged({ appAcl });
    }
    expect((await allOf("target"))[0]?.target_query?.value).toBe(NARROWED);
    expect(await allOf("change")).toEqual(before);
  });
});

describe("a backup that was narrowed", () => {
  it("says so where it is told, is pointed out to auditors, and cannot be made to look whole", async () => {
    page = await stage.openList(PEOPLE.operator);
    await runToItsEnd(page);
    expect(await dialogOf(page).innerText()).not.toContain("対象を限定");
    await closeDialog(page);
    await page.context().close();

    await narrow();
    await expect.poll(async () => (await newestChange()).length).toBe(2);
    await page.context().close();

    page = await stage.openList(PEOPLE.operator);
    await runToItsEnd(page);
    await photograph(page, "narrowed-run");
    expect(await dialogOf(page).innerText()).toContain(`対象を限定: 条件「${NARROWED}」`);
    await closeDialog(page);
    const run = await lastRun(stage);
    expect(run.field("run_status")).toBe("success");
    expect(run.results).toMatchObject([
      {
        records: "0",
        query: NARROWED,
        include: "records, attachments, comments, settings, administration",
        excluded_fields: "",
      },
    ]);
    expect(run.log).toContain(`対象を限定: 条件「${NARROWED}」`);

    await page.getByRole("button", { name: "履歴の概要" }).click();
    const overview = page.locator(".kbm-overview");
    await overview.locator("section").first().waitFor();
    expect(await overview.locator(".kbm-anomalies").innerText()).toMatch(
      /顧客.*バックアップの範囲が、.*変わりました。変更前は「限定なし」、変更後は「対象を限定: 条件「\$id > 999999」」/,
    );
    await overview.locator(".kbm-limits").first().scrollIntoViewIfNeeded();
    await photograph(page, "narrowed-overview");

    const { record } = await stage.witness.record.getRecord({ app: stage.appId, id: run.recordId });
    const rows = record.run_results!.value as Array<{ id: string; value: Record<string, { value: unknown }> }>;
    rows[0]!.value.result_query!.value = "";
    await stage.witness.record.updateRecord({
      ...{ app: stage.appId, id: run.recordId },
      record: { run_results: { value: rows } },
    });
    await page.getByRole("button", { name: "履歴を検査" }).click();
    await expect.poll(() => dialogOf(page).innerText()).toContain(run.field("run_id"));
    expect(await dialogOf(page).innerText()).toContain("記録された後に");
  });
});
