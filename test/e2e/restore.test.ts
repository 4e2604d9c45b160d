import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "./accessibility";
import { backedUp, CUSTOMERS as customers, openedRestoring } from "./restoring";
import { type Stage, dialogOf, downloadsOf, photograph, setStage, showFiles } from "./stage";

let stage: Stage;
let folder: string;
/** The zip of a backup of the app. */
let zip: string;
/** How many records the app has. */
let whole: number;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-restore-"));
  stage = await setStage();
  whole = await count();
  zip = await backedUp(stage, folder);
});
afterEach(() => page?.context().close());
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const button = (name: string) => dialogOf(page).getByRole("button", { name, exact: true });

/** From the list to the comparison. */
async function compared(file: string): Promise<Locator> {
  page = await stage.openList("sato");
  const dialog = await openedRestoring(page);
  await showFiles(dialog, file);
  await button("比較する").click();
  await button("復元に進む").waitFor();
  return dialog;
}

async function photographed(name: string): Promise<void> {
  await photograph(page, name);
  await expectAccessible(page, ".kbm-restore");
}

/** Says why, and goes on until it is done. */
async function restored(dialog: Locator, reason: string): Promise<void> {
  await dialog.getByLabel("理由（必須、履歴に記録されます）").fill(reason);
  await button("確認に進む").click();
  await button("復元を開始する").click();
  await dialog.getByText("復元する前の状態に戻すには").waitFor({ timeout: 60_000 });
}

const count = async () =>
  Number((await stage.witness.record.getRecords({ ...customers, totalCount: true })).totalCount);
const customer = async (query: string) => (await stage.witness.record.getRecords({ ...customers, query })).records;

