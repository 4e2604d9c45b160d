import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { customize as command } from "../../scripts/customize/command";
import { PASSWORD, PEOPLE } from "../../scripts/local-kintone";
import { root } from "../../scripts/root";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";
import { deploy } from "../kintone/deploy";
import { expectAccessible } from "./accessibility";
import { type Stage, photograph, setStage } from "./stage";

const OURS = "kbm-backup-status.js";
/** Somebody else's customizations, one of which has our file's name. */
const THEIRS = {
  "hello.js": `kintone.events.on("app.record.index.show", (event) => {
    document.title = "theirs";
    return event;
  });`,
  [OURS]: "/* made by somebody else */",
  "style.css": "p { color: rgb(1, 2, 3) }",
  "mobile.js": "/* for phones */",
};
/** Whose apps only a rule stands for. */
const SPACE = 7;
const [APP, OTHER, GUEST] = [APP_IDS.customers, APP_IDS.newProject, APP_IDS.supplierCorrespondence];

let stage: Stage;
let folder: string;
let page: Page | undefined;

beforeAll(async () => {
  stage = await setStage();
  folder = await mkdtemp(path.join(tmpdir(), "backup-status-"));
  const keys = Object.fromEntries(
    await Promise.all(
      Object.entries(THEIRS).map(async ([name, data]) => {
        const file = path.join(folder, name);
        await writeFile(file, data);
        const { fileKey } = await stage.witness.file.uploadFile({ file: { path: file } });
        return [name, { type: "FILE" as const, file: { fileKey } }] as const;
      }),
    ),
  );
  await stage.witness.app.updateAppCustomize({
    app: APP,
    scope: "ALL",
    desktop: { js: [keys["hello.js"]!, keys[OURS]!], css: [keys["style.css"]!] },
    mobile: { js: [keys["mobile.js"]!], css: [] },
  });
  await deploy(stage.witness, APP);
  await succeeded(APP, 1);
});
afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true });
});
afterEach(() => page?.context().close());

interface Asked {
  user?: string;
  lang?: string;
}

const commandLine = (args: string[]) => ["--base-url", stage.emulator.url, "--backup-app", stage.appId, ...args];
const environment = ({ user = PEOPLE.admin, lang = "ja_JP.UTF-8" }: Asked) => ({
  PATH: process.env.PATH,
  LANG: lang,
  KINTONE_USERNAME: user,
  KINTONE_PASSWORD: PASSWORD,
});

/** The command, without a process of its own. */
async function customize(args: string[], asked: Asked = {}) {
  const said: string[] = [];
  const hear = (...lines: string[]) => void said.push(...lines);
  const status = await command(commandLine(args), environment(asked), { say: hear, complain: hear });
  return { status, said: said.join("\n") };
}

/** The command as somebody types it: a process of its own, with its log-in in the environment. */
async function customizeFromTerminal(args: string[]) {
  const tsx = path.join(root, "node_modules", ".bin", "tsx");
  const child = spawn(tsx, [path.join(root, "scripts", "customize.ts"), ...commandLine(args)], {
    env: environment({}),
  });
  let said = "";
  child.stdout.on("data", (data) => (said += String(data)));
  child.stderr.on("data", (data) => (said += String(data)));
  const [status] = (await once(child, "close")) as [number];
  return { status, said };
}

const appOf = (id: string) => stage.emulator.domain.apps.get(Number(id))!;

/** What is live, file by file, as the official client downloads it. */
async function live(app: string): Promise<Array<[place: string, name: string, text: string]>> {
  const { desktop, mobile } = await stage.witness.app.getAppCustomize({ app });
  const places = {
    "desktop js": desktop.js,
    "desktop css": desktop.css,
    "mobile js": mobile.js,
    "mobile css": mobile.css,
  };
  const told: Array<[string, string, string]> = [];
  for (const [place, files] of Object.entries(places)) {
    for (const entry of files) {
      if (entry.type !== "FILE") throw new Error("There is no URL here");
      const bytes = await stage.witness.file.downloadFile({ fileKey: entry.file.fileKey });
      told.push([place, entry.file.name, Buffer.from(bytes).toString()]);
    }
  }
  return told;
}

const theirs = () => [
  ["desktop js", "hello.js", THEIRS["hello.js"]],
  ["desktop js", OURS, THEIRS[OURS]],
  ["desktop css", "style.css", THEIRS["style.css"]],
  ["mobile js", "mobile.js", THEIRS["mobile.js"]],
];
const isOurs = ([, , text]: [string, string, string]) =>
  text.startsWith("/*! kintone Backup Manager: backup status */");

