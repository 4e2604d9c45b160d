import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/root";
import { packPlugin } from "../conformance/plugin-package";
import type { App } from "../emulator/domain/app";
import { createDomain } from "../emulator/domain/domain";
import { type Emulator, startEmulator } from "../emulator/server";

const SECRET = "hunter2-secret";
const domain = createDomain();
let emulator: Emulator;
let folder: string;
let privateKey: string;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: SECRET, systemAdministrator: true });
  domain.people.addUser({ code: "sato", name: "佐藤", password: SECRET });
  domain.spaces.add({ id: 3, name: "仕入先", isGuest: true, administrators: ["admin"] });
  emulator = await startEmulator({ domain });
  folder = await mkdtemp(path.join(tmpdir(), "set-up-"));
  const first = await packPlugin(1);
  privateKey = first.privateKey;
  await writeFile(path.join(folder, "plugin-1.zip"), first.plugin);
  await writeFile(path.join(folder, "plugin-2.zip"), (await packPlugin(2, privateKey)).plugin);
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

/** The command as somebody types it: a process of its own, with its log-in in the environment. */
async function setUp(args: string[], { user = "admin", lang = "ja_JP.UTF-8" } = {}) {
  const tsx = path.join(root, "node_modules", ".bin", "tsx");
  const given = [path.join(root, "scripts", "setup.ts"), "--base-url", emulator.url, ...args];
  const child = spawn(tsx, args.some((arg) => arg.startsWith("--plugin")) ? given : [...given, "--plugin", plugin(1)], {
    env: { PATH: process.env.PATH, LANG: lang, KINTONE_USERNAME: user, KINTONE_PASSWORD: SECRET },
  });
  let said = "";
  child.stdout.on("data", (data) => (said += String(data)));
  child.stderr.on("data", (data) => (said += String(data)));
  const [status] = (await once(child, "close")) as [number];
  expect(said).not.toContain(SECRET);
  return { status, said };
}

const plugin = (version: number) => path.join(folder, `plugin-${version}.zip`);
const apps = () => [...domain.apps.values()];
const revisions = () => apps().map(({ id, preview, live }) => [id, preview.revision, live === preview]);
const prepared = (app: App) => ({
  fields: "run_lock" in app.live!.properties,
  views: Object.keys(app.live!.views),
  rules: app.live!.recordAcl.length,
  plugins: app.live!.plugins.length,
});

describe("npm run setup", () => {
  it("installs the plugin, creates the app and prepares it; a second time it changes nothing and says so", async () => {
    const first = await setUp([]);
    expect(first.said).toContain("プラグイン: バージョン1をインストールしました。");
    expect(first.said).toContain("フィールドを136個追加します");
    expect(first.said).toContain("準備が完了しました");
    expect(first.status).toBe(0);
    expect(apps().map(prepared)).toEqual([
      {
        fields: true,
        views: [
          ...["実行履歴", "対象アプリ", "失敗・要確認", "設定の変更履歴", "復元の履歴", "復元訓練の履歴"],
          "世代の保全と廃棄",
        ],
        rules: 11,
        plugins: 1,
      },
    ]);

    const before = revisions();
    const second = await setUp([], { lang: "en_US.UTF-8" });
    expect(second.said).toContain("App 1 lacks nothing. Nothing was changed.");
    expect(second.said).toContain(`${emulator.url}/k/1/`);
    expect(second.status).toBe(0);
    expect(revisions()).toEqual(before);
  });

  it("finds the app whatever it is called, and updates the plugin", async () => {
    const [app] = apps();
    app!.change({ general: { ...app!.preview.general, name: "別の名前" } });
    app!.deploy("admin");
    const { status, said } = await setUp(["--plugin", plugin(2)]);
    expect(said).toContain("バージョン1を2に更新しました");
    expect([status, apps().length]).toEqual([0, 1]);
    expect([...domain.plugins.values()].map(({ version }) => version)).toEqual(["2"]);
  });

  it("prepares the app that is named, in a guest space too", async () => {
    const app = domain.addApp({ id: 40, spaceId: 3, name: "Guests", creator: "admin", properties: {} });
    const args = ["--plugin", plugin(2), "--app", "40", "--guest-space", "3"];
    const { status, said } = await setUp(args, { lang: "zh_CN.UTF-8" });
    expect(said).toContain("应用40的准备已完成");
    expect(status).toBe(0);
    expect(prepared(app)).toMatchObject({
      fields: true,
      views: ["执行历史", "备份对象", "失败或不完整", "设置更改历史", "恢复历史", "恢复演练历史", "世代的保全与销毁"],
      plugins: 1,
    });
  });

  it("tells which rights are missing before it changes anything", async () => {
    const before = [revisions(), domain.plugins.size];
    const { status, said } = await setUp(["--app", "1"], { user: "sato" });
    expect(status).toBe(2);
    expect(said).toContain("kintoneシステム管理者の権限");
    expect(said).toContain("アプリの管理権限");
    expect([revisions(), domain.plugins.size]).toEqual(before);
  });

  it("does not take an app of that name for its own, nor choose among several", async () => {
    domain.addApp({ id: 50, name: "在庫", creator: "admin", properties: {} });
    const foreign = await setUp(["--plugin", plugin(2), "--name", "在庫"]);
    expect([foreign.status, foreign.said]).toEqual([2, expect.stringContaining("50「在庫」")]);

    const another = await setUp(["--plugin", plugin(2), "--name", "もう一つ"]);
    expect(another.status).toBe(0);
    const several = await setUp(["--plugin", plugin(2)]);
    expect(several.status).toBe(2);
    expect(several.said).toMatch(/1「別の名前」[^]*「もう一つ」/);
  });

  it("goes nowhere without TLS but to this machine, and without a log-in", async () => {
    const { status, said } = await setUp(["--base-url", "http://example.cybozu.com"]);
    expect([status, said]).toEqual([2, expect.stringContaining("https://")]);
    const nobody = await setUp([], { user: "" });
    expect([nobody.status, nobody.said]).toEqual([2, expect.stringContaining("KINTONE_USERNAME")]);
  });
});
