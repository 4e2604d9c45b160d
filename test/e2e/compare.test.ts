import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openListWhere } from "./another-browser";
import { expectAccessible } from "./accessibility";
import { lastRun } from "./history";
import { backedUp, CUSTOMERS as customers, openedRestoring } from "./restoring";
import { type Stage, photograph, setStage, showFiles } from "./stage";

let stage: Stage;
let folder: string;
/** The zip of a backup of the app. */
let zip: string;
let run: { recordId: string; runId: string; digest: string };
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-compare-"));
  stage = await setStage();
  zip = await backedUp(stage, folder);
  const told = await lastRun(stage);
  run = { recordId: told.recordId, runId: told.field("run_id"), digest: told.field("run_archive_digest") };
});
afterEach(() => page?.context().close());
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

async function opened(): Promise<Locator> {
  page = await stage.openList("sato");
  return openedRestoring(page);
}

async function photographed(name: string): Promise<void> {
  await photograph(page, name);
  await page.setViewportSize({ width: 480, height: 900 });
  await photograph(page, `${name}-narrow`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Chooses files, and waits for what comes of it. */
async function chosen(dialog: Locator, file: string): Promise<void> {
  await showFiles(dialog, file);
  await dialog.locator(".kbm-notice").first().waitFor();
}

const rowsOf = (dialog: Locator) => dialog.locator("tbody tr").allInnerTexts();

describe("somebody who compares the zip of a backup with the app", () => {
  it("sees which record is missing, and what of another was changed, with both values", async () => {
    await stage.witness.record.deleteRecords({ ...customers, ids: ["1"] });
    await stage.witness.record.updateRecord({ ...customers, id: "2", record: { 顧客名: { value: "別の会社" } } });
    await stage.witness.record.addRecord({
      ...customers,
      record: { 顧客コード: { value: "X1" }, 顧客名: { value: "新しい会社" }, 郵便番号: { value: "1000001" } },
    });
    const dialog = await opened();
    await photographed("restore-zips");
    await expectAccessible(page, ".kbm-restore");
    await chosen(dialog, zip);
    expect(await dialog.innerText()).toContain(`アーカイブに問題はありません`);
    await photographed("restore-apps");
    await expectAccessible(page, ".kbm-restore");
    await dialog.getByRole("button", { name: "比較する" }).click();
    await dialog.getByText("kintoneとアーカイブに違いがあります。").waitFor();
    await dialog.locator("tbody tr").first().waitFor();
    const [first, ...others] = await rowsOf(dialog);
    expect(first).toMatch(/^レコード（ID 1）\s+アプリにない\s+顧客コード\s+「C00001」\s+アプリにありません$/);
    expect(others.join()).toMatch(/レコード（ID 2）[^]*違いあり\s+顧客名\s+「.*」\s+「別の会社」/);
    await photographed("restore-compared");
    await expectAccessible(page, ".kbm-restore");

    // An auditor leaves it in the history.
    await dialog.getByText("この比較を履歴に記録する").click();
    await dialog.getByLabel("理由（省略できます）").fill("四半期の監査");
    await dialog.getByRole("button", { name: "比較して記録" }).click();
    await dialog.getByRole("link", { name: /^記録しました/ }).waitFor();
    await expectAccessible(page, ".kbm-restore");
    const query = 'record_type in ("restore") and restore_kind in ("comparison")';
    const { records } = await stage.witness.record.getRecords({ app: stage.appId, query });
    expect(records).toMatchObject([
      {
        ...{ restore_reason: { value: "四半期の監査" }, restore_verdict: { value: "differs" } },
        ...{
          restore_planned_add: { value: "1" },
          run_operator_code: { value: "sato" },
          run_trigger: { value: "button" },
        },
      },
    ]);
    const [attached] = records[0]!.restore_report!.value as Array<{ fileKey: string }>;
    const lines = new TextDecoder().decode(await stage.witness.file.downloadFile(attached!));
    expect(lines).toMatch(/"kind":"differs".*別の会社/);

    // Typed, it is looked for at once, in every value that is shown.
    await dialog.getByRole("searchbox").fill("別の");
    await dialog.getByText("1件中 1～1件を表示").waitFor();
    expect((await rowsOf(dialog)).join()).not.toContain("ID 1");
    await dialog.getByRole("searchbox").fill("");
    await dialog.getByRole("combobox").selectOption({ label: "アーカイブより新しい (1)" });
    await expect.poll(() => rowsOf(dialog)).toHaveLength(1);
    expect(await dialog.locator("tbody a").getAttribute("href")).toMatch(/^\/k\/15\/show#record=\d+$/);
    await dialog.getByRole("button", { name: "閉じる" }).click();
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    // The browser tells a moment later that the Worker is gone.
    await expect.poll(() => page.workers().length).toBe(0);
  });

  it("is told why nothing can be restored, where the browser keeps no journal, and compares all the same", async () => {
    page = await stage.open("sato", "/k/");
    await openListWhere(
      stage,
      page,
      'navigator.storage.getDirectory = () => Promise.reject(new DOMException("no", "SecurityError"))',
    );
    const dialog = await openedRestoring(page);
    await chosen(dialog, zip);
    await dialog.getByRole("button", { name: "比較する" }).click();
    await dialog.getByText("比較はできますが、復元はできません。").waitFor();
    await dialog.locator("tbody tr").first().waitFor();
    expect(await dialog.getByRole("button", { name: "復元に進む" }).count()).toBe(0);
    await expectAccessible(page, ".kbm-restore");
  });

  it("is told that a zip is damaged, and compares nothing", async () => {
    const bytes = await readFile(zip);
    bytes[bytes.length >> 1]! ^= 1;
    const damaged = path.join(folder, "damaged.zip");
    await writeFile(damaged, bytes);
    const dialog = await opened();
    await chosen(dialog, damaged);
    expect(await dialog.innerText()).toMatch(/このアーカイブには問題があるため、使用できません。[^]*見つかった問題/);
    expect(await dialog.getByRole("button", { name: "比較する" }).count()).toBe(0);
    await expectAccessible(page, ".kbm-restore");
    await photographed("restore-damaged");
  });

  it("on a run's record is asked for that run's zips, and told when they are of another", async () => {
    page = await stage.openList("sato");
    const other = await stage.witness.record.addRecord({
      app: stage.appId,
      record: {
        record_type: { value: "run" },
        target_enabled: { value: [] },
        run_id: { value: "20260101T000000Z-abcdef" },
        run_status: { value: "success" },
        run_archive_digest: { value: "0".repeat(64) },
      },
    });
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/show#record=${other.id}`);
    await page.reload();
    const dialog = await openedRestoring(page);
    expect(await dialog.innerText()).toContain("20260101T000000Z-abcdef");
    await chosen(dialog, zip);
    expect(await dialog.innerText()).toContain(`ほかの実行（実行ID ${run.runId}）のものです。`);
  });

  it("is asked whether to go on with an archive that the history does not know, or that is another there", async () => {
    const alter = (record: Record<string, { value: string }>) =>
      stage.witness.record.updateRecord({ app: stage.appId, id: run.recordId, record });
    await alter({ run_archive_digest: { value: "0".repeat(64) } });
    let dialog = await opened();
    await chosen(dialog, zip);
    expect(await dialog.innerText()).toContain("履歴の内容と一致しません。");
    await expectAccessible(page, ".kbm-restore");
    await photographed("restore-doubt");
    await page.context().close();
    await alter({ run_archive_digest: { value: run.digest }, run_id: { value: "another" } });
    dialog = await opened();
    await chosen(dialog, zip);
    expect(await dialog.innerText()).toContain("履歴に見つかりません。");
    await dialog.getByRole("button", { name: "このアーカイブで続ける" }).click();
    await dialog.getByRole("button", { name: "比較する" }).waitFor();
    await alter({ run_id: { value: run.runId } });
  });

  it("can cancel, and is told when the app is gone", async () => {
    const dialog = await opened();
    await chosen(dialog, zip);
    const { faults } = stage.emulator.domain;
    faults.add({ when: { method: "GET", path: "records.json" }, do: { kind: "latency", milliseconds: 60_000 } });
    await dialog.getByRole("button", { name: "比較する" }).click();
    await dialog.getByRole("button", { name: "キャンセル" }).click();
    await dialog.getByText("比較をキャンセルしました。").waitFor();
    faults.clear();
    stage.emulator.domain.apps.delete(Number(customers.app));
    await dialog.getByRole("button", { name: "比較する" }).click();
    await dialog.getByText("削除から14日未満であれば").waitFor();
    await expectAccessible(page, ".kbm-restore");
  });
});
