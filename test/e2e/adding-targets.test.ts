import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";
import { expectAccessible } from "./accessibility";
import { recordedRuns } from "./history";
import { meantMethod } from "./meant";
import { type Stage, closeDialog, photographWhole, runToItsEnd, setStage } from "./stage";

/** Ids of the apps of 生産, two pages of kintone's list and more, in a space of their own. */
const [LINE, LINES] = [1001, 250];
const SPACE = 7;

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  const { domain } = stage.emulator;
  domain.spaces.add({ id: SPACE, name: "生産本部", administrators: ["admin"], members: ["admin"] });
  for (let at = 0; at < LINES; at += 1) {
    domain.addApp({
      id: LINE + at,
      name: at < 150 ? `生産ライン日報 ${at + 1}` : `設備点検 ${at + 1}`,
      creator: "admin",
      properties: {},
      ...(at % 2 === 0 && { spaceId: SPACE }),
    });
  }
  page = await stage.open("admin", `/k/admin/app/${stage.appId}/plugin/`);
});
afterAll(() => stage?.close());

beforeEach(async () => {
  stage.emulator.domain.people.users.get("admin")!.language = "ja";
  await stage.setTargets([
    { appId: APP_IDS.drawings, appName: "図面管理" },
    { appId: APP_IDS.customers, appName: "顧客", enabled: false, query: 'rank in ("A")' },
  ]);
});
afterEach(() => stage.emulator.domain.faults.clear());

const section = () => page.locator(".kbm-targets");
const found = () => section().getByRole("list", { name: /見つかったアプリ|Apps found|找到的应用/ });
const button = (name: string | RegExp): Locator => section().getByRole("button", { name });

async function openScreen(): Promise<void> {
  await page.goto(`${stage.emulator.url}/k/admin/app/${stage.appId}/plugin/`);
  await page.locator(`[data-plugin-id=${stage.pluginId}]`).getByRole("link").click();
  await section().locator(".kbm-adding").waitFor();
}

async function openWay(title: string): Promise<void> {
  await section().locator("summary", { hasText: title }).click();
}

async function openList(): Promise<void> {
  await openScreen();
  await openWay("アプリの一覧から追加");
  await section()
    .getByText(/\d+個のアプリのうち/)
    .waitFor();
}

/** The targets that there are, as the official client reads them. */
async function storedTargets(): Promise<Array<Record<string, unknown>>> {
  const records = await stage.witness.record.getAllRecords({
    app: stage.appId,
    condition: 'record_type in ("target")',
  });
  return records.map((record) => Object.fromEntries(Object.entries(record).map(([code, { value }]) => [code, value])));
}

const storedFor = async (appId: number | string) =>
  (await storedTargets()).find(({ target_app_id }) => target_app_id === String(appId));

function requestsOf(pattern: RegExp): string[] {
  const paths: string[] = [];
  page.on("request", (request) => {
    if (pattern.test(request.url())) paths.push(`${meantMethod(request)} ${request.url()}`);
  });
  return paths;
}

