import { readFile } from "node:fs/promises";
import { PDFDocument } from "pdf-lib";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD, PEOPLE } from "../../scripts/local-kintone";
import { dayAfter, daysOf } from "../../src/history/overview/days";
import type { App } from "../emulator/domain/app";
import { noRights } from "../emulator/domain/app-settings";
import { APP_IDS } from "../emulator/sample/app";
import { createDrills } from "../../src/history/drills/drill-records";
import { createRestores } from "../../src/history/restores/restore-records";
import { createPasswordConnection } from "../../src/kintone/connection/password-connection";
import { createRecordStore } from "../../src/kintone/writing/record-store";
import { outcome as drillOutcome } from "../history/drills/drills";
import { outcome, stopped } from "../history/restores/restores";
import { deploy } from "../kintone/deploy";
import { expectAccessible } from "./accessibility";
import { recordedRuns } from "./history";
import { writeHistory } from "./long-history";
import { meantMethod } from "./meant";
import { type Stage, closeDialog, photograph, runButton, runToItsEnd, setStage } from "./stage";

/** Runs that are written, and the days of the history with today. */
const [WRITTEN, DAYS] = [97, 101];

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  await stage.setTargets([
    { appId: APP_IDS.qualityRecords, appName: "品質記録" },
    { appId: APP_IDS.drawings, appName: "図面管理" },
    { appId: APP_IDS.customers, appName: "顧客", enabled: false },
  ]);
  await writeHistory(stage, DAYS - 1);
  const { appAcl } = stage.emulator.domain.apps.get(Number(stage.appId))!.settings;
  const entity = { type: "USER" as const, code: PEOPLE.auditor };
  deployChanged({ appAcl: [{ ...noRights, entity, includeSubs: false, recordViewable: true }, ...appAcl] });
});
afterEach(async () => {
  stage.emulator.domain.faults.clear();
  await page.context().close();
});
afterAll(() => stage?.close());

const today = () => daysOf("Asia/Tokyo")(new Date())!;
const ours = (): Locator => page.locator(".kbm-overview");
const section = (name: RegExp): Locator => ours().locator("section", { has: page.getByRole("heading", { name }) });
const button = (name: string | RegExp): Locator => ours().getByRole("button", { name });

async function openOverview(user: string = PEOPLE.auditor): Promise<void> {
  page = await stage.openList(user);
  await page.getByRole("button", { name: /^(履歴の概要|History overview|历史概览)$/ }).click();
  await ours().locator("section").first().waitFor();
}

const deployChanged = (settings: Parameters<App["change"]>[0]) => {
  const app = stage.emulator.domain.apps.get(Number(stage.appId))!;
  app.change(settings);
  app.deploy(PEOPLE.admin);
};

async function photographPart(part: Locator, name: string): Promise<void> {
  await part.scrollIntoViewIfNeeded();
  await photograph(page, name);
}

