import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PASSWORD } from "../../scripts/local-kintone";
import { FIREFOX, launchFirefox } from "../browser/firefox";
import { lastRun, recordedRuns } from "../e2e/history";
import { openArchive } from "../e2e/opened-archive";
import { carriedOut, checked, compared, openedRestoring } from "../e2e/restoring";
import {
  type Stage,
  cancelButton,
  closeButton,
  dialogOf,
  photograph,
  runButton,
  runIntoTheMiddle,
  setStage,
  showFiles,
} from "../e2e/stage";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";

const CUSTOMERS = { appId: APP_IDS.customers, appName: "顧客" };
const WITH_FILES = {
  appId: APP_IDS.supplierCorrespondence,
  guestSpaceId: String(GUEST_SPACE_ID),
  appName: "仕入先連絡",
};

if (!FIREFOX) console.log("No Firefox is here: what is tried in it is skipped.");

describe.skipIf(!FIREFOX)("in Firefox", () => {
  let downloads: string;
  let browser: Browser;
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    downloads = await mkdtemp(path.join(tmpdir(), "kbm-firefox-"));
    browser = await launchFirefox({ downloads });
    stage = await setStage(browser);
  });
  beforeEach(async () => {
    page = await stage.openList("sato");
  });
  afterEach(async () => {
    stage.emulator.domain.faults.clear();
    await page.context().close();
  });
  afterAll(async () => {
    await stage?.close();
    await browser?.close();
    await rm(downloads, { recursive: true, force: true });
  });

  const saved = async () => (await readdir(downloads)).map((name) => path.join(downloads, name));

  /** The zip that is new in the folder, once it is whole: an unfinished one has a companion. */
  async function savedSince(before: readonly string[]): Promise<string> {
    const added = async () => (await saved()).filter((file) => !before.includes(file));
    await expect.poll(added, { timeout: 20_000 }).toHaveLength(1);
    return (await added())[0]!;
  }

  async function endOfRun(): Promise<void> {
    await closeButton(page).waitFor({ timeout: 100_000 });
  }

  async function runToItsEnd(): Promise<string> {
    const before = await saved();
    await runButton(page).click();
    await endOfRun();
    return savedSince(before);
  }

  function slowDownFiles(): void {
    const when = { method: "GET", path: "file.json", nth: 4, times: 1_000 };
    stage.emulator.domain.faults.add({ when, do: { kind: "bandwidth", bytesPerSecond: 50 } });
  }

  it("a run makes a whole zip, without a question before; its file is verified on its record", async () => {
    await stage.setTargets([CUSTOMERS]);
    const zip = await runToItsEnd();
    await photograph(page, "firefox-run");
    const run = await lastRun(stage);
    expect(run.field("run_status"), run.log).toBe("success");
    expect((await openArchive(zip)).text(`${APP_IDS.customers}/records.jsonl`).trimEnd().split("\n")).toHaveLength(320);

    await page.goto(`${stage.emulator.url}/k/${stage.appId}/show#record=${run.recordId}`);
    const verifier = page.locator("#kbm-verify");
    await verifier.locator("summary").click();
    const buffer = await readFile(zip);
    await verifier
      .locator("input[type=file]")
      .setInputFiles({ name: run.volumes[0]!.name!, mimeType: "application/zip", buffer });
    await verifier.locator(".kbm-notice-success").waitFor();
  });

  it("a run is cancelled in its middle", async () => {
    await stage.setTargets([WITH_FILES]);
    slowDownFiles();
    await runIntoTheMiddle(page);
    await cancelButton(page).click();
    await endOfRun();
    const run = await lastRun(stage);
    expect([run.field("run_status"), run.field("run_lock")]).toEqual(["cancelled", ""]);
  });

  it("a run whose page was closed goes on at the next visit", async () => {
    await stage.setTargets([WITH_FILES]);
    slowDownFiles();
    await runIntoTheMiddle(page);
    const next = await page.context().newPage();
    await page.close();
    page = next;
    stage.emulator.domain.faults.clear();
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
    const before = await saved();
    await page.locator("#kbm-interrupted").getByRole("button", { name: "続きから再開" }).click();
    await endOfRun();
    const run = await lastRun(stage);
    expect(run.field("run_status"), run.log).toBe("success");
    expect(run.log).toContain("続きから再開しました");
    await openArchive(await savedSince(before));
  });

  describe("a record that was deleted", () => {
    const deleted = { app: CUSTOMERS.appId, query: '顧客コード = "C00007"' };
    let before: unknown;
    let zip: string;

    const asItIs = async () =>
      (await stage.witness.record.getRecords(deleted)).records.map(({ 顧客名, 作成者 }) => ({ 顧客名, 作成者 }));
    async function lastRestore() {
      const query = 'record_type in ("restore") order by $id desc limit 1';
      return (await stage.witness.record.getRecords({ app: stage.appId, query })).records[0];
    }

    /** Backs up, deletes the record, and goes on to where it is to be added again. */
    async function toBeRestored(): Promise<Locator> {
      await stage.setTargets([CUSTOMERS]);
      zip = await runToItsEnd();
      await closeButton(page).click();
      before = await asItIs();
      const { records } = await stage.witness.record.getRecords(deleted);
      await stage.witness.record.deleteRecords({ app: deleted.app, ids: records.map(({ $id }) => String($id!.value)) });
      const dialog = await openedRestoring(page);
      await compared(dialog, zip);
      await dialog.getByRole("button", { name: "復元に進む", exact: true }).click();
      await dialog.getByRole("checkbox", { name: /^アプリにないレコードを追加する（1件/ }).check();
      await checked(dialog, "間違えて削除した");
      return dialog;
    }

    it("is found by comparing with the zip, and restored; the safety backup is saved", async () => {
      const dialog = await toBeRestored();
      const files = await saved();
      await carriedOut(dialog);
      await photograph(page, "firefox-restore");
      expect(await asItIs()).toEqual(before);
      expect((await lastRestore())?.restore_verdict?.value).toBe("as-planned");
      expect(await savedSince(files)).toContain("before-restore");
    });

    it("is restored at the next visit when the page was closed in the middle", async () => {
      const dialog = await toBeRestored();
      // kintone adds the record, and its answer never arrives.
      stage.emulator.domain.faults.add({
        when: { method: "POST", path: "records.json", nth: 1 },
        do: { kind: "silent", bytes: 0 },
      });
      await dialog.getByRole("button", { name: "復元を開始する", exact: true }).click();
      await expect.poll(asItIs, { timeout: 60_000 }).toEqual(before);
      const next = await page.context().newPage();
      await page.close();
      page = next;
      stage.emulator.domain.faults.clear();
      await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
      await page.locator("#kbm-broken-restore").getByRole("button", { name: "続きから再開" }).click();
      await showFiles(dialogOf(page), zip);
      await dialogOf(page).getByText("復元する前の状態に戻すには").waitFor({ timeout: 90_000 });
      expect(await asItIs()).toEqual(before);
      expect((await lastRestore())?.restore_verdict?.value).toBe("as-planned");
    });
  });

  it("the overview shows the runs, and the history is checked", async () => {
    await page.getByRole("button", { name: "履歴の概要" }).click();
    await page.locator(".kbm-overview section").first().waitFor();
    await photograph(page, "firefox-overview");
    await page.getByRole("button", { name: "履歴を検査" }).first().click();
    await dialogOf(page).waitFor();
  });

  it("the settings are changed", async () => {
    const pluginList = `${stage.emulator.url}/k/admin/app/${stage.appId}/plugin/`;
    await page.context().close();
    page = await stage.open("admin", `/k/admin/app/${stage.appId}/plugin/config?pluginId=${stage.pluginId}`);
    await page.locator(".kbm-settings").waitFor();
    await page.getByLabel("zipファイル名の先頭").fill("firefox");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.waitForURL((url) => url.href === pluginList || url.pathname.endsWith("/flow"));
    const { plugins } = stage.emulator.domain.apps.get(Number(stage.appId))!.preview;
    expect(JSON.stringify(plugins.find(({ id }) => id === stage.pluginId)?.config)).toContain("firefox");
  });

  it("a private window is told before the first request, and begins no run", async () => {
    const hidden = await launchFirefox({ downloads, isPrivate: true });
    const there = await setStage(hidden);
    try {
      // The cookies that the driver sets are not those of private windows.
      const list = await there.open("sato", `/k/${there.appId}/`);
      await list.fill(".form-username-slash > input", "sato");
      await list.fill(".form-password-slash > input", PASSWORD);
      await list.click(".login-button");
      await runButton(list).click();
      await closeButton(list).waitFor();
      expect(await dialogOf(list).innerText()).toMatch(/作業用ファイルを保存できないため.*SecurityError/s);
      expect(await recordedRuns(there)).toEqual([]);
    } finally {
      await there.close();
      await hidden.close();
    }
  });
});
