import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";
import { expectAccessible } from "./accessibility";
import { lastRun, recordedRuns } from "./history";
import { sha256 } from "./opened-archive";
import { runsWithFiles } from "./private-files";
import {
  type Stage,
  cancelButton,
  closeButton,
  closeDialog,
  dialogOf,
  downloadsOf,
  photograph,
  runButton,
  runIntoTheMiddle,
  runToItsEnd,
  setStage,
} from "./stage";

/** With 30 attachments of some 1.5 kB. */
const WITH_ATTACHMENTS = {
  appId: APP_IDS.supplierCorrespondence,
  guestSpaceId: String(GUEST_SPACE_ID),
  appName: "仕入先連絡",
};

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setStage();
  await stage.setTargets([WITH_ATTACHMENTS]);
});
beforeEach(async () => {
  page = await stage.openList("sato");
});
afterEach(async () => {
  stage.emulator.domain.faults.clear();
  await page.context().close();
});
afterAll(() => stage?.close());

/** So slow, after the first few, that nobody waits for the end. */
function slowAttachments(): void {
  const { faults } = stage.emulator.domain;
  const attachments = { method: "GET", path: "file.json" };
  faults.add({ when: { ...attachments, times: 3 }, do: { kind: "latency", milliseconds: 200 } });
  faults.add({ when: { ...attachments, nth: 4, times: 1_000 }, do: { kind: "bandwidth", bytesPerSecond: 50 } });
}

/** A run that somebody else did. Resolves to its `$id`. */
async function addRun(values: Record<string, string>): Promise<string> {
  const record = {
    record_type: { value: "run" },
    target_enabled: { value: [] },
    run_id: { value: randomUUID() },
    ...Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }])),
  };
  return (await stage.witness.record.addRecord({ app: stage.appId, record })).id;
}

describe("Cancel, while attachments are on their way", () => {
  it("stops the run within two seconds, and leaves nothing behind but the record of it", async () => {
    slowAttachments();
    const downloads = downloadsOf(page);
    await runIntoTheMiddle(page);
    expect((await lastRun(stage)).field("run_status")).toBe("running");
    expect(await runsWithFiles(page)).toHaveLength(1);

    const pressed = Date.now();
    await cancelButton(page).click();
    await closeButton(page).waitFor();
    expect(Date.now() - pressed).toBeLessThan(2_000);
    await photograph(page, "cancelled");
    await expectAccessible(page, "dialog");
    stage.emulator.domain.faults.clear();

    expect(await dialogOf(page).getByRole("status").first().innerText()).toMatch(/キャンセルしました/);
    expect(downloads).toEqual([]);
    const run = await lastRun(stage);
    expect(run.field("run_status")).toBe("cancelled");
    expect(run.field("run_lock")).toBe("");
    expect(run.results).toMatchObject([{ app_id: WITH_ATTACHMENTS.appId, status: "cancelled" }]);
    expect(run.volumes).toEqual([]);
    expect(await runsWithFiles(page)).toEqual([]);
  });

  it("leaves the way free for the next run, whose files stay for as long as they may be saved", async () => {
    expect(await runToItsEnd(page)).toHaveLength(1);
    const first = await lastRun(stage);
    expect(first.field("run_status")).toBe("success");
    expect(await runsWithFiles(page)).toEqual([first.field("run_id")]);
    await closeDialog(page);
    expect(await runToItsEnd(page)).toHaveLength(1);
    expect(await runsWithFiles(page)).toContain((await lastRun(stage)).field("run_id"));
  });
});