describe("an auditor who may only view", () => {
  it("sees at a glance whether the history holds, what stands out, and the days without a backup", async () => {
    await openOverview();
    expect(await section(/^履歴の完全性$/).innerText()).toMatch(
      new RegExp(`履歴はつながっています。[^]*${WRITTEN}回の実行）: .+ から .+ まで`),
    );
    const anomalies = await section(/^確認が必要なこと/).innerText();
    expect(anomalies).toMatch(/図面管理 \(\d+\): 4回続けて成功していません。/);
    expect(anomalies).toMatch(/品質記録 \(\d+\): レコード数が、これまでの1,00\d(\.5)?から410に減りました。/);
    expect(anomalies).toMatch(/顧客 \(\d+\): 対象に登録されていますが、無効になっています。/);
    expect(anomalies).toMatch(/検査データ \(\d+\): バックアップの対象になっていません。/);
    expect(await section(/^カレンダー$/).innerText()).toContain(`期間内の${DAYS}日のうち、バックアップのない日: 4日`);
    expect(await section(/^対象アプリ$/).innerText()).toMatch(/図面管理[^]*有効[^]*一部不足[^]*5日前[^]*4\n/);
    expect(await section(/^この画面でわからないこと$/).innerText()).toContain("ゲストスペース");
    expect(
      await section(/^実行の一覧$/)
        .locator("tbody tr")
        .count(),
    ).toBe(50);
    await photograph(page, "overview");
    await photographPart(section(/^カレンダー$/), "overview-calendar");
    await photographPart(section(/^所要時間とサイズの推移$/), "overview-charts");
    await photographPart(section(/^証跡の出力$/), "overview-evidence");
    await expectAccessible(page, ".kbm-overview");
  });

  it("asks kintone for little, and writes nothing", async () => {
    page = await stage.openList(PEOPLE.auditor);
    const asked: string[] = [];
    page.on("request", (request) => {
      if (!request.url().includes("/k/v1/")) return;
      asked.push(`${meantMethod(request)} ${new URL(request.url()).pathname}`);
    });
    await page.getByRole("button", { name: "履歴の概要" }).click();
    await ours().locator("section").first().waitFor();
    // Runs, targets, and who changed those that are gone.
    const records = Array.from({ length: 3 }, () => "GET /k/v1/records.json");
    expect(asked.sort()).toEqual(["GET /k/v1/apps.json", ...records]);
  });

  it("filters by keyboard, and by a day of the calendar", async () => {
    await openOverview();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("バックアップ履歴の概要");
    const shown = () =>
      ours()
        .getByText(/件の実行を表示しています。$/)
        .innerText();
    await ours().getByLabel("状態").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await shown()).toBe(`${WRITTEN}件中92件の実行を表示しています。`);
    await ours()
      .getByRole("combobox", { name: "対象アプリ" })
      .selectOption({ label: `図面管理 (${APP_IDS.drawings})` });
    expect(await shown()).toBe(`${WRITTEN}件中92件の実行を表示しています。`);
    await button("絞り込みを解除").press("Enter");
    expect(await shown()).toBe(`${WRITTEN}件中${WRITTEN}件の実行を表示しています。`);

    await ours().getByLabel("開始日").fill(dayAfter(today(), -10));
    await ours().getByLabel("終了日").fill(today());
    expect(await shown()).toBe(`${WRITTEN}件中8件の実行を表示しています。`);
    expect(await section(/^カレンダー$/).innerText()).toContain("期間内の11日のうち、バックアップのない日: 2日");

    await button("絞り込みを解除").click();
    // On the first day of a month, that month has no run yet.
    await button("前の月").click();
    const day = section(/^カレンダー$/)
      .locator("button.kbm-day")
      .last();
    await day.press("Space");
    expect(await day.getAttribute("aria-pressed")).toBe("true");
    expect(await shown()).toBe(`${WRITTEN}件中1件の実行を表示しています。`);
    await day.press("Space");
    expect(await shown()).toBe(`${WRITTEN}件中${WRITTEN}件の実行を表示しています。`);
    await button("前の月").click();
    await expectAccessible(page, ".kbm-overview");
  });

  it("reads the figures of the charts in a table", async () => {
    await openOverview();
    const charts = section(/^所要時間とサイズの推移$/);
    expect(await charts.getByRole("img").first().getAttribute("aria-label")).toMatch(/^所要時間の推移。48点、最小/);
    await charts.locator("summary").press("Enter");
    await charts.locator("table").waitFor();
    expect(await charts.locator("tbody tr").count()).toBe(48);
    await expectAccessible(page, ".kbm-overview");
    await photographPart(charts, "overview-charts-table");
  });

  it("takes away a CSV in which nothing is a formula", async () => {
    await openOverview();
    await ours().getByLabel("開始日").fill(dayAfter(today(), -5));
    const [download] = await Promise.all([page.waitForEvent("download"), button("CSVを保存").click()]);
    expect(download.suggestedFilename()).toBe(`backup-history_${dayAfter(today(), -5)}_${today()}.csv`);
    const bytes = await readFile(await download.path());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/^"レコード番号","実行ID","開始日時 \(Asia\/Tokyo\)"/);
    expect(lines[1]).toContain(`"${dayAfter(today(), -5)} 03:00:07"`);
    expect(lines[3]).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(lines.at(-1)).toMatch(/"[0-9a-f]{64}","合っています","保存確認済み","[^"]+","佐藤 昇",""$/);
  });

  it("prints a report on A4, and nothing else of the page", async () => {
    await openOverview();
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await button("報告書を印刷").click();
    const report = page.locator("#kbm-report");
    expect(await report.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await report.isVisible()).toBe(true);
    expect(await runButton(page).isVisible()).toBe(false);
    await expectAccessible(page, "#kbm-report");
    const text = await report.innerText();
    expect(text).toMatch(/^バックアップ実施報告書/);
    expect(text).toMatch(/作成: .+ 鈴木 恵/);
    expect(text).toContain(`/k/${stage.appId}/`);
    for (const part of ["概要", "履歴の完全性", "バックアップのない日", "例外", "実行の一覧"]) {
      expect(text).toContain(`\n${part}\n`);
    }
    expect(await report.locator("section").last().innerText()).toContain("この画面でわからないこと");
    expect(await report.locator("section").nth(-2).locator("tbody tr").count()).toBe(WRITTEN);
    const wide = page.viewportSize()!;
    // As wide as A4 without its margins.
    await page.setViewportSize({ width: 703, height: 1000 });
    await page.evaluate(() => window.scrollTo(0, 0));
    await photograph(page, "report");
    await page.setViewportSize(wide);
    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
    const { width, height } = pdf.getPage(0).getSize();
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    expect(pdf.getPageCount()).toBeGreaterThan(2);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect(await report.count()).toBe(0);
  });

  it("reads it in a narrow window, in English and in Chinese", async () => {
    const { people } = stage.emulator.domain;
    if (!people.users.has("li")) people.addUser({ code: "li", name: "李 明", password: PASSWORD, language: "zh" });
    for (const [user, word] of [
      ["smith", "The history is intact."],
      ["li", "备份对象"],
    ] as const) {
      await openOverview(user);
      await page.setViewportSize({ width: 420, height: 900 });
      const text = await ours().innerText();
      expect(text).toContain(word);
      expect(await page.evaluate(() => document.querySelector(".kbm-overview")!.scrollWidth)).toBeLessThanOrEqual(420);
      await expectAccessible(page, ".kbm-overview");
      await photograph(page, `overview-narrow-${user}`);
      await photographPart(section(/^(Calendar|日历)$/), `overview-narrow-${user}-calendar`);
      if (user === "smith") await page.context().close();
    }
  });
});

