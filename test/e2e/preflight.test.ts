import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD } from "../../scripts/local-kintone";
import { APP_IDS } from "../emulator/sample/app";
import { expectAccessible } from "./accessibility";
import { meantMethod } from "./meant";
import { type Stage, photograph, runToItsEnd, setStage } from "./stage";

/** Employees with My Numbers, and an app that only "sato" may see. */
const STAFF = 51;
const SECRET = 52;

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  const { domain } = stage.emulator;
  const text = (code: string, label: string) => ({ type: "SINGLE_LINE_TEXT", code, label });
  domain
    .addApp({
      id: STAFF,
      name: "従業員名簿",
      creator: "admin",
      properties: { name: text("name", "氏名"), my_number: text("my_number", "マイナンバー") },
    })
    .addRecord({ name: { value: "山田" } });
  const acl = [{ entity: { type: "USER", code: "sato" }, appEditable: true, recordViewable: true }];
  domain.addApp({ id: SECRET, name: "役員", creator: "sato", properties: {}, acl });
  page = await stage.open("admin", "/k/");
});
afterAll(() => stage?.close());

const section = (on = page) => on.locator(".kbm-preflight");
const entry = (name: string, on = page) => section(on).locator(".kbm-checks > li", { hasText: name });

async function openScreen(on = page): Promise<void> {
  await on.goto(`${stage.emulator.url}/k/admin/app/${stage.appId}/plugin/config?pluginId=${stage.pluginId}`);
  await section(on).waitFor();
}

/** Presses the button with the keyboard and waits for what is found. */
async function check(button: string, on = page): Promise<void> {
  await section(on).getByRole("button", { name: button }).press("Enter");
  await entry("", on).first().waitFor();
}

/** The whole section, which is longer than a window. */
async function photographSection(name: string, on = page): Promise<void> {
  const before = on.viewportSize()!;
  await section(on).scrollIntoViewIfNeeded();
  const height = await section(on).evaluate((part) => Math.ceil(part.getBoundingClientRect().height) + 80);
  await on.setViewportSize({ width: before.width, height });
  await section(on).scrollIntoViewIfNeeded();
  await photograph(on, name);
  await on.setViewportSize(before);
}

describe("before the first run", () => {
  it("nothing is asked until somebody presses the button, and nothing is ever changed", async () => {
    await stage.setTargets([
      { appId: APP_IDS.newProject, appName: "新規プロジェクト" },
      { appId: String(STAFF), appName: "名簿" },
      { appId: String(SECRET), appName: "役員" },
      { appId: APP_IDS.drawings, appName: "図面管理", query: '無い = "1"' },
    ]);
    await openScreen();
    await page.locator(".kbm-target-list").waitFor();
    await page.waitForLoadState("networkidle");
    const sent: string[] = [];
    page.on("request", (request) => {
      const meant = meantMethod(request);
      sent.push(`${meant} ${new URL(request.url()).pathname}`);
    });
    expect(await entry("").count()).toBe(0);
    await check("今すぐ確認");
    expect(sent.filter((request) => request.startsWith("GET ") && request.includes("/v1/")).length).toBeGreaterThan(10);
    expect(sent.filter((request) => !request.startsWith("GET "))).toEqual([]);
    const heading = section().getByRole("heading", { name: "対象アプリ" });
    await expect.poll(() => heading.evaluate((part) => part === document.activeElement)).toBe(true);
    await photographSection("preflight");
    await expectAccessible(page, "#kbm-settings");
  });

  it("each target says what would be missing, by name and by word", async () => {
    expect(await section().innerText()).toContain("対象4個のうち3個で、不足が出ます。");
    expect(await entry("新規プロジェクト").innerText()).toMatch(/問題なし[^]*まだ実行されていません。/);
    const staff = await entry("従業員名簿").innerText();
    expect(staff).toContain("不足が出ます");
    expect(staff).toContain("決めるまでバックアップされません: マイナンバー（my_number）");
    expect(await entry("役員").first().innerText()).toMatch(/バックアップできません[^]*権限がないため/);
    expect(await entry("図面管理").innerText()).toMatch(
      /レコードが不足します。[^]*絞り込み条件を見直してください[^]*無い/,
    );
    expect(await section().innerText()).toMatch(/空き容量\s*確認できません\s*対象アプリの実行結果がまだない/);
  });

  it("the check list says what is in order, what is not, and what nobody but a person can see", async () => {
    expect(await entry("このアプリを閲覧できる人").innerText()).toMatch(/要確認[^]*すべてのユーザーが閲覧できます/);
    expect(await entry("履歴を変更・削除できる人").innerText()).toMatch(/問題なし[^]*アプリの作成者/);
    expect(await entry("検証と保存を確認できた最新のバックアップ").innerText()).toMatch(
      /要確認[^]*確認できませんでした/,
    );
    expect(await entry("対象アプリの管理者").innerText()).toMatch(/確認できません[^]*役員/);
    expect(await entry("設定変更の記録").innerText()).toContain("問題なし");
    expect(await entry("APIトークンとWebhook").innerText()).toMatch(/ご自身で確認[^]*APIでは確認できません/);
    expect(await entry("zipファイルの保管場所").innerText()).toContain("暗号化されていません");
  });

  it("after a run, the last result, the room and the age of the backup are known; a rule that was taken away shows", async () => {
    await stage.setTargets([
      { appId: APP_IDS.newProject, appName: "新規プロジェクト" },
      { appId: String(SECRET), appName: "役員", enabled: false },
    ]);
    const list = await stage.openList("sato");
    await runToItsEnd(list);
    await list.context().close();
    const app = stage.emulator.domain.apps.get(Number(stage.appId))!;
    const { recordAcl } = app.preview;
    app.change({ recordAcl: recordAcl.filter((_rule, at) => at !== 1) });
    app.deploy("admin");
    await openScreen();
    await check("今すぐ確認");
    await photographSection("preflight-after-run");
    expect(await section().innerText()).toContain("対象1個のすべてを、不足なくバックアップできる見込みです。");
    expect(await entry("新規プロジェクト").innerText()).toMatch(/前回の実行（.+）: 成功/);
    expect(await section().innerText()).toMatch(/空き容量\s*問題なし\s*これまでの実行から見積もると約/);
    expect(await entry("検証と保存を確認できた最新のバックアップ").innerText()).toMatch(
      /要確認\s*作成と検証: \d{4}\/\d\d\/\d\d[^]*zipファイルの保存を確認できたものはありません/,
    );
    expect(await entry("履歴を変更・削除できる人").innerText()).toMatch(
      /要確認[^]*保護されていません: 終了した実行のレコード[^]*「このアプリを準備」を押すと/,
    );
    app.change({ recordAcl });
    app.deploy("admin");
  });
});