/** As a run would have left the target's record so many days ago. */
async function succeeded(app: string, days: number, values: Record<string, { value: unknown }> = {}): Promise<void> {
  const at = new Date(Date.now() - days * 24 * 60 * 60 * 1000 - 60_000).toISOString();
  await stage.witness.record.updateRecord({
    app: stage.appId,
    updateKey: { field: "target_app_id", value: app },
    record: {
      target_last_success: { value: at },
      target_last_saved: { value: at },
      target_last_status: { value: "success" },
      ...values,
    },
  });
}

async function addRule(scope: string, space: number, values: Record<string, { value: unknown }> = {}): Promise<void> {
  const rule = { target_scope: { value: scope }, target_space_id: { value: space } };
  await stage.witness.record.addRecord({
    app: stage.appId,
    record: { record_type: { value: "target" }, target_enabled: { value: ["enabled"] }, ...rule, ...values },
  });
}

/** The list of an app, once everything that comes by itself has come. */
async function listOf(user: string, app: string, space = ""): Promise<Page> {
  page = await stage.open(user, `/k/${space}${app}/`);
  await page.locator(".lk-record-table, .lk-list").first().waitFor();
  await page.waitForLoadState("networkidle");
  return page;
}

/** Where no customization is. */
async function portal(user: string): Promise<Page> {
  page = await stage.open(user, "/k/");
  await page.waitForURL(/\/k\/$/);
  return page;
}

const isAboutBackups = (url: URL) =>
  url.pathname.endsWith("/records.json") && url.searchParams.get("app") === stage.appId;
const line = (list: Page) => list.locator("#kbm-backup-status");

describe("npm run customize", () => {
  it("adds its file to what the app has already, and changes nothing else; a second time nothing at all", async () => {
    const first = await customizeFromTerminal(["--apps", APP]);
    expect(first).toEqual({ status: 0, said: expect.stringContaining(`アプリ${APP}: 表示を追加しました。`) as string });
    const after = await live(APP);
    expect(after.filter((file) => !isOurs(file))).toEqual(theirs());
    expect(after.filter(isOurs).map(([place, name]) => [place, name])).toEqual([["desktop js", OURS]]);
    expect(appOf(APP).settings.customize.scope).toBe("ALL");

    const { revision } = appOf(APP).preview;
    const second = await customize(["--apps", APP], { lang: "zh_CN.UTF-8" });
    expect(second).toEqual({ status: 0, said: expect.stringContaining(`应用${APP}：没有需要更改的内容。`) as string });
    expect(appOf(APP).preview.revision).toBe(revision);
  });

  it("puts another limit in the place of the old one", async () => {
    expect((await customize(["--apps", APP, "--overdue-days", "3"])).status).toBe(0);
    const after = await live(APP);
    expect(after.map(([place, name]) => `${place} ${name}`).slice(0, 3)).toEqual([
      "desktop js hello.js",
      `desktop js ${OURS}`,
      `desktop js ${OURS}`,
    ]);
    expect(after.filter(isOurs).map(([, , text]) => text)).toEqual([expect.stringContaining('\\"overdueDays\\":3')]);
    expect(after.filter((file) => !isOurs(file))).toEqual(theirs());
  });

  it("puts nothing live that somebody else has not put live yet", async () => {
    const { views } = await stage.witness.app.getViews({ app: APP, preview: true });
    const waiting = { index: "9", type: "LIST" as const, name: "まだ", fields: [] };
    await stage.witness.app.updateViews({ app: APP, views: { ...views, まだ: waiting } as never });
    const before = [await live(APP), appOf(APP).preview.revision];
    const { status, said } = await customize(["--apps", APP, "--overdue-days", "5"], { lang: "en_US.UTF-8" });
    expect([status, said]).toEqual([1, expect.stringContaining("not live yet: views. Update the app or discard them")]);
    expect([await live(APP), appOf(APP).preview.revision]).toEqual(before);
    await deploy(stage.witness, APP);
  });

  it("goes through all enabled targets, also in guest spaces, and tells of each that it could not change", async () => {
    await stage.setTargets([
      { appId: APP },
      { appId: GUEST, guestSpaceId: String(GUEST_SPACE_ID) },
      { appId: OTHER, enabled: false },
      { appId: "999" },
    ]);
    await succeeded(APP, 1);
    const { status, said } = await customize(["--overdue-days", "3"]);
    expect(status).toBe(1);
    expect(said).toContain(`アプリ${APP}: 変更するものはありません。`);
    expect(said).toContain(`アプリ${GUEST}: 表示を追加しました。`);
    expect(said).toMatch(/アプリ999: .*見つからない.*GAIA_AP01/);
    expect(said).not.toContain(`アプリ${OTHER}`);
    expect(appOf(GUEST).settings.customize.desktop.js).toHaveLength(1);
    expect((await customize(["--apps", "13"])).said).toContain("アプリ13: バックアップの対象に登録されていません。");
  });

  it("says when kintone refused the customization, or gave the update of the app up", async () => {
    const { faults } = stage.emulator.domain;
    faults.add({ when: { method: "PUT", path: "preview/app/customize.json" }, do: { kind: "error", code: "CB_NO02" } });
    expect((await customize(["--apps", OTHER])).said).toMatch(/アプリ\d+: .*kintoneが受け付けませんでした.*CB_NO02/s);
    faults.clear();
    appOf(OTHER).nextDeployment = "FAIL";
    const { status, said } = await customize(["--apps", OTHER]);
    expect([status, said]).toEqual([1, expect.stringContaining("アプリを更新できませんでした（FAIL）")]);
    expect((await customize(["--remove", "--apps", OTHER])).status).toBe(0);
  });

  it("says who lacks the rights", async () => {
    expect(await customize([], { user: "sato" })).toEqual({
      status: 2,
      said: expect.stringContaining("satoには、kintoneシステム管理者の権限がありません") as string,
    });
  });
});