describe("a custom view", () => {
  it("with a place for the overview has it drawn there, without a button", async () => {
    const { views } = await stage.witness.app.getViews({ app: stage.appId, preview: true });
    const html = '<div id="kbm-history"></div>';
    const custom = {
      type: "CUSTOM" as const,
      index: "9",
      name: "監査",
      html,
      pager: false,
      device: "DESKTOP" as const,
    };
    await stage.witness.app.updateViews({ app: stage.appId, views: { ...views, 監査: custom } as never });
    await deploy(stage.witness, stage.appId);
    const after = await stage.witness.app.getViews({ app: stage.appId, preview: true });
    page = await stage.open(PEOPLE.auditor, `/k/${stage.appId}/?view=${after.views["監査"]!.id}`);
    await section(/^履歴の完全性$/).waitFor();
    expect(await page.locator("#kbm-history.kbm-overview").count()).toBe(1);
    expect(await page.getByRole("button", { name: "履歴の概要" }).count()).toBe(0);
    await photograph(page, "overview-custom-view");
  });
});

describe("who cannot see everything", () => {
  it("is told which fields are hidden, and that the apps could not be listed", async () => {
    const { fieldAcl } = stage.emulator.domain.apps.get(Number(stage.appId))!.settings;
    const entity = { type: "USER" as const, code: PEOPLE.auditor };
    const entities = [{ entity, includeSubs: false, accessibility: "NONE" as const }];
    deployChanged({ fieldAcl: ["run_bytes", "target_last_success"].map((code) => ({ code, entities })) });
    stage.emulator.domain.faults.add({
      when: { method: "GET", path: "apps.json" },
      do: { kind: "answer", status: 403, contentType: "application/json", body: JSON.stringify({ code: "CB_NO02" }) },
    });
    await openOverview();
    const unseen = await section(/^この画面でわからないこと$/).innerText();
    expect(unseen).toContain("run_bytes, target_last_success");
    expect(unseen).toContain("アプリの一覧を読めなかった");
    expect(await section(/^履歴の完全性$/).innerText()).toContain("検査できません: run_bytes。");
    await expectAccessible(page, ".kbm-overview");
    await photographPart(section(/^この画面でわからないこと$/), "overview-hidden");
    deployChanged({ fieldAcl });
  });

  it("is told that the history cannot be read, and may try again", async () => {
    page = await stage.openList(PEOPLE.auditor);
    const { appAcl } = stage.emulator.domain.apps.get(Number(stage.appId))!.settings;
    deployChanged({ appAcl: [] });
    await page.getByRole("button", { name: "履歴の概要" }).click();
    await ours().getByRole("alert").waitFor();
    expect(await ours().innerText()).toMatch(/履歴を読めませんでした[^]*権限がないため/);
    await expectAccessible(page, ".kbm-overview");
    deployChanged({ appAcl });
    stage.emulator.domain.faults.add({
      when: { method: "GET", path: "records.json" },
      do: { kind: "latency", milliseconds: 3_000 },
    });
    await button("もう一度読む").click();
    await ours().getByText("実行の記録を読んでいます").waitFor();
    await expectAccessible(page, ".kbm-overview");
    stage.emulator.domain.faults.clear();
    await section(/^履歴の完全性$/).waitFor();
    await page.getByRole("button", { name: "概要を閉じる" }).click();
    await ours().waitFor({ state: "detached" });
  });
});

