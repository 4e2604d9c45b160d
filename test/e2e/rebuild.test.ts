import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { CUSTOMERS, PROJECTS } from "../restore/apps/linked-apps";
import { expectAccessible } from "./accessibility";
import { allPlanned, begin, linkedAppsBackedUp, LINKED, openedRebuilding, ORDERS, rebuilt } from "./rebuilding";
import { closeButton, dialogOf, photograph, setStage, showFiles, type Stage } from "./stage";

let stage: Stage;
let folder: string;
let zip: string;
let before: ReadonlySet<number>;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-rebuild-"));
  stage = await setStage();
  zip = await linkedAppsBackedUp(stage, folder);
  before = new Set(stage.emulator.domain.apps.keys());
});
afterEach(async () => {
  const { faults, apps, people } = stage.emulator.domain;
  faults.clear();
  for (const id of apps.keys()) if (!before.has(id)) apps.delete(id);
  Object.assign(people.users.get("sato")!, { isBarredFromCreatingApps: false, isInactive: false });
  await page.context().close();
});
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const newApps = () => [...stage.emulator.domain.apps.values()].filter(({ id }) => !before.has(id));
const newIdOf = (name: string) => newApps().find(({ settings }) => settings.general.name === name)!.id;
const notice = () => page.locator("#kbm-broken-rebuild");

/** Of each app of the archive, the one that was made of it. */
function newIds(suffix: string): Map<number, number> {
  const names = new Map<number, string>([
    [CUSTOMERS, "得意先"],
    [PROJECTS, "案件"],
    [ORDERS, "受注"],
  ]);
  return new Map(LINKED.map((id) => [id, newIdOf(`${names.get(id)}${suffix}`)]));
}

/** As the official client reads it, with the new apps' ids where the old ones were. Codes of apps are for people to set. */
async function formOf(app: number, ids: ReadonlyMap<number, number>): Promise<unknown> {
  const { properties } = await stage.witness.app.getFormFields({ app });
  return JSON.parse(
    JSON.stringify(properties).replace(
      /"app":"(\d+)","code":"[^"]*"/gu,
      (_, id: string) => `"app":"${ids.get(Number(id)) ?? id}"`,
    ),
  );
}

/** Without what kintone gives each record itself. */
async function recordsOf(app: number): Promise<unknown[]> {
  const { records } = await stage.witness.record.getRecords({ app });
  const OWN = new Set([
    "RECORD_NUMBER",
    "__ID__",
    "__REVISION__",
    "CREATOR",
    "CREATED_TIME",
    "MODIFIER",
    "UPDATED_TIME",
  ]);
  return records.map((record) =>
    Object.fromEntries(
      Object.entries(record)
        .filter(([, { type }]) => !OWN.has(type))
        .map(([code, { value }]) => [code, JSON.stringify(value).replace(/"id":"\d+",?/gu, "")]),
    ),
  );
}

async function expectSameApps(ids: ReadonlyMap<number, number>): Promise<void> {
  for (const [old, now] of ids) {
    expect(await formOf(now, new Map()), `form of ${old}`).toEqual(await formOf(old, ids));
    expect(await recordsOf(now), `records of ${old}`).toEqual(await recordsOf(old));
  }
}

/** The result as a file, and the restores of the records in the history: of each app, and of the keys that had to wait. */
async function expectSavedAndRecorded(): Promise<void> {
  const download = page.waitForEvent("download");
  await dialogOf(page).getByRole("button", { name: "結果を保存（JSON Lines）" }).click();
  const lines = (await readFile((await (await download).path())!, "utf8")).trim().split("\n");
  const kinds = lines.map((line) => (JSON.parse(line) as { kind: string }).kind);
  expect(kinds.filter((kind) => kind === "app")).toHaveLength(3);
  expect(kinds).toContain("old-id");

  const { records } = await stage.witness.record.getRecords({
    app: stage.appId,
    query: 'record_type in ("restore") order by $id asc',
  });
  const told = records.map((record) => [record.run_status?.value, record.restore_verdict?.value]);
  expect(told).toHaveLength(4);
  expect(new Set(told.map(String))).toEqual(new Set(["success,as-planned"]));
}

