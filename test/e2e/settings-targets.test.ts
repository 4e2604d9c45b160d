import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { APP_IDS } from "../emulator/sample/app";
import { expectAccessible } from "./accessibility";
import { meantAddress } from "./meant";
import { type Stage, photographWhole, setStage } from "./stage";

/** Employees with My Numbers; so many measurements that comments cost too much; an app that nobody may read. */
const STAFF = 51;
const MEASUREMENTS = 52;
const SECRET = 53;

/** The first is the sample of a My Number that is known from all forms; all have the right check digit. */
const MY_NUMBERS = ["123456789018", "987654321093", "111111111118"];

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  const { domain } = stage.emulator;
  const text = (code: string, label: string) => ({ type: "SINGLE_LINE_TEXT", code, label });
  const staff = domain.addApp({
    id: STAFF,
    name: "従業員名簿",
    creator: "admin",
    properties: {
      name: text("name", "氏名"),
      my_number: text("my_number", "マイナンバー"),
      memo: text("memo", "備考"),
      salary: { type: "NUMBER", code: "salary", label: "月給" },
      yearly: { type: "CALC", code: "yearly", label: "年収", expression: "salary * 12" },
      family: {
        type: "SUBTABLE",
        code: "family",
        label: "扶養家族",
        fields: { family_name: text("family_name", "家族の氏名"), family_number: text("family_number", "個人番号") },
      },
    },
  });
  for (const number of MY_NUMBERS) {
    staff.addRecord({ name: { value: "山田" }, my_number: { value: number }, memo: { value: number } });
  }
  const measurements = domain.addApp({
    id: MEASUREMENTS,
    name: "計測値",
    creator: "admin",
    properties: { value: { type: "NUMBER", code: "value", label: "値" } },
  });
  domain.transaction.run(() => {
    for (let value = 0; value < 10_001; value += 1) measurements.addRecord({ value: { value: String(value) } });
  });
  domain.addApp({
    id: SECRET,
    name: "役員",
    creator: "sato",
    properties: {},
    acl: [{ entity: { type: "USER", code: "sato" }, recordViewable: true }],
  });
  page = await stage.open("admin", `/k/admin/app/${stage.appId}/plugin/`);
});
afterAll(() => stage?.close());

beforeEach(async () => {
  stage.emulator.domain.people.users.get("admin")!.language = "ja";
  await stage.setTargets([
    { appId: String(STAFF), appName: "名簿" },
    { appId: String(MEASUREMENTS), appName: "計測値" },
    { appId: APP_IDS.inspections, appName: "検査データ" },
    { appId: String(SECRET), appName: "役員" },
  ]);
});
afterEach(() => stage.emulator.domain.faults.clear());

async function openScreen(): Promise<void> {
  await page.goto(`${stage.emulator.url}/k/admin/app/${stage.appId}/plugin/`);
  await page.locator(`[data-plugin-id=${stage.pluginId}]`).getByRole("link").click();
  await page.locator(".kbm-targets").waitFor();
}

const section = () => page.locator(".kbm-targets");
const rowOf = (app: string) => section().locator(".kbm-target", { hasText: app });

async function openRow(app: string): Promise<Locator> {
  const row = rowOf(app);
  await row.locator("summary").first().click();
  await row.locator("fieldset, [role=alert]").first().waitFor();
  return row;
}

const save = () => section().getByRole("button", { name: "対象アプリの設定を保存" }).click();

/** Text of a target's fields, as the official client reads them. */
async function storedFor(appId: number): Promise<Record<string, unknown>> {
  const { records } = await stage.witness.record.getRecords({
    app: stage.appId,
    query: `target_app_id = ${appId}`,
  });
  return Object.fromEntries(Object.entries(records[0]!).map(([code, { value }]) => [code, value]));
}

async function change(appId: number, record: Record<string, { value: unknown }>): Promise<void> {
  const { $id } = await storedFor(appId);
  await stage.witness.record.updateRecord({ app: stage.appId, id: String($id), record });
}