describe("restores", () => {
  it("are listed with who, why, from which archive, into which app, and what came of them", async () => {
    const access = { baseUrl: stage.emulator.url, username: PEOPLE.operator, password: PASSWORD };
    const store = createRecordStore(createPasswordConnection({ ...access, userAgent: "test", fetch }), stage);
    for (const ending of [outcome, { ...stopped, restoreId: "second" }]) {
      const clock = { now: () => new Date() };
      const restores = createRestores(store, { clock, describe: ({ error }) => error.code, pluginVersion: "1" });
      const archive = { ...ending.archive, isTold: ending !== outcome };
      await restores.begin({ ...ending, archive }, "{}");
      await restores.finish({ ...ending, archive }, { report: [], ids: new Map() });
    }
    await openOverview();
    const listed = section(/^復元の一覧$/).locator("tbody tr");
    expect(await listed.count()).toBe(2);
    expect(await listed.first().innerText()).toMatch(
      /失敗[^]*途中で終了[^]*佐藤 昇[^]*月次の一括更新[^]*品質記録[^]*未処理: 2件/,
    );
    expect(await listed.last().innerText()).toMatch(
      /一部不足[^]*説明のつく違いあり[^]*履歴にないアーカイブ[^]*追加: 3件（予定3件）/,
    );
    const anomalies = await section(/^確認が必要なこと/).innerText();
    expect(anomalies).toContain("品質記録 (11): 復元が途中で終わりました。");
    expect(anomalies).toContain(
      "品質記録 (11): 履歴にないアーカイブ（実行ID 20261122-030000-a1b2）から復元されました。",
    );
    await expectAccessible(page, ".kbm-overview");
    await section(/^復元の一覧$/).scrollIntoViewIfNeeded();
    const download = page.waitForEvent("download");
    await button("復元のCSVを保存").click();
    const csv = await readFile(await (await download).path(), "utf8");
    expect(csv.trimEnd().split("\r\n")).toHaveLength(3);
  });
});

