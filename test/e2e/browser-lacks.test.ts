import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";
import { openListWhere, secondFile } from "./another-browser";
import { expectAccessible } from "./accessibility";
import { lastRun, recordedRuns } from "./history";
import { openArchive } from "./opened-archive";
import { runsWithFiles } from "./private-files";
import {
  type Stage,
  cancelButton,
  closeButton,
  dialogOf,
  downloadsOf,
  endOfRun,
  photograph,
  runButton,
  setStage,
} from "./stage";

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setStage();
  await stage.setTargets([{ appId: APP_IDS.newProject, appName: "新規プロジェクト" }]);
});
beforeEach(async () => {
  page = await stage.open("sato", "/k/");
});
afterEach(async () => {
  stage.emulator.domain.faults.clear();
  await page.context().close();
});
afterAll(() => stage?.close());

const question = () => page.getByRole("alertdialog");

/** What is asked of kintone from now on. */
function asked(): string[] {
  const paths: string[] = [];
  page.context().on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.includes("/v1/")) paths.push(pathname);
  });
  return paths;
}

describe("a browser without what a run needs", () => {
  it.each([
    [
      "a private window of Firefox, which has no private file system",
      'navigator.storage.getDirectory = () => Promise.reject(new DOMException("no", "SecurityError"))',
      /作業用ファイルを保存できないため.*理由: SecurityError.*通常のウィンドウで実行してください/s,
    ],
    [
      "a private window of WebKit, which takes no file",
      'FileSystemDirectoryHandle.prototype.getFileHandle = () => Promise.reject(new DOMException("no", "UnknownError"))',
      /作業用ファイルを保存できないため.*理由: UnknownError/s,
    ],
    [
      "an old one",
      "delete AbortSignal.any; delete globalThis.FileSystemFileHandle",
      /必要な機能がないため.*FileSystemFileHandle, AbortSignal\.any.*最新のChrome、Edge、Firefox/s,
    ],
  ])("is told so before the first request, and begins no run: %s", async (_name, script, told) => {
    await openListWhere(stage, page, script);
    await runButton(page).waitFor();
    const paths = asked();
    const before = (await recordedRuns(stage)).length;
    await runButton(page).click();
    await closeButton(page).waitFor();
    expect(await dialogOf(page).innerText()).toMatch(told);
    await expectAccessible(page, "dialog");
    expect(paths).toEqual([]);
    expect(await recordedRuns(stage)).toHaveLength(before);
    await closeButton(page).click();
    await expect.poll(() => dialogOf(page).count()).toBe(0);
  });
});

describe("a browser where a run cannot be resumed", () => {
  it("says so before the run, and what that means; Escape begins none, Enter does", async () => {
    await openListWhere(stage, page, "delete globalThis.Worker");
    await runButton(page).waitFor();
    const before = (await recordedRuns(stage)).length;
    const paths = asked();
    await runButton(page).click();
    await question().waitFor();
    await photograph(page, "no-resume-question");
    await expectAccessible(page, "dialog");
    const text = await question().innerText();
    expect(text).toMatch(
      /続きから再開できません.*バックグラウンド（Web Worker）で実行できない.*読み取ったデータは失われます/s,
    );
    expect(paths).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => dialogOf(page).count()).toBe(0);
    expect(await recordedRuns(stage)).toHaveLength(before);
    expect(await runsWithFiles(page)).toEqual([]);

    const downloads = downloadsOf(page);
    await runButton(page).click();
    await expect.poll(() => page.locator(":focus").innerText()).toBe("実行");
    await page.keyboard.press("Enter");
    await endOfRun(page, downloads);
    expect((await lastRun(stage)).field("run_status")).toBe("success");
  });

  it("works in a Worker all the same when only lasting files are missing; no Worker has to start another", async () => {
    await stage.setTargets([{ appId: APP_IDS.customers, appName: "顧客" }]);
    await openListWhere(
      stage,
      page,
      'if (typeof document === "undefined") delete globalThis.Worker;' +
        "const { prototype } = FileSystemFileHandle;" +
        'if ("createSyncAccessHandle" in prototype) prototype.createSyncAccessHandle = () => Promise.reject(new DOMException("Backend does not support this operation", "NotSupportedError"))',
    );
    let workers = 0;
    page.on("worker", () => (workers += 1));
    const downloads = downloadsOf(page);
    await runButton(page).click();
    await question().waitFor();
    expect(await question().innerText()).not.toContain("Web Worker");
    await question().getByRole("button", { name: "実行" }).click();
    await endOfRun(page, downloads);
    expect((await lastRun(stage)).field("run_status")).toBe("success");
    expect(workers).toBe(2);
    const archive = await openArchive(await downloads[0]!.path());
    expect(archive.text(`${APP_IDS.customers}/records.jsonl`).trimEnd().split("\n")).toHaveLength(320);
  });
});

describe("a Worker that freezes in the middle of a run", () => {
  const NEVER = "/never-answered";

  /** As a Worker of Firefox does: nothing that it is sent is heard any more. */
  async function runUntilFrozen(): Promise<void> {
    await page.clock.install();
    let frozen: () => void = () => undefined;
    const isFrozen = new Promise<void>((resolve) => (frozen = resolve));
    await page.context().route(`**${NEVER}`, () => frozen());
    await openListWhere(
      stage,
      page,
      `
      if (typeof document !== "undefined") return;
      const { fetch } = globalThis;
      globalThis.fetch = (...request) => {
        if (!String(request[0]).includes("/file.json")) return fetch(...request);
        const waiting = new XMLHttpRequest();
        waiting.open("GET", location.origin + "${NEVER}", false);
        waiting.send();
      };`,
    );
    await runButton(page).click();
    await isFrozen;
  }

  beforeAll(() =>
    stage.setTargets([
      {
        appId: APP_IDS.supplierCorrespondence,
        guestSpaceId: String(GUEST_SPACE_ID),
        appName: "仕入先連絡",
      },
    ]),
  );

  it("ends by cancelling: the history says interrupted, the lock is free, and nothing is left", async () => {
    await runUntilFrozen();
    await cancelButton(page).click();
    await page.clock.runFor(40_000);
    await closeButton(page).waitFor();
    expect(await dialogOf(page).innerText()).toContain("キャンセルされました");
    const run = await lastRun(stage);
    expect([run.field("run_status"), run.field("run_lock")]).toEqual(["interrupted", ""]);
    expect(await runsWithFiles(page)).toEqual([]);
  });

  it("ends by itself after two minutes, and the run can be continued", async () => {
    await runUntilFrozen();
    await page.clock.runFor(130_000);
    await closeButton(page).waitFor();
    expect(await dialogOf(page).innerText()).toMatch(/応答しなくなったため、終了しました.*続きから再開/s);
    await expectAccessible(page, "dialog");
    await page.context().unroute(secondFile(stage));
    await closeButton(page).click();
    const downloads = downloadsOf(page);
    await page.locator("#kbm-interrupted").getByRole("button", { name: "続きから再開" }).click();
    await endOfRun(page, downloads);
    const run = await lastRun(stage);
    expect(run.field("run_status")).toBe("success");
    expect(run.log).toContain("続きから再開しました");
  });
});