describe("the dialog", () => {
  it("stays during a run, whatever key is pressed, and the page warns before it is left", async () => {
    slowAttachments();
    await runIntoTheMiddle(page);
    await photograph(page, "running");
    await expectAccessible(page, "dialog");

    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await cancelButton(page).isVisible()).toBe(true);
    expect(await closeButton(page).count()).toBe(0);

    const warning = page.waitForEvent("dialog");
    const leaving = page.evaluate(() => location.reload());
    expect((await warning).type()).toBe("beforeunload");
    await (await warning).dismiss();
    await leaving;
    expect(await cancelButton(page).isVisible()).toBe(true);

    await cancelButton(page).click();
    await closeButton(page).waitFor();
  });

  it("lets go when the run has ended", async () => {
    await runToItsEnd(page);
    const warnings: string[] = [];
    page.on("dialog", (dialog) => {
      warnings.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    await runButton(page).waitFor();
    expect(warnings).toEqual([]);
    expect(await dialogOf(page).count()).toBe(0);
  });

  it("says what the history says, and leads to it", async () => {
    await runToItsEnd(page);
    await photograph(page, "success");
    await expectAccessible(page, "dialog");
    const row = dialogOf(page).locator("tr", { hasText: "仕入先連絡" });
    expect((await row.innerText()).split(/\s+/)).toEqual(expect.arrayContaining(["成功", "240", "30", "なし"]));
    const run = await lastRun(stage);
    expect(run.results).toMatchObject([{ status: "success", records: "240", attachments: "30" }]);
    await dialogOf(page).getByRole("link", { name: "実行履歴を開く" }).click();
    await page.getByRole("cell", { name: run.volumes[0]?.name ?? "", exact: true }).waitFor();
    await photograph(page, "run-record");
  });

  it("saves a volume again, the same to the byte", async () => {
    const [download] = await runToItsEnd(page);
    const saving = page.waitForEvent("download");
    await dialogOf(page)
      .getByRole("button", { name: `もう一度保存: ${download!.suggestedFilename()}` })
      .click();
    const again = await saving;
    expect(again.suggestedFilename()).toBe(download!.suggestedFilename());
    expect(sha256(await readFile(await again.path()))).toBe((await lastRun(stage)).volumes[0]?.sha256);
    await closeDialog(page);
  });
});

describe("the record list", () => {
  it("shows runs with their status at a glance, and one button, also after paging and sorting", async () => {
    for (const run_status of ["success", "partial", "failed", "cancelled", "interrupted"]) await addRun({ run_status });
    await page.reload();
    const statuses = page.locator(".kbm-status");
    await expect
      .poll(() => statuses.allInnerTexts())
      .toEqual(expect.arrayContaining(["成功", "一部不足", "失敗", "キャンセル", "中断"]));
    await expectAccessible(page, "#kbm-run-button");
    await expectAccessible(page, ".lk-record-table .kbm-status");
    await photograph(page, "record-list");
    const sorted = page.waitForURL(/query=/);
    await page.getByRole("columnheader").nth(1).locator("button, a").first().click();
    await sorted;
    await expect.poll(() => statuses.count()).toBeGreaterThan(0);
    expect(await runButton(page).count()).toBe(1);
  });

  it("is up to date when the dialog is closed", async () => {
    const before = await page.locator("tbody tr").count();
    await runToItsEnd(page);
    await closeDialog(page);
    await expect.poll(() => page.locator("tbody tr").count()).toBe(before + 1);
  });

  it("and the pages of records show words where codes are stored", async () => {
    const other = await page.context().newPage();
    const cells = other.locator("body");
    const recordPage = (id: unknown) => `${stage.emulator.url}/k/${stage.appId}/show#record=${id}`;
    const targets = { app: stage.appId, query: 'record_type in ("target") limit 1' };
    const [target] = (await stage.witness.record.getRecords(targets)).records;
    await other.goto(recordPage(target?.$id?.value));
    await expect.poll(() => cells.innerText()).toContain("対象アプリの登録");
    const shown = (await cells.innerText()).split(/\s+/);
    expect(shown).toEqual(expect.arrayContaining(["する", "添付ファイル"]));
    for (const code of ["target", "enabled", "attachments", "comments"]) expect(shown).not.toContain(code);
    const run = (await recordedRuns(stage)).find((one) => one.field("run_trigger") === "button");
    await other.goto(recordPage(run?.recordId));
    await other.reload();
    await expect.poll(() => cells.innerText()).toContain("ダウンロード");
    expect((await cells.innerText()).split(/\s+/)).not.toContain("button");
    await photograph(other, "record-in-words");
    await other.close();
  });
});

describe("another run", () => {
  const STARTED = "2026-11-23T01:23:45.000Z";
  let other: string;

  beforeEach(async () => {
    other = await addRun({
      run_lock: "held",
      run_status: "running",
      run_operator_name: "田中 美咲",
      run_started_exact: STARTED,
    });
  });
  afterEach(async () => {
    await stage.witness.record.deleteRecords({ app: stage.appId, ids: [other] });
  });

  it("that is under way is told, with who and since when, and nothing is done", async () => {
    const downloads = await runToItsEnd(page);
    await photograph(page, "another-run");
    const text = await dialogOf(page).innerText();
    expect(text).toContain("田中 美咲さんが");
    expect(text).toContain(new Intl.DateTimeFormat("ja", { dateStyle: "medium" }).format(new Date(STARTED)));
    await expectAccessible(page, "dialog");
    expect(downloads).toEqual([]);
    expect(await lastRun(stage)).toMatchObject({ recordId: other });
    expect((await lastRun(stage)).field("run_status")).toBe("running");
    await closeButton(page).click();
    expect(await dialogOf(page).count()).toBe(0);
  });

  it("that has long been silent is taken over and becomes interrupted", async () => {
    const { records } = stage.emulator.domain.apps.get(Number(stage.appId))!;
    const updatedTime = new Date(Date.now() - 16 * 60_000).toISOString();
    records.put({ ...records.get(Number(other))!, updatedTime });

    expect(await runToItsEnd(page)).toHaveLength(1);
    const [ours, theirs] = await recordedRuns(stage);
    expect(ours?.field("run_status")).toBe("success");
    expect(theirs?.recordId).toBe(other);
    expect(theirs?.field("run_status")).toBe("interrupted");
    expect(theirs?.field("run_lock")).toBe("");
  });
});

describe("a user who reads English", () => {
  it("gets English on the screen and in the history", async () => {
    await page.context().close();
    await stage.setTargets([
      { appId: APP_IDS.newProject, appName: "新規プロジェクト" },
      { appId: "999", appName: "無いアプリ" },
    ]);
    page = await stage.openList("smith");
    expect(await runButton(page).innerText()).toBe("Run backup now");
    await runToItsEnd(page);
    await photograph(page, "english");
    await expectAccessible(page, "dialog");
    const text = await dialogOf(page).innerText();
    expect(text).toMatch(/1 of 2 .*incomplete|Incomplete/);
    expect(text).toMatch(/App 999 was not found[^]*\(GAIA_AP01\)/);
    // The last is a target of the run before.
    expect(text.replace(/新規プロジェクト|無いアプリ|仕入先連絡/g, "")).not.toMatch(
      /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
    );
    const run = await lastRun(stage);
    expect(run.field("run_operator_code")).toBe("smith");
    expect(run.field("run_message")).toMatch(/App 999 was not found/);
    expect(run.log).toMatch(/App 999 was not found/);
  });
});