it("makes three apps that look each other up anew, with their records, and tells what is left to do", async () => {
  page = await stage.openList("admin");
  const dialog = await openedRebuilding(page, zip);
  await dialog.getByRole("checkbox", { name: /「受注」/ }).check();
  // Orders look up projects, and these customers.
  for (const name of ["案件", "得意先"]) {
    await dialog.getByText(new RegExp(`次のアプリを参照しています：.*「${name}」`)).waitFor();
    await dialog.getByRole("button", { name: "これらも選択する" }).click();
  }
  await dialog.getByRole("checkbox", { name: /^ステータスと作業者を戻す/ }).check();
  await dialog.getByRole("checkbox", { name: /^コメントを書き込む/ }).check();
  await dialog.getByLabel(/^アプリ名の末尾/).fill("（新）");
  await dialog.getByLabel(/^理由（必須/).fill("アプリが削除されたため");
  await photograph(page, "rebuild-choices");
  await dialog.getByRole("button", { name: "作成内容を確認する" }).click();
  await dialog.getByText("次のアプリを作成します。まだ何も作成していません。").waitFor({ timeout: 60_000 });
  expect(newApps()).toEqual([]);
  expect(await dialog.innerText()).toMatch(
    /17段階で作成します。APIリクエストは約\d+回です。.*「受注」.*→「受注（新）」/s,
  );
  expect(await dialog.getByRole("button", { name: "3個のアプリを作成する" }).isEnabled()).toBe(false);
  await dialog.getByLabel(/^最大1件の通知/).fill("1");
  await photograph(page, "rebuild-planned");
  const foreseen = Number(/APIリクエストは約(\d+)回/.exec(await dialog.innerText())?.[1]);
  let requests = 0;
  page.context().on("request", (request) => (requests += request.url().includes("/k/v1/") ? 1 : 0));
  await begin(dialog, 3);
  await rebuilt(dialog);
  expect(requests).toBeLessThan(2 * foreseen);
  expect(requests).toBeGreaterThan(foreseen / 2);
  await photograph(page, "rebuild-made");
  await expectSameApps(newIds("（新）"));
  expect(await dialog.innerText()).toMatch(/アプリコード「PJ」を設定してください.*2-案件\.js:2：アプリID 101/s);
  const orders = newIds("（新）").get(ORDERS)!;
  const link = dialog.getByRole("link", { name: "「受注（新）」を開く" });
  expect(await link.getAttribute("href")).toMatch(new RegExp(`/k/${orders}/$`));
  const { comments } = await stage.witness.record.getRecordComments({ app: orders, record: 1 });
  expect(comments.map(({ text }) => text)).toEqual([expect.stringContaining("至急")]);

  await expectSavedAndRecorded();
  await closeButton(page).click();
  await page.getByRole("button", { name: "比較と復元" }).waitFor();
  expect(await notice().count()).toBe(0);
});

it("goes on with the same apps after its tab was closed in the middle", async () => {
  page = await stage.openList("admin");
  const dialog = await openedRebuilding(page, zip);
  await allPlanned(dialog);
  stage.emulator.domain.faults.add({
    when: { method: "POST", path: "records.json", nth: 2 },
    // kintone adds them, and its answer never comes.
    do: { kind: "silent", bytes: 0 },
  });
  const adding = page.context().waitForEvent("request", {
    predicate: (request) =>
      request.url().endsWith("/k/v1/records.json") && (request.postData() ?? "").includes("案件番号"),
    timeout: 90_000,
  });
  await begin(dialog, 3);
  await adding;
  const made = newApps().map(({ id }) => id);
  expect(made).toHaveLength(3);
  const context = page.context();
  await page.close();
  stage.emulator.domain.faults.clear();

  page = await context.newPage();
  await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
  await notice().waitFor();
  await expectAccessible(page, "#kbm-broken-rebuild");
  await photograph(page, "rebuild-broken-off");
  // Its apps would be made once more.
  const other = await openedRebuilding(page, zip);
  await other.getByText(/途中で止まっています/).waitFor();
  await other.getByRole("button", { name: "すべて選択" }).click();
  await other.getByLabel(/^理由（必須/).fill("もう一度");
  expect(await other.getByRole("button", { name: "作成内容を確認する" }).isEnabled()).toBe(false);
  await other.getByRole("button", { name: "戻る" }).click();
  await closeButton(page).click();

  await notice().getByRole("button", { name: "続きから再開" }).click();
  await showFiles(dialogOf(page), zip);
  await dialogOf(page).getByRole("button", { name: "続きから再開" }).click();
  await rebuilt(dialogOf(page));
  expect(newApps().map(({ id }) => id)).toEqual(made);
  await expectSameApps(newIds(""));
  await closeButton(page).click();
  await page.getByRole("button", { name: "比較と復元" }).waitFor();
  expect(await notice().count()).toBe(0);
});