describe("drills", () => {
  it("say when each target was last proven, what asks for a corrective action, and stand on a page of the report", async () => {
    const access = { baseUrl: stage.emulator.url, username: PEOPLE.operator, password: PASSWORD };
    const store = createRecordStore(createPasswordConnection({ ...access, userAgent: "test", fetch }), stage);
    const target = { appId: APP_IDS.drawings, name: "図面管理" };
    for (const ending of [
      { ...drillOutcome, target },
      { ...drillOutcome, target, drillId: "second", verdict: "failed" as const },
    ]) {
      const clock = { now: () => new Date() };
      const drills = createDrills(store, { clock, describe: ({ error }) => error.code, pluginVersion: "1" });
      await drills.begin(ending);
      await drills.finish(ending, ["{}\n"]);
    }
    await openOverview();
    const listed = section(/^復元訓練の一覧$/).locator("tbody tr");
    expect(await listed.count()).toBe(2);
    expect(await listed.first().innerText()).toMatch(/失敗[^]*不合格[^]*図面管理[^]*未記入。/);
    expect(await listed.last().innerText()).toMatch(
      /成功[^]*合格（説明のつく違いあり）[^]*月次の復元訓練[^]*サンプル[^]*random 100 of 1200[^]*25 時間[^]*4 分[^]*一致: 100件/,
    );
    const row = section(/^対象アプリ$/).locator("tbody tr", { hasText: "図面管理" });
    expect(await row.innerText()).toContain("2026/11/23");
    const anomalies = await section(/^確認が必要なこと/).innerText();
    expect(anomalies).toContain("の復元訓練に合格していません。");
    await expectAccessible(page, ".kbm-overview");
    const download = page.waitForEvent("download");
    await button("復元訓練のCSVを保存").click();
    const csv = await readFile(await (await download).path(), "utf8");
    expect(csv.trimEnd().split("\r\n")).toHaveLength(3);
    await page.evaluate(() => (window.print = () => undefined));
    await button(/報告書|印刷/).click();
    const report = await page.locator("#kbm-report").textContent();
    expect(report).toContain("ISO/IEC 27001:2022 附属書A 8.13");
    expect(report).toMatch(/復元訓練の回数2合格した復元訓練1/);
  });
});

describe("a history that was changed", () => {
  it("names the run up to which it holds, and the first that does not fit; a real run goes on from it", async () => {
    await stage.setTargets([{ appId: APP_IDS.newProject, appName: "新規プロジェクト" }]);
    page = await stage.openList(PEOPLE.operator);
    await runToItsEnd(page);
    await closeDialog(page);
    await page.context().close();
    const runs = await recordedRuns(stage);
    const touched = runs[40]!;
    await stage.witness.record.updateRecord({
      app: stage.appId,
      id: touched.recordId,
      record: { run_message: { value: "<img src=x onerror=\"document.title='run'\">" } },
    });
    await openOverview();
    const integrity = section(/^履歴の完全性$/);
    expect(await integrity.innerText()).toMatch(/履歴に合わない実行が1件あります。/);
    expect(await integrity.innerText()).toContain(`${runs.length - 41}回の実行）`);
    expect(await integrity.getByRole("link").getAttribute("href")).toBe(
      `/k/${stage.appId}/show#record=${touched.recordId}`,
    );
    const newest = section(/^実行の一覧$/)
      .locator("tbody tr")
      .first();
    expect(await newest.innerText()).toMatch(/成功[^]*佐藤 昇/);
    await expectAccessible(page, ".kbm-overview");
    await photograph(page, "overview-broken");
  });
});