describe("the targets on the settings screen", () => {
  it("say how much waits for a decision, and which apps cannot be read", async () => {
    await openScreen();
    await section().getByText("未決定のフィールドが、1個のアプリに3個あります").waitFor();
    await section().getByText("4個中3個").waitFor();
    expect(await rowOf("従業員名簿").innerText()).toContain("未決定のフィールド: 3個");
    expect(await rowOf("計測値").innerText()).toContain("未決定なし");
    const secret = await openRow("役員");
    expect(await secret.innerText()).toMatch(/権限がないため/);
    await photographWhole(page, "targets");
    await expectAccessible(page, "#kbm-settings");
  });

  it("keep decisions on identifiers in the target's record, apart from the settings", async () => {
    await openScreen();
    const row = await openRow("従業員名簿");
    const myNumber = row.getByRole("group", { name: /マイナンバー（my_number）/ });
    expect(await myNumber.innerText()).toContain("理由: フィールドの名前（個人番号（マイナンバー））");
    expect(await myNumber.getByRole("radio", { name: "未決定" }).isChecked()).toBe(true);
    const memo = row.getByRole("group", { name: /備考（memo）/ });
    expect(await memo.innerText()).toContain("理由: 値の形式");
    const family = row.getByRole("group", { name: /テーブル「扶養家族」の個人番号/ });
    await photographWhole(page, "targets-identifiers");
    await expectAccessible(page, "#kbm-settings");

    await myNumber.getByRole("radio", { name: "除外する" }).check();
    await memo.getByRole("radio", { name: "バックアップする", exact: true }).check();
    expect(await rowOf("従業員名簿").innerText()).toContain("未保存");
    await save();
    await section().getByText("保存しました: 従業員名簿").waitFor();
    expect(await rowOf("従業員名簿").innerText()).not.toContain("未保存");
    expect(await rowOf("従業員名簿").innerText()).toContain("未決定のフィールド: 1個");
    expect(await family.getByRole("radio", { name: "未決定" }).isChecked()).toBe(true);
    expect(await storedFor(STAFF)).toMatchObject({
      target_excluded_fields: "my_number",
      target_included_identifiers: "memo",
      target_enabled: ["enabled"],
    });
    // Not with the plugin's settings: these would need the app to be updated.
    expect(stage.emulator.domain.apps.get(Number(stage.appId))!.preview.plugins[0]?.config).toEqual({});

    await openScreen();
    const again = await openRow("従業員名簿");
    const decided = again.getByRole("group", { name: /マイナンバー（my_number）/ });
    expect(await decided.getByRole("radio", { name: "除外する" }).isChecked()).toBe(true);
  });

  it("leave fields out, with what is computed from them and what is in a table", async () => {
    await change(STAFF, { target_excluded_fields: { value: "old_code" } });
    await openScreen();
    const row = await openRow("従業員名簿");
    await row.getByText("そのほかの除外するフィールド: 1個").click();
    expect(await row.getByRole("checkbox", { name: /年収/ }).isChecked()).toBe(false);
    await row.getByRole("checkbox", { name: /月給（salary）/ }).check();
    await row.getByRole("checkbox", { name: /扶養家族（family）: テーブル全体/ }).check();
    const yearly = row.getByRole("checkbox", { name: /年収（yearly）.*いっしょに除外/ });
    expect([await yearly.isChecked(), await yearly.isDisabled()]).toEqual([true, true]);
    const inner = row.getByRole("checkbox", { name: /家族の氏名.*テーブルごと/ });
    expect([await inner.isChecked(), await inner.isDisabled()]).toEqual([true, true]);
    expect(await row.getByRole("checkbox", { name: /マイナンバー/ }).count()).toBe(0);
    expect(await row.getByRole("group", { name: /個人番号/ }).innerText()).toContain("「扶養家族」ごと除外");
    await photographWhole(page, "targets-fields");
    await expectAccessible(page, "#kbm-settings");
    await row.getByRole("checkbox", { name: /old_code/ }).uncheck();
    await save();
    await section().getByText("保存しました").waitFor();
    expect((await storedFor(STAFF)).target_excluded_fields).toBe("salary\nfamily");
  });

  it("say what comments cost, when that is too much, and when there are none", async () => {
    await openScreen();
    const dear = await openRow("計測値");
    expect(await dear.innerText()).toMatch(
      /約10,001リクエスト[\s\S]*注意: .*1アプリで使えるAPIリクエスト（5,000回）を超える/,
    );
    const cheap = await openRow("従業員名簿");
    expect(await cheap.innerText()).toMatch(/約3リクエスト/);
    expect(await cheap.innerText()).not.toContain("注意");
    const silent = await openRow("検査データ");
    expect(await silent.innerText()).toContain("コメント機能が無効です");
    await photographWhole(page, "targets-comments");

    await dear.getByRole("checkbox", { name: "コメント" }).uncheck();
    expect(await dear.innerText()).not.toContain("注意");
    await save();
    await section().getByText("保存しました: 計測値").waitFor();
    expect((await storedFor(MEASUREMENTS)).target_include).toEqual(["records", "attachments", "settings"]);
  });

  it("leave the configurations of plug-ins out, which belong to the settings for administrators", async () => {
    await openScreen();
    const row = await openRow("計測値");
    const configurations = row.getByRole("checkbox", { name: "プラグインの設定内容" });
    const administration = row.getByRole("checkbox", { name: "アプリの管理者だけが閲覧できる設定" });
    expect([await configurations.isChecked(), await configurations.isDisabled()]).toEqual([true, false]);
    await administration.uncheck();
    expect([await configurations.isChecked(), await configurations.isDisabled()]).toEqual([false, true]);
    await administration.check();
    await configurations.uncheck();
    await save();
    await section().getByText("保存しました: 計測値").waitFor();
    expect((await storedFor(MEASUREMENTS)).target_include).toContain("without_plugin_configurations");
    await openScreen();
    expect(await (await openRow("計測値")).getByRole("checkbox", { name: "プラグインの設定内容" }).isChecked()).toBe(
      false,
    );
  });

  it("are estimated with what is chosen on the screen, and those that take too many requests are pointed out", async () => {
    await openScreen();
    const estimates = section().locator(".kbm-way", { hasText: "1回の実行の見積もり" });
    await estimates.locator("summary").click();
    await estimates.getByRole("button", { name: "4個の対象を見積もる" }).click();
    await estimates.getByText("見積もりが終わりました").waitFor();
    const warning = estimates.getByText("1個の対象で、1回の実行に");
    await warning.waitFor();
    const line = (app: string) => estimates.getByRole("row").filter({ hasText: app }).innerText();
    expect(await line("計測値")).toMatch(
      /1,500件のレコード[^]*10,001\t.*\t約10,[01]\d\d\s+1日に使える回数の20\d(\.\d)?%/s,
    );
    expect(await line("役員")).toMatch(/権限がないため/);
    await photographWhole(page, "estimates-too-many");

    const row = await openRow("計測値");
    await row.getByRole("checkbox", { name: "コメント" }).uncheck();
    await estimates.getByRole("button", { name: "4個の対象を見積もる" }).click();
    await warning.waitFor({ state: "detached" });
    await estimates.getByText("見積もりが終わりました").waitFor();
    expect(await line("計測値")).toMatch(/約\d\d\s+1日に使える回数の\d(\.\d)?%/);
  });

  it("can have gaps of the last run accepted, each by its name and for a reason; more of the same is not accepted", async () => {
    const gaps = ["settings/app/acl", "settings/app/plugins", "hidden-records/unknown"];
    const result = { result_app_id: String(STAFF), result_status: "partial", result_gaps: gaps.join("\n") };
    const cells = Object.fromEntries(Object.entries(result).map(([code, value]) => [code, { value }]));
    const values = { record_type: "run", run_trigger: "button", run_id: "accepting", run_status: "partial" };
    await stage.witness.record.addRecord({
      app: stage.appId,
      record: {
        ...Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }])),
        run_results: { value: [{ value: cells }] },
      },
    });
    await openScreen();
    const row = await openRow("従業員名簿");
    const accept = row.getByRole("button", { name: "チェックした不足を承認する" });
    await row.getByLabel("設定「アプリのアクセス権」").check();
    await row.getByLabel("確認できないレコードのアクセス権により").check();
    expect(await accept.isDisabled()).toBe(true);
    await row.getByLabel("承認する理由").fill("営業所の担当者が実行するため");
    await accept.click();
    expect(await row.innerText()).toMatch(
      /設定「アプリのアクセス権」 承認済み（admin、[\d-]+、理由: 営業所の担当者が実行するため）/,
    );
    await expectAccessible(page, ".kbm-targets");
    await photographWhole(page, "targets-accepted");
    await save();
    await section().getByText("保存しました: 従業員名簿").waitFor();

    const stored = String((await storedFor(STAFF)).target_accepted_gaps).split("\n");
    expect(stored.map((line) => line.split(" | ")[0])).toEqual(["settings/app/acl", "hidden-records/unknown"]);
    await openScreen();
    const again = await openRow("従業員名簿");
    expect(await again.getByLabel("設定「プラグインの一覧」").isChecked()).toBe(false);
    await again.getByRole("button", { name: "設定「アプリのアクセス権」の承認を取り消す" }).click();
    await save();
    await section().getByText("保存しました: 従業員名簿").waitFor();
    expect(String((await storedFor(STAFF)).target_accepted_gaps)).toMatch(
      /^hidden-records\/unknown \| admin \| \S+ \| 営業/,
    );
  });

  it("cannot ask for nothing, which would be taken for everything", async () => {
    await openScreen();
    const row = await openRow("計測値");
    await row.getByRole("checkbox", { name: "レコード" }).uncheck();
    expect(await row.getByRole("checkbox", { name: "コメント" }).isDisabled()).toBe(true);
    await row.getByRole("checkbox", { name: "アプリの設定" }).uncheck();
    await save();
    const alert = section().locator(".kbm-save-news").getByRole("alert");
    expect(await alert.innerText()).toContain("計測値: バックアップする内容を1つ以上選択してください");
    await expect.poll(() => alert.evaluate((element) => element === document.activeElement)).toBe(true);
    await photographWhole(page, "targets-nothing");
    expect((await storedFor(MEASUREMENTS)).$revision).toBe("1");
  });

  it("are not overwritten when somebody else has chosen meanwhile; what a run wrote is no hindrance", async () => {
    await openScreen();
    const row = await openRow("従業員名簿");
    await change(STAFF, { target_last_status: { value: "success" } });
    await row.getByRole("checkbox", { name: "添付ファイル" }).uncheck();
    await save();
    await section().getByText("保存しました: 従業員名簿").waitFor();

    await change(STAFF, { target_excluded_fields: { value: "salary" } });
    await row.getByRole("checkbox", { name: "アプリの設定" }).uncheck();
    await save();
    await section().getByText("従業員名簿: ほかのユーザーがこの対象を変更したため").waitFor();
    await photographWhole(page, "targets-changed");
    expect(await row.getByText("そのほかの除外するフィールド: 1個").count()).toBe(1);
    expect(await row.getByRole("checkbox", { name: "アプリの設定" }).isChecked()).toBe(true);
    expect((await storedFor(STAFF)).target_include).toEqual(["records", "comments", "settings"]);
  });

  it("that cannot be read leave the other settings as they are", async () => {
    const when = { method: "GET", path: "records.json" };
    stage.emulator.domain.faults.add({ when, do: { kind: "error", code: "CB_NO02" } });
    await openScreen();
    await section().getByRole("alert").getByText("対象アプリを読み込めなかった").waitFor();
    await photographWhole(page, "targets-unreadable");
    expect(await page.getByLabel("タイムゾーン").inputValue()).toBe("Asia/Tokyo");
    await expectAccessible(page, "#kbm-settings");
    stage.emulator.domain.faults.clear();
    await section().getByRole("button", { name: "再読み込み" }).click();
    await rowOf("従業員名簿").waitFor();
  });

  it("say so when a save is refused, and keep what was chosen", async () => {
    await openScreen();
    const row = await openRow("従業員名簿");
    await row.getByRole("checkbox", { name: "アプリの設定" }).uncheck();
    stage.emulator.domain.faults.add({
      when: { method: "PUT", path: "records.json" },
      do: { kind: "error", code: "CB_NO02" },
    });
    await save();
    await section()
      .getByText(/従業員名簿: .*受け付けませんでした.*CB_NO02/)
      .waitFor();
    expect(await row.getByRole("checkbox", { name: "アプリの設定" }).isChecked()).toBe(false);
    expect(await rowOf("従業員名簿").innerText()).toContain("未保存");
  });

  it("read well in English and in a narrow window", async () => {
    stage.emulator.domain.people.users.get("admin")!.language = "en";
    await page.setViewportSize({ width: 400, height: 1400 });
    await openScreen();
    await openRow("従業員名簿");
    await openRow("計測値");
    await section().getByText("3 fields in 1 app").waitFor();
    await photographWhole(page, "targets-narrow");
    await expectAccessible(page, "#kbm-settings");
    const overflow = await section().evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});