it("that is cancelled can go on at once, or is given up, with the apps that stay named", async () => {
  page = await stage.openList("admin");
  const dialog = await openedRebuilding(page, zip);
  await dialog.getByRole("checkbox", { name: /「受注」/ }).check();
  await dialog.getByRole("radio", { name: "アプリの設定だけを作成する" }).check();
  await dialog.getByRole("button", { name: "作成内容を確認する" }).click();
  stage.emulator.domain.faults.add({
    when: { method: "PUT", path: "preview/app/form/layout.json", times: 1 },
    do: { kind: "latency", milliseconds: 5_000 },
  });
  await begin(dialog, 1);
  await dialog.getByText("フォームのレイアウトを設定しています").waitFor();
  await dialog.getByRole("button", { name: "キャンセル" }).click();
  await dialog.getByText("アプリの作り直しは途中で終わりました。").waitFor({ timeout: 60_000 });
  await photograph(page, "rebuild-cancelled");
  await expectAccessible(page, ".kbm-restore");
  const [app] = newApps();
  await closeButton(page).click();

  await notice().getByRole("button", { name: "取りやめる" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "取りやめる" }).click();
  const told = page.getByRole("dialog");
  await told.getByText(new RegExp(`次のアプリはそのまま残っています：.*ID ${app!.id}`)).waitFor();
  await told.getByRole("button", { name: "OK" }).click();
  await notice().waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("button", { name: "比較と復元" }).waitFor();
  expect(await notice().count()).toBe(0);
  expect(newApps()).toHaveLength(1);
});

it("tells of the records that an earlier attempt put in, when it goes on behind them", async () => {
  page = await stage.openList("admin");
  const dialog = await openedRebuilding(page, zip);
  await allPlanned(dialog);
  stage.emulator.domain.faults.add({
    when: { method: "PUT", path: "preview/record/acl.json" },
    do: { kind: "latency", milliseconds: 600_000 },
  });
  const permitting = page.context().waitForEvent("request", {
    predicate: (request) => request.url().endsWith("/preview/record/acl.json") && request.method() === "PUT",
    timeout: 90_000,
  });
  await begin(dialog, 3);
  await permitting;
  const context = page.context();
  await page.close();
  stage.emulator.domain.faults.clear();
  page = await context.newPage();
  await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
  await notice().getByRole("button", { name: "続きから再開" }).click();
  await showFiles(dialogOf(page), zip);
  await dialogOf(page).getByRole("button", { name: "続きから再開" }).click();
  await rebuilt(dialogOf(page));
  const told = await dialogOf(page).innerText();
  expect(told.match(/レコードを1件登録/gu)).toHaveLength(3);
  expect(told).toMatch(/ルックアップのキーを1件のレコードに書き込み/u);
});

it("is refused to whoever may not create apps, with a sentence, and leaves nothing behind", async () => {
  stage.emulator.domain.people.users.get("sato")!.isBarredFromCreatingApps = true;
  page = await stage.openList("sato");
  const dialog = await openedRebuilding(page, zip);
  await allPlanned(dialog);
  await begin(dialog, 3);
  await dialog.getByText("アプリを作成できませんでした。何も作成していません。").waitFor({ timeout: 60_000 });
  expect(await dialog.innerText()).toMatch(/アプリを作成する権限がありません。kintoneシステム管理の「アクセス権」/);
  await photograph(page, "rebuild-refused");
  await expectAccessible(page, ".kbm-restore");
  expect(newApps()).toEqual([]);
  await closeButton(page).click();
  await page.getByRole("button", { name: "比較と復元" }).waitFor();
  expect(await notice().count()).toBe(0);
});

it("asks who stands in the place of people who are gone, and makes nothing before", async () => {
  stage.emulator.domain.people.users.get("sato")!.isInactive = true;
  page = await stage.openList("admin");
  const dialog = await openedRebuilding(page, zip);
  await dialog.getByRole("button", { name: "すべて選択" }).click();
  await dialog.getByRole("radio", { name: "アプリの設定だけを作成する" }).check();
  await dialog.getByRole("button", { name: "作成内容を確認する" }).click();
  await dialog.getByText("作成する前に、次のことを決めてください。").waitFor({ timeout: 60_000 });
  const make = dialog.getByRole("button", { name: "3個のアプリを作成する" });
  const again = dialog.getByRole("button", { name: "もう一度確認する" });
  const instead = dialog.getByLabel("ユーザー「sato」の代わり");
  await instead.fill("nobody");
  await again.click();
  await dialog
    .getByText(/代わりに指定した次のユーザーなども存在しません：ユーザー「nobody」/)
    .waitFor({ timeout: 60_000 });
  await photograph(page, "rebuild-people");
  await expectAccessible(page, ".kbm-restore");
  expect(await make.count()).toBe(0);
  await instead.fill("suzuki");
  await again.click();
  await make.click();
  await rebuilt(dialog);
  const { notifications } = await stage.witness.app.getGeneralNotifications({ app: newIdOf("案件") });
  expect(notifications.map(({ entity }) => "code" in entity && entity.code)).toEqual(["suzuki"]);
});