describe("apps that are picked from the list", () => {
  it("are found by name and added, 150 at once in two requests, with what was chosen elsewhere kept", async () => {
    await openScreen();
    const row = section().locator(".kbm-target", { hasText: "図面管理" });
    await row.locator("summary").first().click();
    await row.getByRole("checkbox", { name: "コメント" }).uncheck();
    await openWay("アプリの一覧から追加");
    await section()
      .getByText(/個のアプリのうち/)
      .waitFor();
    await section().getByLabel(/^検索/).fill("ｾｲｻﾝ 日報");
    await section()
      .getByText(/のうち、0個/)
      .waitFor();
    await section().getByLabel(/^検索/).fill("生産ﾗｲﾝ 日報");
    await section()
      .getByText(/のうち、150個が見つかりました/)
      .waitFor();
    expect(await found().getByRole("listitem").count()).toBe(50);
    await button("さらに50個を表示").click();
    expect(await found().getByRole("listitem").count()).toBe(100);
    await button("見つかった150個をすべて選択").click();
    await found()
      .getByRole("checkbox", { name: /生産ライン日報 7 / })
      .uncheck();
    await photographWhole(page, "adding-picked");
    await expectAccessible(page, "#kbm-settings");
    await found()
      .getByRole("checkbox", { name: /生産ライン日報 7 / })
      .check();
    const posts = requestsOf(/\/k\/v1\/records\.json$/);
    await button("150個を対象に追加").click();
    const news = section().getByText("150個の対象を追加しました");
    await news.waitFor();
    expect(posts.filter((path) => path.startsWith("POST"))).toHaveLength(2);
    expect(await storedTargets()).toHaveLength(152);
    expect(await storedFor(LINE + 149)).toMatchObject({
      target_app_name: "生産ライン日報 150",
      target_enabled: ["enabled"],
      target_include: ["records", "attachments", "comments", "settings"],
    });
    const focused = () => page.evaluate(() => document.activeElement?.className);
    await expect.poll(focused).toBe("kbm-save-news");
    await section().locator(".kbm-target", { hasText: "生産ライン日報 150" }).waitFor();
    expect(await row.innerText()).toContain("未保存");
    expect(await found().getByRole("checkbox", { disabled: true }).count()).toBe(100);
    await photographWhole(page, "adding-added");
  });

  it("are told apart from those that are targets already, and from the app itself", async () => {
    await openList();
    const of = (name: string) => found().getByRole("listitem").filter({ hasText: name });
    const { drawings, customers, inspections } = APP_IDS;
    for (const [id, said] of [
      [drawings, "登録済み"],
      [customers, "登録済み（無効）"],
    ] as const) {
      const item = of(`アプリID ${id}`);
      expect(await item.getByRole("checkbox").isDisabled()).toBe(true);
      expect((await item.innerText()).split("\n")).toContain(said);
    }
    const own = of("このアプリ自身です");
    expect(await own.innerText()).toContain(`アプリID ${stage.appId}`);
    const all = await section()
      .getByText(/個のアプリのうち/)
      .innerText();
    const [, count] = /^(\d+)個/.exec(all)!;
    // Without two targets and the app itself.
    await button(`見つかった${Number(count) - 3}個をすべて選択`).click();
    expect(await own.getByRole("checkbox").isChecked()).toBe(false);
    await button("選択を解除").click();
    await section().getByLabel(/^検索/).fill(inspections);
    expect(await found().getByRole("listitem").first().innerText()).toContain(`アプリID ${inspections}`);
    await section().getByLabel(/^検索/).fill(stage.appId);
    await own.getByRole("checkbox").check();
    await button("1個を対象に追加").waitFor();
  });

  it("are filtered by space, and those of a guest space come when it is named", async () => {
    await openList();
    const place = section().getByLabel("スペース", { exact: true });
    await place.locator("option", { hasText: `生産本部（スペース ${SPACE}）` }).waitFor({ state: "attached" });
    await place.selectOption({ label: `生産本部（スペース ${SPACE}）` });
    await section()
      .getByText(/のうち、125個/)
      .waitFor();
    await place.selectOption({ label: "スペースに属さないアプリ" });
    await button(/見つかった1\d\d個をすべて選択/).waitFor();

    const guest = section().getByLabel("ゲストスペースの番号またはURL");
    await guest.fill("図面");
    await guest.press("Enter");
    await section().getByText("「/k/guest/」を含むURLを入力してください").waitFor();
    await guest.fill("99");
    await guest.press("Enter");
    await section().getByText("このゲストスペースに、閲覧できるアプリはありません").waitFor();
    await guest.fill(`https://example.cybozu.com/k/guest/${GUEST_SPACE_ID}/#/space/${GUEST_SPACE_ID}`);
    await guest.press("Enter");
    await section().getByText("ゲストスペースのアプリを1個追加で表示しました").waitFor();
    expect(await found().innerText()).toMatch(/仕入先連絡 アプリID 21 · .*（ゲストスペース 3）/);
    await found().getByRole("checkbox").focus();
    await page.keyboard.press("Space");
    await photographWhole(page, "adding-guest-space");
    await button("1個を対象に追加").press("Enter");
    await section().getByText("1個の対象を追加しました").waitFor();
    expect(await storedFor(21)).toMatchObject({ target_guest_space_id: String(GUEST_SPACE_ID) });
  });

  it("can be searched while pages still come; a page that cannot be read leaves the others there", async () => {
    await openScreen();
    const when = { method: "GET", path: "apps.json" };
    stage.emulator.domain.faults.add({ when: { ...when, nth: 3 }, do: { kind: "error", code: "CB_NO02" } });
    await openWay("アプリの一覧から追加");
    await section().getByText("アプリの一覧を読み込めませんでした").waitFor();
    await section().getByLabel(/^検索/).fill("生産ライン日報 1");
    expect(await found().getByRole("listitem").count()).toBeGreaterThan(0);
    await expectAccessible(page, "#kbm-settings");
    stage.emulator.domain.faults.clear();
    await button("再読み込み").click();
    await section()
      .getByText(/個のアプリのうち/)
      .waitFor();
  });

  it("that kintone refuses stay selected, and those that somebody else added meanwhile are told", async () => {
    await openList();
    await section().getByLabel(/^検索/).fill("設備点検");
    await button("見つかった100個をすべて選択").click();
    await stage.witness.record.addRecord({
      app: stage.appId,
      record: { record_type: { value: "target" }, target_app_id: { value: String(LINE + 200) } },
    });
    const when = { method: "POST", path: "records.json" };
    stage.emulator.domain.faults.add({ when, do: { kind: "error", code: "CB_NO02" } });
    await button("100個を対象に追加").click();
    await section().getByText("99個は追加できませんでした").waitFor();
    expect(await section().locator(".kbm-adding [role=alert]:not(:empty)").innerText()).toContain("CB_NO02");
    await photographWhole(page, "adding-refused");
    stage.emulator.domain.faults.clear();
    await button("99個を対象に追加").click();
    await section().getByText("99個の対象を追加しました").waitFor();
    expect(await storedTargets()).toHaveLength(102);
  });
});