describe("an operator", () => {
  it("who deleted the wrong record puts it back, with a way back", async () => {
    const [before] = await customer('顧客コード = "C00007"');
    await stage.witness.record.deleteRecords({ ...customers, ids: [String(before!.$id!.value)] });
    const dialog = await compared(zip);
    await dialog.getByRole("checkbox", { name: "レコード（ID 7）を選ぶ" }).check();
    await photographed("restore-ticked");
    await button("復元に進む").click();
    await dialog.getByText("アプリにないレコードを追加する（1件、リクエスト1回以上）").waitFor();
    await photographed("restore-choices");
    await dialog.getByLabel("理由（必須、履歴に記録されます）").fill("間違えて削除した");
    await button("確認に進む").click();
    await button("復元を開始する").waitFor();
    await photographed("restore-checked");
    const downloads = downloadsOf(page);
    await button("復元を開始する").click();
    await dialog.getByText("復元する前の状態に戻すには").waitFor({ timeout: 60_000 });
    await photographed("restore-done");

    const [after] = await customer('顧客コード = "C00007"');
    expect(after!.顧客名!.value).toBe(before!.顧客名!.value);
    expect(after!.作成者).toEqual(before!.作成者);
    await expect.poll(() => downloads.map((download) => download.suggestedFilename())).toHaveLength(1);
    expect(downloads[0]!.suggestedFilename()).toContain("before-restore");
    const { records } = await stage.witness.record.getRecords({
      ...{ app: stage.appId, query: 'record_type in ("restore")' },
    });
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ restore_reason: { value: "間違えて削除した" } });
  });

  it("has records back once, and told so, where the browser sends them a second time by itself", async () => {
    const some = await customer("order by $id asc limit 2");
    await stage.witness.record.deleteRecords({ ...customers, ids: some.map(({ $id }) => String($id!.value)) });
    const dialog = await compared(zip);
    await button("復元に進む").click();
    await dialog.getByRole("checkbox", { name: /^アプリにないレコードを追加する（2件/ }).check();
    const { faults } = stage.emulator.domain;
    faults.add({ when: { method: "POST", path: "records.json", nth: 1 }, do: { kind: "drop", after: true } });
    await restored(dialog, "接続が切れた");
    faults.clear();
    expect(await count()).toBe(whole);
    const query = 'record_type in ("restore") order by $id desc limit 1';
    const [record] = (await stage.witness.record.getRecords({ app: stage.appId, query })).records;
    expect(record).toMatchObject({ restore_verdict: { value: "as-planned" }, restore_added: { value: "2" } });
  });

  it("undoes a wrong bulk change of one field, and leaves the others as they are", async () => {
    const some = await customer("order by $id asc limit 20");
    await stage.witness.record.updateRecords({
      ...customers,
      records: some.map(({ $id }) => ({
        id: String($id!.value),
        record: { フリガナ: { value: "マチガイ" }, 住所: { value: "新しい住所" } },
      })),
    });
    const dialog = await compared(zip);
    await button("復元に進む").click();
    await dialog.getByRole("checkbox", { name: /^違いのあるレコードをアーカイブの値に戻す/ }).check();
    await dialog.getByText("戻すフィールド（2個中2個）").click();
    await dialog.getByRole("checkbox", { name: /^住所/ }).uncheck();
    await restored(dialog, "一括更新の間違い");
    const now = await customer("order by $id asc limit 20");
    expect(now.map(({ フリガナ }) => フリガナ!.value)).toEqual(some.map(({ フリガナ }) => フリガナ!.value));
    expect(new Set(now.map(({ 住所 }) => 住所!.value))).toEqual(new Set(["新しい住所"]));
  });

  it("restores of some records only what meets a condition, and is told where it cannot be answered", async () => {
    const two = await customer('顧客コード in ("C00031", "C00032") order by $id asc');
    const ids = two.map(({ $id }) => String($id!.value));
    await stage.witness.record.deleteRecords({ ...customers, ids });
    const dialog = await compared(zip);
    await button("復元に進む").click();
    await dialog.getByRole("checkbox", { name: /^アプリにないレコードを追加する/ }).check();
    await dialog.getByText("対象レコードを絞り込む").click();
    const condition = dialog.getByLabel(/^次の条件に合うレコードだけ/);
    await condition.fill('ない項目 = "C00032"');
    await condition.blur();
    await dialog.getByRole("alert").getByText("ない項目").waitFor();
    await photographed("restore-condition");
    await condition.fill('顧客コード = "C00032"');
    await condition.blur();
    await dialog.getByRole("checkbox", { name: "バックアップの後に削除されたレコードだけ" }).check();
    const add = dialog.getByText("アプリにないレコードを追加する（1件、リクエスト1回以上）");
    await add.waitFor();
    await dialog.getByText("アーカイブのレコードのうち、1件が対象です。").waitFor();
    const until = dialog.getByLabel("アーカイブの更新日時が、この日時より前（このパソコンのタイムゾーン）");
    await until.fill("2001-01-01T00:00");
    await until.blur();
    await dialog.getByText("アプリにないレコードを追加する（0件、リクエスト0回以上）").waitFor();
    await until.fill("");
    await until.blur();
    await add.waitFor();
    await restored(dialog, "1件だけ戻す");
    const back = await customer('顧客コード in ("C00031", "C00032")');
    expect(back.map(({ 顧客コード }) => 顧客コード!.value)).toEqual(["C00032"]);
  });

  it("who looked for some records is asked whether those are meant, and can tick all that were found", async () => {
    const some = await customer('顧客コード in ("C00051", "C00052", "C00053") order by $id asc');
    await stage.witness.record.updateRecords({
      ...customers,
      records: some.map(({ $id }, at) => ({
        id: String($id!.value),
        record: { フリガナ: { value: at === 0 ? "ベツジン" : "マチガイ" } },
      })),
    });
    const dialog = await compared(zip);
    await dialog.getByText(/^何も選択しない場合は、違いのあるすべてのレコード（\d+件）が/).waitFor();
    await dialog.getByRole("searchbox").fill("マチガイ");
    await dialog.getByRole("button", { name: "見つかった2件をすべて選択" }).waitFor();
    await photographed("restore-narrowed");
    await button("復元に進む").click();
    await dialog.getByText("対象のレコードを選んでください。").waitFor();
    expect(await button("確認に進む").isDisabled()).toBe(true);
    await dialog.getByRole("radio", { name: "検索で見つかった2件だけ" }).check();
    await dialog.getByText("違いのあるレコードをアーカイブの値に戻す（2件、リクエスト1回以上）").waitFor();

    // What was looked for stands there still, and is ticked now.
    await button("比較結果に戻る").click();
    expect(await dialog.getByRole("searchbox").inputValue()).toBe("マチガイ");
    await dialog.getByText(/件中2件を選択中$/).waitFor();
    await button("選択を解除").click();
    await dialog.getByRole("searchbox").fill("ベツジン");
    await dialog.getByRole("button", { name: "見つかった1件をすべて選択" }).click();
    await dialog.getByText(/件中1件を選択中$/).waitFor();
    await button("復元に進む").click();
    await dialog.getByRole("radio", { name: "選択した1件" }).waitFor();
    await dialog.getByRole("checkbox", { name: /^違いのあるレコードをアーカイブの値に戻す（1件/ }).check();
    await restored(dialog, "1件だけ戻す");
    const now = await customer('顧客コード in ("C00051", "C00052", "C00053") order by $id asc');
    expect(now.map(({ フリガナ }) => フリガナ!.value)).toEqual([some[0]!.フリガナ!.value, "マチガイ", "マチガイ"]);
  });

  it("puts records into another app with the same fields, known by a field of theirs, and is told both names", async () => {
    const { domain } = stage.emulator;
    const { properties } = domain.apps.get(Number(customers.app))!.live!;
    const other = domain.addApp({ name: "顧客（検証用）", creator: "admin", properties: structuredClone(properties) });
    const twin = { app: String(other.id) };
    const [known] = await customer('顧客コード = "C00021"');
    const { 顧客コード, 顧客名, 郵便番号 } = known!;
    const record = { 顧客コード: 顧客コード!, 顧客名: 顧客名!, 郵便番号: 郵便番号!, フリガナ: { value: "マチガイ" } };
    await stage.witness.record.addRecord({ ...twin, record: record as never });
    const before = await count();

    page = await stage.openList("admin");
    const dialog = await openedRestoring(page);
    await showFiles(dialog, zip);
    await dialog.getByRole("checkbox", { name: /^別のアプリと比較して復元する/ }).check();
    expect(await button("比較する").isDisabled()).toBe(true);
    await dialog.getByLabel(/^アプリ名（一部でも可）/).fill("検証用");
    await button("アプリを検索").click();
    await dialog.getByLabel("復元先のアプリ").selectOption({ value: twin.app });
    await dialog.getByLabel("同じレコードを見分けるフィールド").waitFor();
    await photographed("restore-elsewhere");
    await button("比較する").click();
    await dialog.getByText(`アプリ「顧客」（アプリID ${customers.app}）からアプリ「顧客（検証用）」`).waitFor();
    await dialog.getByRole("searchbox").fill("マチガイ");
    await dialog.getByRole("button", { name: "見つかった1件をすべて選択" }).click();
    await dialog.getByText(/件中1件を選択中$/).waitFor();
    await button("復元に進む").click();
    await dialog.getByText("別のアプリのアーカイブのため、").waitFor();
    await dialog.getByLabel("理由（必須、履歴に記録されます）").fill("検証用に写す");
    await button("確認に進む").click();
    await button("もう一度確認する").or(button("復元を開始する")).waitFor();
    await dialog.getByText("アプリ「顧客（検証用）」").first().waitFor();
    for (const each of await dialog.getByRole("button", { name: "この件数のまま進める" }).all()) await each.click();
    if (await button("もう一度確認する").count()) await button("もう一度確認する").click();
    await button("復元を開始する").click();
    await dialog.getByText("復元する前の状態に戻すには").waitFor({ timeout: 60_000 });
    const { records } = await stage.witness.record.getRecords(twin);
    expect(records.map(({ フリガナ }) => フリガナ!.value)).toEqual([known!.フリガナ!.value]);
    expect(await count()).toBe(before);
  });

  it("finds what was decided before when the choices were changed", async () => {
    await stage.witness.record.deleteRecords({ ...customers, ids: ["9"] });
    const { id } = await stage.witness.record.addRecord({
      ...customers,
      record: { 顧客コード: { value: "X9" }, 顧客名: { value: "余分な会社" }, 郵便番号: { value: "1000001" } },
    });
    const dialog = await compared(zip);
    await button("復元に進む").click();
    await dialog.getByRole("checkbox", { name: /^アーカイブにないレコードを削除する/ }).check();
    await dialog.getByRole("checkbox", { name: /^バックアップの後に追加されたレコードも削除する/ }).check();
    await dialog.getByLabel("理由（必須、履歴に記録されます）").fill("余分なレコードを消す");
    await button("確認に進む").click();
    await dialog.getByLabel("アプリ名「顧客」を入力してください").fill("顧客");
    await dialog.getByLabel("削除する件数を入力してください").fill("1");
    await button("削除を確定する").click();
    await dialog.getByText("決定: 削除を確定する").waitFor();
    await photographed("restore-decided");
    await button("復元の内容に戻る").click();
    await dialog.getByRole("checkbox", { name: /^アプリにないレコードを追加する/ }).check();
    await button("確認に進む").click();
    await dialog.getByText("決定: 削除を確定する").waitFor();
    await button("もう一度確認する").click();
    await button("復元を開始する").waitFor();
    await button("復元を開始する").click();
    await dialog.getByText("復元する前の状態に戻すには").waitFor({ timeout: 60_000 });
    expect(await customer(`$id = "${id}"`)).toEqual([]);
    expect(await customer('顧客コード = "C00009"')).toHaveLength(1);
  });

  it("whose tab was closed in the middle goes on at the next visit, and nothing is there twice", async () => {
    const gone = await customer("order by $id asc limit 5");
    await stage.witness.record.deleteRecords({ ...customers, ids: gone.map(({ $id }) => String($id!.value)) });
    const dialog = await compared(zip);
    await button("復元に進む").click();
    await dialog.getByRole("checkbox", { name: /^アプリにないレコードを追加する/ }).check();
    await dialog.getByLabel("理由（必須、履歴に記録されます）").fill("タブを閉じた");
    await button("確認に進む").click();
    await button("復元を開始する").waitFor();
    // kintone adds the records, and its answer never arrives.
    const { faults } = stage.emulator.domain;
    faults.add({ when: { method: "POST", path: "records.json", nth: 1 }, do: { kind: "silent", bytes: 0 } });
    await button("復元を開始する").click();
    await expect.poll(count, { timeout: 60_000 }).toBe(whole);
    const context = page.context();
    await page.close();
    faults.clear();
    page = await context.newPage();
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
    const notice = page.locator("#kbm-broken-restore");
    await notice.waitFor();
    await expectAccessible(page, "#kbm-broken-restore");
    await photograph(page, "restore-broken-off");
    await notice.getByRole("button", { name: "続きから再開" }).click();
    await showFiles(dialogOf(page), zip);
    await dialogOf(page).getByText("復元する前の状態に戻すには").waitFor({ timeout: 60_000 });
    expect(await count()).toBe(whole);
  });
});