describe("the list of a target app", () => {
  it("says when the app was last backed up and verified, once, however often the list is shown, and asks once", async () => {
    let asked = 0;
    const list = await portal("sato");
    list.on("request", (request) => {
      if (isAboutBackups(new URL(request.url()))) asked += 1;
    });
    await list.goto(`${stage.emulator.url}/k/${APP}/`);
    await line(list)
      .getByText(/^最後のバックアップと検証: .+（1日前）。zipファイルの保存も確認できています。 詳しく見る$/)
      .waitFor();
    expect(await list.title()).toBe("theirs");
    await line(list).evaluate((element) => (element.dataset.first = ""));
    const sorted = list.waitForURL(/query=/);
    await list.getByRole("columnheader").nth(1).locator("button, a").first().click();
    await sorted;
    await list.locator("#kbm-backup-status:not([data-first])").waitFor();
    expect(await line(list).count()).toBe(1);
    await list.reload();
    await line(list).waitFor();
    expect(asked).toBe(1);
    expect(await line(list).getByText("注意").count()).toBe(0);
    await expectAccessible(list, "#kbm-backup-status");
    await photograph(list, "backup-status");
    await line(list).getByRole("link").click();
    await list.waitForURL(new RegExp(`/k/${stage.appId}/show#record=\\d+$`));
  });

  it("warns with a sign and a word when the backup is overdue, in the user's language", async () => {
    const { people } = stage.emulator.domain;
    people.addUser({ code: "li", name: "李 明", password: PASSWORD, language: "zh" });
    await succeeded(APP, 4, { target_last_status: { value: "partial" } });
    for (const [user, words] of [
      [
        "sato",
        /^⚠ 注意 バックアップの期限を過ぎています。4日間、保存を確認できたバックアップがありません。前回のバックアップには不足があります。/,
      ],
      [
        "smith",
        /^⚠ Warning The backup is overdue: none known to be saved for 4 days\. The last backup was incomplete\./,
      ],
      ["li", /^⚠ 注意 备份已逾期。已有4天没有确认保存的备份。上次备份不完整。最近一次备份和验证：/],
    ] as const) {
      const list = await listOf(user, APP);
      expect(await line(list).innerText()).toMatch(words);
      await expectAccessible(list, "#kbm-backup-status");
      await photograph(list, `backup-status-overdue-${user}`);
      await list.context().close();
    }
  });

  it("tells a success from a backup that is known to be saved", async () => {
    const before = new Date(Date.now() - 5 * 24 * 60 * 60 * 1000).toISOString();
    await succeeded(APP, 0, { target_last_saved: { value: before } });
    const list = await listOf("sato", APP);
    expect(await line(list).innerText()).toMatch(
      /^⚠ 注意 バックアップの期限を過ぎています。5日間、保存を確認できたバックアップがありません。最後のバックアップと検証: .+（24時間以内）。このバックアップは、zipファイルの保存を確認できていません。保存を確認できた最後のバックアップ: .+。/,
    );
    await photograph(list, "backup-status-unsaved");
    await list.context().close();
    await succeeded(APP, 0, { target_last_saved: { value: "" } });
    const never = await listOf("sato", APP);
    expect(await line(never).innerText()).toMatch(
      /^⚠ 注意 最後の.+（24時間以内）。zipファイルの保存を確認できたバックアップは、まだありません。/,
    );
    await never.context().close();
    // Runs have succeeded ever since, and nobody has shown what they made.
    await succeeded(APP, 0, { target_last_saved: { value: "" }, target_unsaved_since: { value: before } });
    const waiting = await listOf("sato", APP);
    expect(await line(waiting).innerText()).toMatch(
      /^⚠ 注意 バックアップの期限を過ぎています。5日間、保存を確認できたバックアップがありません。最後の.+（24時間以内）。/,
    );
  });

  it("in a guest space asks the backup-management app outside of it", async () => {
    const list = await listOf(PEOPLE.admin, GUEST, `guest/${GUEST_SPACE_ID}/`);
    expect(await line(list).innerText()).toMatch(/まだ一度も成功していません/);
  });

  it("shows nothing to who may not look into the backup-management app, and says when it could not be read", async () => {
    const away = await portal("sato");
    await away.route(isAboutBackups, (route) => route.fulfill({ status: 503, body: "away" }));
    await away.goto(`${stage.emulator.url}/k/${APP}/`);
    await expect.poll(() => line(away).innerText()).toBe("バックアップの状況を読み取れませんでした。");
    await away.context().close();

    const backupApp = appOf(stage.appId);
    const { appAcl } = backupApp.settings;
    backupApp.change({ appAcl: [] });
    backupApp.deploy(PEOPLE.admin);
    const list = await listOf("sato", APP);
    await expect.poll(() => list.title()).toBe("theirs");
    expect(await line(list).count()).toBe(0);
    backupApp.change({ appAcl });
    backupApp.deploy(PEOPLE.admin);
  });
});