/** 見出し… in Shift_JIS, as Japanese Excel writes it. */
const SHIFT_JIS = [
  ...[0x83, 0x41, 0x83, 0x76, 0x83, 0x8a, 0x49, 0x44, 0x2c], // アプリID,
  ...[0x83, 0x41, 0x83, 0x76, 0x83, 0x8a, 0x96, 0xbc, 0x2c], // アプリ名,
  ...[0x83, 0x51, 0x83, 0x58, 0x83, 0x67, 0x83, 0x58, 0x83, 0x79, 0x81, 0x5b, 0x83, 0x58, 0x49, 0x44, 0x0d, 0x0a], // ゲストスペースID
  ...[...`${APP_IDS.inspections},`].map((character) => character.charCodeAt(0)),
  ...[0x8c, 0x9f, 0x8d, 0xb8, 0x2c, 0x0d, 0x0a], // 検査,
  ...[...`${APP_IDS.supplierCorrespondence},,${GUEST_SPACE_ID}\r\n`].map((character) => character.charCodeAt(0)),
  ...[...`${APP_IDS.supplierCorrespondence},,\r\n99999,,\r\nabc,,\r\n${APP_IDS.drawings},,\r\n`].map((character) =>
    character.charCodeAt(0),
  ),
];

describe("targets by CSV", () => {
  it("come from a file in Shift_JIS, each line judged before anything is written", async () => {
    await openScreen();
    await openWay("CSVで追加");
    const posts = requestsOf(/\/k\/v1\/records\.json$/);
    await section()
      .getByLabel("CSVファイル")
      .setInputFiles({ name: "対象.csv", mimeType: "text/csv", buffer: Buffer.from(SHIFT_JIS) });
    await section().getByText("追加できる行: 2行、追加できない行: 4行").waitFor();
    const rows = await section().getByRole("region", { name: "CSVの確認結果" }).getByRole("row").allInnerTexts();
    const said = (line: number) => rows.find((row) => row.startsWith(`${line}\t`));
    expect(said(2)).toMatch(/検査\t\t有効\t追加できます/);
    expect(said(3)).toMatch(/仕入先連絡\t.*追加できます/);
    expect(said(4)).toContain("3行目と同じアプリです");
    expect(said(5)).toContain("アプリが見つからないか");
    expect(said(6)).toContain("数字ではありません");
    expect(said(7)).toContain("すでに対象です");
    expect(posts.filter((path) => path.startsWith("POST"))).toEqual([]);
    await photographWhole(page, "adding-csv");
    await expectAccessible(page, "#kbm-settings");
    await button("2個を対象に追加").click();
    await section().getByText("2個の対象を追加しました").waitFor();
    expect(await storedFor(APP_IDS.inspections)).toMatchObject({ target_app_name: "検査" });
    expect(await storedFor(APP_IDS.supplierCorrespondence)).toMatchObject({ target_guest_space_id: "3" });
    await section().getByText("追加できる行: 0行、追加できない行: 6行").waitFor();
  });

  it("can be pasted, and the present ones are saved as they can be read back", async () => {
    await openScreen();
    await openWay("CSVで追加");
    const [download] = await Promise.all([page.waitForEvent("download"), button(/^登録済みの対象をCSVで保存/).click()]);
    const csv = await readFile(await download.path(), "utf8");
    expect(csv.split("\r\n").slice(1, 3)).toEqual([
      `"${APP_IDS.drawings}","","図面管理","","enabled"`,
      `"${APP_IDS.customers}","","顧客","rank in (""A"")","disabled"`,
    ]);
    await stage.setTargets([]);
    await openScreen();
    await openWay("CSVで追加");
    await section()
      .getByLabel(/貼り付け/)
      .fill(csv);
    await button("内容を確認").click();
    await button("2個を対象に追加").click();
    await section().getByText("2個の対象を追加しました").waitFor();
    expect(await storedFor(APP_IDS.customers)).toMatchObject({
      ...{ target_app_name: "顧客", target_query: 'rank in ("A")', target_enabled: [] },
    });
  });

  it("that are none are told: a workbook, no column of ids, nothing", async () => {
    await openScreen();
    await openWay("CSVで追加");
    const alert = section().locator(".kbm-adding [role=alert]:not(:empty)");
    const workbook = { name: "a.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004\0\0\0") };
    await section().getByLabel("CSVファイル").setInputFiles(workbook);
    await alert.getByText("CSVとして読み取れません").waitFor();
    for (const [text, said] of [
      ["アプリ名,絞り込み条件\n日報,\n", "アプリIDの列が見つかりません"],
      ["\n\n", "対象の行がありません"],
    ] as const) {
      await section()
        .getByLabel(/貼り付け/)
        .fill(text);
      await button("内容を確認").click();
      await alert.getByText(said).waitFor();
    }
  });
});

