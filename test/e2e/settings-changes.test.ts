import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deploy } from "../kintone/deploy";
import { expectAccessible } from "./accessibility";
import { type Stage, photograph, setStage } from "./stage";

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  page = await stage.open("admin", "/k/");
});
afterAll(() => stage?.close());
beforeEach(() => openScreen());

async function openScreen(): Promise<void> {
  await page.goto(`${stage.emulator.url}/k/admin/app/${stage.appId}/plugin/config?pluginId=${stage.pluginId}`);
  await page.locator(".kbm-form").waitFor();
}

const app = () => stage.emulator.domain.apps.get(Number(stage.appId))!;
const storedConfig = () => app().preview.plugins.find(({ id }) => id === stage.pluginId)?.config ?? {};
const field = (name: string) => page.getByLabel(name);
const save = () => page.getByRole("button", { name: "保存", exact: true }).click();
const saved = () => page.waitForURL((url) => url.pathname === "/k/admin/app/flow");
const question = () => page.locator(".kbm-question");
const fileSection = () => page.locator(".kbm-settings-file");
const importing = (name: string, content: unknown) =>
  fileSection()
    .getByLabel("ファイルから設定を読み込む")
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });

/** The recorded changes, the newest first, as the official client reads them. */
async function changes(): Promise<Array<Record<string, unknown>>> {
  const query = 'record_type in ("change") order by $id desc';
  const { records } = await stage.witness.record.getRecords({ app: stage.appId, query });
  return records.map((record) => Object.fromEntries(Object.entries(record).map(([code, { value }]) => [code, value])));
}

describe("saving settings", () => {
  it("records nothing when nothing changed", async () => {
    await save();
    await saved();
    expect(await changes()).toEqual([]);
    expect(JSON.parse(storedConfig().settings!)).toMatchObject({ filePrefix: "kintone-backup" });
  });

  it("records who changed what into what before it saves", async () => {
    await field("zipファイル名の先頭").fill("品質保証部");
    await field("zipファイル1個の上限サイズ（MB）").fill("2048");
    await field("前回のバックアップから").check();
    await save();
    await saved();
    const [change, ...others] = await changes();
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      change_by_code: "admin",
      change_settings_version: "1",
      change_plugin_version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    expect(String(change!.change_what).split("\n")).toEqual([
      "zipファイル名の先頭: kintone-backup → 品質保証部",
      "zipファイル1個の上限サイズ（MB）: 1,024 → 2,048",
      expect.stringMatching(/引き継ぐ: オフ → オン$/),
    ]);
    expect(JSON.parse(String(change!.change_settings))).toEqual(JSON.parse(storedConfig().settings!));
    const list = await stage.open("suzuki", `/k/${stage.appId}/`);
    await list.goto(
      `${stage.emulator.url}/k/${stage.appId}/?view=${Object.values(app().live!.views).find(({ name }) => name === "設定の変更履歴")!.id}`,
    );
    await list.getByText("品質保証部").first().waitFor();
    await photograph(list, "settings-changes-view");
    await list.context().close();
  });

  it("asks when the change cannot be recorded, and saves without a record only when it is told to", async () => {
    const acl = app().preview.appAcl;
    app().change({ appAcl: acl.map((right) => ({ ...right, recordAddable: false })) });
    app().deploy("admin");
    await field("同時リクエスト数").fill("9");
    await save();
    await question().waitFor();
    await photograph(page, "settings-unrecorded");
    expect(await question().innerText()).toMatch(/まだ保存していません[^]*権限がありません[^]*CB_NO02/);
    await expect.poll(() => question().evaluate((part) => part === document.activeElement)).toBe(true);
    await expectAccessible(page, "#kbm-settings");
    expect(JSON.parse(storedConfig().settings!).requestsAtOnce).toBe(6);

    await question().getByRole("button", { name: "保存しない" }).click();
    expect(await question().count()).toBe(0);
    expect(await field("同時リクエスト数").inputValue()).toBe("9");
    await save();
    await question().getByRole("button", { name: "記録せずに保存" }).click();
    await saved();
    expect(JSON.parse(storedConfig().settings!).requestsAtOnce).toBe(9);
    expect(await changes()).toHaveLength(1);
    app().change({ appAcl: acl });
    app().deploy("admin");
  });

  it("tells an app that lacks the fields for it what to do", async () => {
    const { app: bare } = await stage.witness.app.addApp({ name: "準備なし" });
    await stage.witness.app.addPlugins({ app: bare, ids: [stage.pluginId] });
    await deploy(stage.witness, bare);
    expect(stage.emulator.domain.apps.get(Number(bare))?.live?.plugins).toHaveLength(1);
    await page.goto(`${stage.emulator.url}/k/admin/app/${bare}/plugin/config?pluginId=${stage.pluginId}`);
    await field("同時リクエスト数").fill("9");
    await save();
    await question().waitFor();
    expect(await question().innerText()).toContain("「このアプリを準備」を押してから");
    const { records } = await stage.witness.record.getRecords({ app: bare });
    expect(records).toEqual([]);
  });
});