it("hundreds of targets are looked at when somebody asks, few at a time", async () => {
  const { domain } = stage.emulator;
  const targets = Array.from({ length: 60 }, (_, index) => ({
    appId: String(1000 + index),
    appName: `アプリ${index}`,
  }));
  for (const { appId, appName } of targets) {
    domain.addApp({ id: Number(appId), name: appName, creator: "admin", properties: {} });
  }
  await stage.setTargets(targets);
  // The screen of the test before may still be asking.
  await page.goto("about:blank");
  const paths: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/k/v1/")) paths.push(meantAddress(request));
  });
  await page.addInitScript(countRequests);
  await openScreen();
  await section().getByText("60個中0個").waitFor();
  const own = new RegExp(`[?&](app|id)=${stage.appId}(&|$)`);
  expect(paths.filter((path) => !own.test(path))).toEqual([]);
  // By now the other sections of the screen, which ask by themselves, have their answers.
  await expect.poll(() => page.evaluate(() => (window as Window & Counting).atOnce?.now)).toBe(0);
  await page.evaluate(() => ((window as Window & Counting).atOnce!.most = 0));
  await openRow("アプリ59");
  await section().getByText("60個中1個").waitFor();
  await section().getByRole("button", { name: "60個のアプリをすべて確認" }).click();
  await section().getByText("決める必要のあるフィールドはありません").waitFor();
  await photographWhole(page, "targets-many");
  expect(await page.evaluate(() => (window as Window & Counting).atOnce?.most)).toBe(6);
});

interface Counting {
  atOnce?: { now: number; most: number };
}

/**
 * Runs in the page, before anything else: counts the requests that wait for an answer. Seen from outside, one has its end when the next has
 * begun already.
 */
function countRequests(): void {
  const counting = window as Window & Counting;
  const atOnce = (counting.atOnce = { now: 0, most: 0 });
  const send = window.fetch.bind(window);
  window.fetch = async (...given) => {
    atOnce.most = Math.max(atOnce.most, (atOnce.now += 1));
    try {
      return await send(...given);
    } finally {
      atOnce.now -= 1;
    }
  };
}
