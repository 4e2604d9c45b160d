import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";
import { expectAccessible } from "./accessibility";
import { type RecordedRun, lastRun } from "./history";
import { openArchive } from "./opened-archive";
import { type Stage, closeDialog, dialogOf, photograph, runToItsEnd, setStage } from "./stage";

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setStage();
  page = await stage.openList("sato");
});
afterAll(() => stage?.close());

const NEVER_THERE = "999";
const DELETED = "31";
const GUEST_APP_WITHOUT_SPACE = "32";

/** What the dialog says about a target: its row. */
const rowOf = (appId: string) => dialogOf(page).locator("tr", { hasText: new RegExp(`アプリID ${appId}(?!\\d)`) });

const BAD_TARGETS = [
  {
    appId: NEVER_THERE,
    appName: "無いアプリ",
    code: "APP_NOT_FOUND",
    kintone: "GAIA_AP01",
    says: /ID 999.*見つからない/,
  },
  { appId: DELETED, appName: "消したアプリ", code: "APP_NOT_FOUND", kintone: "GAIA_AP01", says: /ID 31.*削除された/ },
  {
    appId: APP_IDS.supplierCorrespondence,
    guestSpaceId: "99",
    appName: "仕入先連絡",
    code: "WRONG_SPACE",
    kintone: /^GAIA_/,
    says: /ゲストスペース（ID 99）/,
  },
  {
    appId: APP_IDS.customers,
    guestSpaceId: String(GUEST_SPACE_ID),
    appName: "顧客",
    code: "WRONG_SPACE",
    kintone: /^GAIA_/,
    says: /ゲストスペース（ID 3）/,
  },
  {
    appId: GUEST_APP_WITHOUT_SPACE,
    appName: "ゲストのアプリ",
    code: "WRONG_SPACE",
    kintone: /^GAIA_/,
    says: /ゲストスペースIDを入力してください/,
  },
  {
    appId: APP_IDS.personnelReviews,
    appName: "人事評価",
    code: "NO_PERMISSION",
    kintone: /^(CB_NO02|GAIA_NO01)$/,
    says: /権限がない/,
  },
  {
    appId: APP_IDS.inspections,
    appName: "検査データ",
    query: '無いフィールド = "1"',
    code: "QUERY_REFUSED",
    kintone: /^GAIA_/,
    says: /絞り込み条件.*無いフィールド/,
  },
  {
    appId: APP_IDS.drawings,
    appName: "図面管理",
    query: "これは 条件では ない",
    code: "QUERY_REFUSED",
    kintone: "CB_VA01",
    says: /絞り込み条件/,
  },
  { appId: "", appName: "番号のない対象", code: "TARGET_INCOMPLETE", kintone: "", says: /対象アプリの登録.*に不備/ },
];
const withKintone = BAD_TARGETS.filter(({ kintone }) => kintone !== "");

function expectRecorded(run: RecordedRun): void {
  for (const { appId, code, kintone, says } of BAD_TARGETS) {
    const result = run.results.find((row) => row.app_id === appId);
    expect(result, appId).toMatchObject({ status: "failed", error_code: code, records: "0" });
    expect(result?.message).toMatch(says);
    expect(result?.kintone_code).toMatch(kintone);
    if (kintone !== "") expect(result?.message).toContain(`(${result?.kintone_code})`);
  }
}

describe("targets that cannot be backed up", () => {
  beforeAll(async () => {
    const { domain } = stage.emulator;
    const properties = { 件名: { type: "SINGLE_LINE_TEXT", code: "件名", label: "件名" } };
    domain.addApp({ id: Number(DELETED), name: "消したアプリ", creator: "admin", properties });
    domain.apps.delete(Number(DELETED));
    domain.addApp({
      id: Number(GUEST_APP_WITHOUT_SPACE),
      name: "ゲストのアプリ",
      creator: "admin",
      spaceId: GUEST_SPACE_ID,
      properties,
    });
  });

  it("are told one by one, and the rest is backed up: partial", async () => {
    await stage.setTargets([...BAD_TARGETS, { appId: APP_IDS.newProject, appName: "新規プロジェクト" }]);
    const [download, ...others] = await runToItsEnd(page);
    await photograph(page, "partial");

    const dialog = dialogOf(page);
    expect(await dialog.getByRole("status").first().innerText()).toMatch(/一部不足[^]*10個のアプリのうち9個に不足/);
    for (const { appId, kintone, says } of withKintone) {
      const sentence = await rowOf(appId).innerText();
      expect(sentence).toMatch(says);
      expect(sentence).toMatch(
        new RegExp(`失敗[^]*\\(${typeof kintone === "string" ? kintone : "[A-Z]+_[A-Z0-9]+"}\\)`),
      );
    }
    expect(await dialog.locator("tr", { hasText: "番号のない対象" }).innerText()).toMatch(
      /失敗[^]*対象アプリの登録（レコードID \d+）に不備/,
    );
    expect(await rowOf(APP_IDS.newProject).innerText()).toMatch(/成功[^]*なし/);
    await expectAccessible(page, "dialog");
    await rowOf(APP_IDS.drawings).scrollIntoViewIfNeeded();
    await photograph(page, "partial-scrolled");

    const run = await lastRun(stage);
    expect(run.field("run_status")).toBe("partial");
    expectRecorded(run);
    expect(run.results.find(({ app_id }) => app_id === APP_IDS.newProject)).toMatchObject({ status: "success" });
    for (const { says } of withKintone) expect(run.log).toMatch(says);

    expect(others).toEqual([]);
    const archive = await openArchive(await download!.path());
    const manifest = JSON.parse(archive.text("manifest.json")) as {
      targets: Array<{ appId: string; missing: Array<{ code: string }> }>;
    };
    for (const { appId } of withKintone) {
      const missing = manifest.targets.find((target) => target.appId === appId)?.missing ?? [];
      expect(
        missing.map(({ code }) => code),
        appId,
      ).toContain("FAILED");
      expect([...archive.digests.keys()].filter((name) => name.endsWith(`${appId}/records.jsonl`))).toEqual([]);
    }
    expect(archive.text(`${APP_IDS.newProject}/records.jsonl`)).toBe("");
    expect(archive.digests.has(`${APP_IDS.newProject}/records.jsonl`)).toBe(true);
    await closeDialog(page);
  });

  it("make a failed run when there is nothing else, and no zip", async () => {
    await stage.setTargets(BAD_TARGETS.filter(({ code }) => code !== "QUERY_REFUSED"));
    const downloads = await runToItsEnd(page);
    await photograph(page, "failed");
    await expectAccessible(page, "dialog");
    expect(await dialogOf(page).getByRole("status").first().innerText()).toMatch(
      /失敗[^]*バックアップできませんでした/,
    );
    const run = await lastRun(stage);
    expect(run.field("run_status")).toBe("failed");
    expect(run.volumes).toEqual([]);
    expect(downloads).toEqual([]);
    await closeDialog(page);
  });

  it("that are none at all make a failed run that says so", async () => {
    await stage.setTargets([{ appId: APP_IDS.customers, enabled: false }]);
    const downloads = await runToItsEnd(page);
    await photograph(page, "no-targets");
    const sentence = /バックアップする対象がありません/;
    expect(await dialogOf(page).innerText()).toMatch(sentence);
    const run = await lastRun(stage);
    expect(run.field("run_status")).toBe("failed");
    expect(run.field("run_message")).toMatch(sentence);
    expect(run.field("run_lock")).toBe("");
    expect(run.results).toEqual([]);
    expect(downloads).toEqual([]);
    await closeDialog(page);
  });
});