describe("what a run will take", () => {
  const figures = async (app: string) => {
    const row = section()
      .getByRole("region", { name: /対象ごとの見積もり/ })
      .getByRole("row")
      .filter({ hasText: app });
    const cells = (await row.getByRole("cell").allInnerTexts()).map((cell) => cell.replace(/\n.*/s, ""));
    const [records, attachments, size, zip, requests] = cells.map(amountOf);
    const basis = /根拠: (.*)/.exec(await row.getByRole("rowheader").innerText())![1];
    return { records, attachments, size, zip, requests, basis };
  };

  /** 約23.7 MB: 24851251 */
  function amountOf(cell: string): number {
    const [, number = "", unit = ""] = /([\d.,]+)\s*(kB|MB)?/.exec(cell) ?? [];
    return Number(number.replaceAll(",", "")) * ({ kB: 1024, MB: 1024 ** 2 }[unit] ?? 1);
  }

  const estimate = async () => {
    await openScreen();
    await openWay("1回の実行の見積もり");
    await button(/個の対象を見積もる/).click();
    await section().getByText("見積もりが終わりました").waitFor();
  };

  const near = (actual: number, share: number, estimated: number | undefined) => {
    expect(estimated).toBeGreaterThan(actual * (1 - share));
    expect(estimated).toBeLessThan(actual * (1 + share));
  };

  it("is told from a sample, and comes near to what a run then counts; the next one is told from the run", async () => {
    await stage.setTargets([
      { appId: APP_IDS.inspections, appName: "検査データ" },
      { appId: "4711", appName: "削除されたアプリ" },
      { appId: APP_IDS.supplierCorrespondence, guestSpaceId: String(GUEST_SPACE_ID), appName: "仕入先連絡" },
    ]);
    await estimate();
    const sampled = await figures("検査データ");
    const whole = await figures("仕入先連絡");
    expect(sampled.basis).toBe("1,500件のレコード");
    expect(whole.basis).toBe("すべてのレコード");
    const rows = section()
      .getByRole("region", { name: /対象ごとの見積もり/ })
      .getByRole("row");
    expect(await rows.filter({ hasText: "4711" }).innerText()).toContain("GAIA_AP01");
    expect(await rows.last().innerText()).toContain("合計（3個中2個）");
    await photographWhole(page, "estimates");
    await expectAccessible(page, "#kbm-settings");

    const list = await stage.openList("admin");
    await runToItsEnd(list);
    await closeDialog(list);
    await list.context().close();
    const [run] = await recordedRuns(stage);
    const counted = (app: string) => {
      const row = run!.results.find(({ app_id }) => app_id === app)!;
      const of = (code: string) => Number(row[code]);
      return { records: of("records"), attachments: of("attachments"), bytes: of("bytes") };
    };
    const inspections = counted(APP_IDS.inspections);
    expect(sampled.records).toBe(inspections.records);
    near(inspections.attachments, 0.3, sampled.attachments);
    near(inspections.bytes, 0.3, sampled.size);
    const letters = counted(APP_IDS.supplierCorrespondence);
    expect([whole.records, whole.attachments]).toEqual([letters.records, letters.attachments]);
    near(letters.bytes, 0.1, whole.size);
    const [, requests = ""] = /仕入先連絡.*APIリクエスト: ([\d,]+)回/.exec(run!.log)!;
    near(Number(requests.replaceAll(",", "")), 0.05, whole.requests);

    await estimate();
    const again = await figures("検査データ");
    expect(again.basis).toMatch(/の実行の結果$/);
    near(inspections.bytes, 0.01, again.size);
    await photographWhole(page, "estimates-from-run");
  });

  it("can be stopped, and then asks for nothing more", async () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ appId: String(LINE + at), appName: `日報 ${at}` }));
    await stage.setTargets(many);
    await openScreen();
    await openWay("1回の実行の見積もり");
    const when = { method: "GET", path: "records.json" };
    stage.emulator.domain.faults.add({ when, do: { kind: "latency", milliseconds: 300 } });
    await button("40個の対象を見積もる").press("Enter");
    await section()
      .getByText(/40個中[1-9]\d*個$/)
      .waitFor();
    await button("中止").press("Enter");
    await section().getByText("見積もりを中止しました").waitFor();
    stage.emulator.domain.faults.clear();
    const asked = requestsOf(/\/k\/v1\/records\.json/);
    await page.waitForTimeout(800);
    expect(asked).toEqual([]);
    expect(await section().getByText("待機中").count()).toBeGreaterThan(30);
  });
});

describe("in other languages and a narrow window", () => {
  it.each([
    ["zh", "从应用列表中添加", "通过CSV添加", "一次执行的估算", "检查内容"],
    ["en", "Add from the list of apps", "Add by CSV", "What a run will take", "Check"],
  ])("reads well: %s", async (language, pick, csv, estimates, check) => {
    stage.emulator.domain.people.users.get("admin")!.language = language;
    await page.setViewportSize({ width: 400, height: 1400 });
    await openScreen();
    await openWay(pick);
    await found().waitFor();
    await openWay(csv);
    await section().locator("textarea").fill(`12\n4711\n${APP_IDS.drawings}\n`);
    await button(check).click();
    await section().locator(".kbm-adding .kbm-table").waitFor();
    await openWay(estimates);
    await button(/^(Estimate 1 target|估算1个备份对象)$/).click();
    await section()
      .getByText(/^(The estimate is complete|估算已完成)/)
      .waitFor();
    await photographWhole(page, `adding-narrow-${language}`);
    await expectAccessible(page, "#kbm-settings");
    const overflow = await section().evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await photographWhole(page, `adding-${language}`);
  });
});