describe("settings as a file", () => {
  it("are exported as they are stored, and make a form of unsaved changes where they are imported", async () => {
    const stored = JSON.parse(storedConfig().settings!);
    await field("zipファイル名の先頭").fill("まだ保存していない");
    const downloading = page.waitForEvent("download");
    await fileSection().getByRole("button", { name: "設定をファイルに書き出す" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^kintone-backup-settings_\d{8}_\d{6}\.json$/);
    const file = JSON.parse(await readFile(await download.path(), "utf8"));
    expect(file).toEqual({ exported: { at: expect.any(String), pluginVersion: expect.any(String) }, settings: stored });

    await importing("本番.json", { ...file, settings: { ...file.settings, filePrefix: "本番", timeZone: "UTC" } });
    await fileSection().getByText("「本番.json」").waitFor();
    await photograph(page, "settings-imported");
    expect(await field("zipファイル名の先頭").inputValue()).toBe("本番");
    expect(await fileSection().innerText()).toContain("タイムゾーン: Asia/Tokyo → UTC");
    expect(JSON.parse(storedConfig().settings!)).toEqual(stored);
    await expectAccessible(page, "#kbm-settings");
    const before = await changes();
    await save();
    await saved();
    expect(JSON.parse(storedConfig().settings!)).toMatchObject({ filePrefix: "本番", timeZone: "UTC" });
    const after = await changes();
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]!.change_what).toContain("品質保証部 → 本番");
  });

  it("that cannot be used are told field by field, and leave the form as it was", async () => {
    await field("zipファイル名の先頭").fill("書きかけ");
    await importing("古い.json", { settings: { filePrefix: "a/b", requestsAtOnce: 0, token: "x" } });
    await fileSection().getByText("「古い.json」は読み込めません").waitFor();
    await fileSection().scrollIntoViewIfNeeded();
    await photograph(page, "settings-import-refused");
    const text = await fileSection().innerText();
    expect(text).toContain("zipファイル名の先頭: 使えない文字があります: /");
    expect(text).toContain("同時リクエスト数: 1～20の数値を入力してください。");
    expect(text).toContain("token: この名前の設定項目はありません。");
    expect(await field("zipファイル名の先頭").inputValue()).toBe("書きかけ");
    await expectAccessible(page, "#kbm-settings");
    await importing("別の.json", [1, 2]);
    await fileSection().getByText("このプラグインが書き出した設定ファイルではありません").waitFor();
  });

  it.each([
    ["en", "Import settings from a file", "Not saved yet."],
    ["zh", "从文件导入设置", "尚未保存。"],
  ])("are imported in %s in a narrow window, too", async (language, label, unsaved) => {
    stage.emulator.domain.people.users.get("admin")!.language = language;
    await page.setViewportSize({ width: 400, height: 900 });
    await openScreen();
    const file = { settings: { filePrefix: "x".repeat(64) } };
    await page
      .getByLabel(label)
      .setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
    await fileSection().getByText(unsaved).waitFor();
    await fileSection().scrollIntoViewIfNeeded();
    await photograph(page, `settings-imported-${language}`);
    expect(await fileSection().evaluate((part) => part.scrollWidth <= part.clientWidth)).toBe(true);
    await expectAccessible(page, "#kbm-settings");
  });
});