/** As if the settings had been saved, and the app updated. */
function choose(settings: object): void {
  const app = stage.emulator.domain.apps.get(Number(stage.appId))!;
  app.change({
    plugins: app.preview.plugins.map((plugin) => ({ ...plugin, config: { settings: JSON.stringify(settings) } })),
  });
  app.deploy("admin");
}

describe("what belongs to no app", () => {
  it("is checked where the settings ask for it; spaces that this user may not read are named", async () => {
    expect(await section().innerText()).not.toContain("アプリ以外の情報");
    const { spaces } = stage.emulator.domain;
    stage.emulator.domain.course = "wide";
    choose({ pluginsAndSpaces: true, people: true });
    await openScreen();
    await check("今すぐ確認");
    expect(await section().innerText()).toMatch(/アプリ以外の情報\s*問題なし\s*設定で有効にした内容を、不足なく/);

    spaces.add({ id: 77, name: "人事", isPrivate: true, administrators: ["sato"] });
    await check("もう一度確認");
    await expect
      .poll(() => section().innerText())
      .toMatch(/アプリ以外の情報\s*不足が出ます\s*スペース（ID 77）は閲覧する権限がないため/);
    await photographSection("preflight-beside-the-apps");
    await expectAccessible(page, "#kbm-settings");
  });
});

describe.each([
  {
    language: "en",
    button: "Check now",
    blocked: "Cannot be backed up",
    unknown: "Cannot be checked",
    space: /read spaces? [^.]*77/,
  },
  { language: "zh", button: "立即检查", blocked: "无法备份", unknown: "无法检查", space: /空间（ID [^）]*77）/ },
])("in $language, in a narrow window, for who manages this app and nothing else", (words) => {
  it("says what could not be looked at", async () => {
    const user = { code: `kanri-${words.language}`, name: words.language, password: PASSWORD };
    const { domain } = stage.emulator;
    domain.people.addUser({ ...user, language: words.language, systemAdministrator: true });
    const app = domain.apps.get(Number(stage.appId))!;
    const right = { ...app.preview.appAcl[0]!, entity: { type: "USER", code: user.code }, appEditable: true };
    app.change({ appAcl: [right, ...app.preview.appAcl] });
    app.deploy("admin");
    await stage.setTargets([{ appId: String(SECRET), appName: "Board" }]);
    const other = await stage.open(user.code, "/k/");
    await other.setViewportSize({ width: 400, height: 900 });
    await openScreen(other);
    await check(words.button, other);
    await photographSection(`preflight-${words.language}`, other);
    expect(await entry("Board", other).first().innerText()).toContain(words.blocked);
    expect(await section(other).getByText(words.unknown).count()).toBeGreaterThan(0);
    expect(await section(other).innerText()).toMatch(words.space);
    expect(await section(other).innerText()).not.toMatch(/[ぁ-んァ-ヶ]|undefined|\[object/);
    expect(await section(other).evaluate((part) => part.scrollWidth <= part.clientWidth)).toBe(true);
    await expectAccessible(other, "#kbm-settings");
    await other.context().close();
  });
});
