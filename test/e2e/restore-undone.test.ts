import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "./accessibility";
import {
  backedUp,
  carriedOut,
  checked,
  compared,
  CUSTOMERS,
  deletionsConfirmed,
  kept,
  openedRestoring,
} from "./restoring";
import { type Stage, dialogOf, downloadsOf, photograph, setStage, showFiles } from "./stage";

let stage: Stage;
let folder: string;
let zip: string;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-undo-"));
  stage = await setStage();
  zip = await backedUp(stage, folder);
});
afterEach(() => page?.context().close());
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

/** All records by their customer codes, as people see them. */
async function customers(): Promise<Map<string, string>> {
  const records = await stage.witness.record.getAllRecords(CUSTOMERS);
  return new Map(records.map(({ 顧客コード, 顧客名 }) => [String(顧客コード!.value), String(顧客名!.value)]));
}

/** A new one that somebody adds meanwhile. */
const add = (code: string) =>
  stage.witness.record.addRecord({
    ...CUSTOMERS,
    record: { 顧客コード: { value: code }, 顧客名: { value: "新しい会社" }, 郵便番号: { value: "1000001" } },
  });

/** Changes, deletes and adds, and goes on to the choices of a restore. */
async function restoring(gone: string[], changed: string): Promise<Locator> {
  await stage.witness.record.deleteRecords({ ...CUSTOMERS, ids: gone });
  await stage.witness.record.updateRecord({ ...CUSTOMERS, id: changed, record: { 顧客名: { value: "別の会社" } } });
  page = await stage.openList("sato");
  const dialog = await openedRestoring(page);
  await compared(dialog, zip);
  await dialog.getByRole("button", { name: "復元に進む", exact: true }).click();
  return dialog;
}

describe("a restore is undone", () => {
  it("by one press: what was added is deleted, what was deleted is added, what was changed is as it was; others stay", async () => {
    await add("X1");
    const dialog = await restoring(["5", "6"], "7");
    const before = await customers();
    for (const mode of [
      /^アプリにないレコードを追加する/,
      /^違いのあるレコード/,
      /^アーカイブにないレコードを削除する/,
    ]) {
      await dialog.getByRole("checkbox", { name: mode }).check();
    }
    await dialog.getByRole("checkbox", { name: /^バックアップの後に追加されたレコードも削除する/ }).check();
    await checked(dialog, "試し");
    await deletionsConfirmed(dialog, "顧客", 1);
    await dialog.getByRole("button", { name: "もう一度確認する" }).click();
    await carriedOut(dialog);
    expect(await customers()).not.toEqual(before);
    await add("X2");
    await photograph(page, "restore-undo-offered");

    await dialog.getByRole("button", { name: "この復元を元に戻す" }).click();
    await dialog.getByText("復元の内容").waitFor();
    await photograph(page, "restore-undo");
    await expectAccessible(page, ".kbm-restore");
    expect(await dialog.getByLabel("理由（必須、履歴に記録されます）").inputValue()).toMatch(/^復元 .* を元に戻す$/);
    await checked(dialog);
    await deletionsConfirmed(dialog, "顧客", 2);
    await dialog.getByRole("button", { name: "もう一度確認する" }).click();
    await carriedOut(dialog);
    expect(await customers()).toEqual(new Map([...before, ["X2", "新しい会社"]]));
  });

  it("later, from its record in the history, with the zip that was downloaded then; any other is refused", async () => {
    const dialog = await restoring(["8"], "9");
    const before = await customers();
    for (const mode of [/^アプリにないレコードを追加する/, /^違いのあるレコード/]) {
      await dialog.getByRole("checkbox", { name: mode }).check();
    }
    await checked(dialog, "後で元に戻す");
    const downloads = downloadsOf(page);
    await carriedOut(dialog);
    expect(await customers()).not.toEqual(before);
    await expect.poll(() => downloads).toHaveLength(1);
    const safety = await kept(downloads[0]!, folder);
    const query = 'record_type in ("restore") order by $id desc limit 1';
    const [restore] = (await stage.witness.record.getRecords({ app: stage.appId, query })).records;
    await page.context().close();

    page = await stage.open("sato", `/k/${stage.appId}/show#record=${String(restore!.$id!.value)}`);
    await page.getByRole("button", { name: "この復元を元に戻す" }).click();
    const undoing = dialogOf(page);
    await undoing.getByText(String(restore!.restore_safety_run_id!.value)).waitFor();
    await photograph(page, "restore-undo-later");
    await expectAccessible(page, ".kbm-restore");
    await showFiles(undoing, zip);
    await undoing.getByText("ほかの実行").waitFor();
    await showFiles(undoing, safety);
    await checked(undoing);
    // Those that the test before left deleted are among them.
    await deletionsConfirmed(undoing, "顧客", 3);
    await undoing.getByRole("button", { name: "もう一度確認する" }).click();
    await carriedOut(undoing);
    expect(await customers()).toEqual(before);
  });
});