it("--remove takes the file out again and leaves everything else", async () => {
  const { status, said } = await customize(["--remove", "--apps", `${APP},guest-${GUEST_SPACE_ID}-${GUEST}`]);
  expect(said).toContain(`アプリ${APP}: 表示をやめました。`);
  expect(status).toBe(0);
  expect(await live(APP)).toEqual(theirs());
  expect(appOf(GUEST).settings.customize.desktop.js).toEqual([]);
  expect((await customize(["--remove", "--apps", APP])).said).toContain("変更するものはありません。");
});

describe("apps that a rule stands for", () => {
  it("get the line, too, and a rule that stands for none is told", async () => {
    const { domain } = stage.emulator;
    domain.spaces.add({ id: SPACE, name: "生産本部", administrators: ["admin"], members: ["admin", "sato"] });
    const [ruled, leftOut] = [9001, 9002].map((id) =>
      domain.addApp({ id, name: `設備${id}`, creator: "admin", properties: {}, spaceId: SPACE }),
    );
    await stage.setTargets([]);
    await addRule("space", SPACE, { target_exceptions: { value: "9002" } });
    const { status, said } = await customize([]);
    expect(said).toContain("アプリ9001: 表示を追加しました。");
    expect(status).toBe(0);
    expect([ruled, leftOut].map((app) => app!.settings.customize.desktop.js.length)).toEqual([1, 0]);
    await addRule("space", 4711);
    const again = await customize([]);
    expect(again.said).toContain("アプリ9001: 変更するものはありません。");
    expect(again.said).toMatch(/4711/);
    expect(again.status).toBe(1);
  });

  it("say how all of them stand together", async () => {
    await stage.setTargets([]);
    await addRule("space", SPACE, {
      target_last_success: { value: new Date(Date.now() - 60_000).toISOString() },
      target_last_status: { value: "partial" },
    });
    const list = await listOf("sato", "9001");
    expect(await line(list).innerText()).toMatch(
      /^⚠ 注意 このアプリは、ほかのアプリとともにルールでバックアップされています。ルールのアプリ全体の状況:前回のバックアップには不足があります。最後の.+（24時間以内）。/,
    );
    await expectAccessible(list, "#kbm-backup-status");
    await list.context().close();
    // A target of its own decides, also when it is switched off; and what the rule leaves out is backed up by nobody.
    await stage.setTargets([{ appId: "9001", enabled: false }]);
    await addRule("space", SPACE);
    expect(await line(await listOf("sato", "9001")).innerText()).toContain("無効になっています");
    await page?.context().close();
    await stage.setTargets([]);
    await addRule("space", SPACE, { target_exceptions: { value: "9001" } });
    expect(await line(await listOf("sato", "9001")).innerText()).toContain("登録されていないか");
  });
});
