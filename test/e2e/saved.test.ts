import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Download, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { APP_IDS } from "../emulator/sample/app";
import { expectAccessible } from "./accessibility";
import { lastRun } from "./history";
import { logIn } from "./log-in";
import { runsWithFiles } from "./private-files";
import {
  type Stage,
  closeButton,
  closeDialog,
  dialogOf,
  photograph,
  photographWhole,
  runToItsEnd,
  saveAgainButtons,
  setStage,
  showFiles,
} from "./stage";

const TARGET = { appId: APP_IDS.newProject, appName: "新規プロジェクト" };
const OTHER = { appId: APP_IDS.customers, appName: "顧客" };

let stage: Stage;
let folder: string;
let page: Page;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-saved-"));
  stage = await setStage();
});
beforeEach(async () => {
  await stage.setTargets([TARGET]);
  page = await stage.openList("sato");
});
afterEach(() => page.context().close());
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Under the name that it is to be shown by. */
async function keep(download: Download, name = download.suggestedFilename()): Promise<string> {
  const file = path.join(await mkdtemp(path.join(folder, "zip-")), name);
  await copyFile((await download.path())!, file);
  return file;
}

async function refuseDownloads(of: Page): Promise<void> {
  const session = await of.context().browser()!.newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets");
  const browserContextId = targetInfos.find(({ url }) => url === of.url())!.browserContextId!;
  await session.send("Browser.setDownloadBehavior", { behavior: "deny", browserContextId });
}

async function target(): Promise<{ success: string; saved: string }> {
  const query = 'record_type in ("target") limit 1';
  const { records } = await stage.witness.record.getRecords({ app: stage.appId, query });
  const text = (code: string) => String(records[0]?.[code]?.value ?? "");
  return { success: text("target_last_success"), saved: text("target_last_saved") };
}

const notice = () => page.getByRole("region", { name: "保存を確認できていないバックアップがあります。" });
const toShow = () => notice().getByRole("button", { name: "保存と確認に進む" });
const isConfirmed = (place: Locator) => place.getByText("保存を確認したことを実行履歴に記録しました。").waitFor();

describe("a browser that refuses downloads", () => {
  it("leaves a run that is made and verified, and not known to be saved; the next visit offers the zip again", async () => {
    await refuseDownloads(page);
    const [download] = await runToItsEnd(page);
    expect(await download!.failure()).toBe("canceled");
    await photograph(page, "made-not-saved");
    await expectAccessible(page, "dialog");
    const text = await dialogOf(page).innerText();
    expect(text).toContain("zipの内容を読み直して確認しました");
    expect(text).toContain("zipファイルが保存されたことは、まだ確認できていません。");

    const run = await lastRun(stage);
    expect([run.field("run_status"), run.field("run_saved")]).toEqual(["success", "unconfirmed"]);
    expect(run.log).not.toMatch(/保存しました|保存先から読み直し/);
    expect(await target()).toEqual({ success: run.field("run_finished_at"), saved: "" });

    await closeDialog(page);
    await notice().waitFor();
    await photograph(page, "unsaved-notice");
    await expectAccessible(page, "#kbm-unsaved");
    expect(await runsWithFiles(page)).toContain(run.field("run_id"));

    const visit = await page.context().newPage();
    await page.close();
    page = visit;
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
    await toShow().click();
    const saving = page.waitForEvent("download");
    await dialogOf(page)
      .getByRole("button", { name: /^保存: / })
      .click();
    expect((await saving).suggestedFilename()).toBe(run.volumes[0]?.name);
    await photograph(page, "saving-dialog");
    await expectAccessible(page, "dialog");
  });

  it("tells it to nobody else who uses the browser, and keeps no copy that somebody does not want", async () => {
    await runToItsEnd(page);
    const runId = (await lastRun(stage)).field("run_id");
    await closeDialog(page);
    await notice().waitFor();
    await logIn(page.context(), stage.emulator, "tanaka");
    await page.reload();
    await page.getByRole("button", { name: "履歴を検査" }).waitFor();
    // Drawn after what is read of the private file system, as the notice would be.
    expect(await runsWithFiles(page)).toContain(runId);
    expect(await notice().count()).toBe(0);

    await logIn(page.context(), stage.emulator, "sato");
    await page.reload();
    await notice().getByRole("button", { name: "コピーを削除" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "コピーを削除" }).click();
    await notice().waitFor({ state: "detached" });
    expect(await runsWithFiles(page)).not.toContain(runId);
    expect((await lastRun(stage)).field("run_saved")).toBe("unconfirmed");
  });
});

describe("the saved file, shown", () => {
  it("right after the run, by whatever name the browser gave it, is written down, and the copy goes", async () => {
    const [download] = await runToItsEnd(page);
    const name = download!.suggestedFilename().replace(".zip", " (1).zip");
    await showFiles(dialogOf(page), await keep(download!, name));
    await isConfirmed(dialogOf(page));
    await photograph(page, "saved");
    await expectAccessible(page, "dialog");
    expect(await dialogOf(page).innerText()).toContain(`ファイル名は「${name}」ですが、中身は同じです`);

    const run = await lastRun(stage);
    expect([run.field("run_status"), run.field("run_saved"), run.field("run_saved_by")]).toEqual([
      ...["success", "saved"],
      "佐藤 昇",
    ]);
    expect(Date.parse(run.field("run_saved_at"))).toBeGreaterThanOrEqual(Date.parse(run.field("run_finished_at")));
    expect(await target()).toEqual({ success: run.field("run_finished_at"), saved: run.field("run_finished_at") });
    await expect.poll(() => runsWithFiles(page)).not.toContain(run.field("run_id"));
    await closeDialog(page);
    expect(await notice().count()).toBe(0);
    // What is known now is none of the facts that the chain is made of.
    await page.getByRole("button", { name: "履歴を検査" }).click();
    await dialogOf(page).locator(".kbm-notice-success").waitFor();
  });

  it("damaged, or another one, is told, with which and why, and nothing is written down", async () => {
    const [download] = await runToItsEnd(page);
    const file = await keep(download!);
    const bytes = await readFile(file);
    bytes[bytes.length >> 1]! ^= 1;
    const damaged = path.join(await mkdtemp(path.join(folder, "bad-")), path.basename(file));
    await writeFile(damaged, bytes);
    const stranger = path.join(folder, "別のファイル.zip");
    await writeFile(stranger, "not of this run");
    await showFiles(dialogOf(page), [damaged, stranger]);
    const found = dialogOf(page).locator(".kbm-notice-error");
    await found.waitFor();
    await photograph(page, "not-saved");
    await expectAccessible(page, "dialog");
    const name = path.basename(file);
    expect(await found.innerText()).toContain(`「${name}」は「${name}」と中身が異なります。`);
    expect(await found.innerText()).toContain("「別のファイル.zip」は、この実行のzipファイルではありません。");
    expect((await lastRun(stage)).field("run_saved")).toBe("unconfirmed");
    expect(await runsWithFiles(page)).toContain((await lastRun(stage)).field("run_id"));

    await showFiles(dialogOf(page), file);
    await isConfirmed(dialogOf(page));
    expect((await lastRun(stage)).field("run_saved")).toBe("saved");
  });

  it("to an older run does not move the last backup of a target back", async () => {
    const kept: string[] = [];
    for (let run = 0; run < 2; run += 1) {
      const [download] = await runToItsEnd(page);
      kept.push(await keep(download!));
      await closeDialog(page);
    }
    await expect.poll(() => toShow().count()).toBe(2);
    await toShow().nth(1).click();
    await showFiles(dialogOf(page), kept[1]!);
    await isConfirmed(dialogOf(page));
    await closeButton(page).last().click();
    await expect.poll(() => toShow().count()).toBe(1);
    const { saved } = await target();
    await toShow().click();
    await showFiles(dialogOf(page), kept[0]!);
    await isConfirmed(dialogOf(page));
    expect(await target()).toMatchObject({ saved });
    expect(saved).not.toBe("");
  });

  it("is written down again when the history could not be reached", async () => {
    const [download] = await runToItsEnd(page);
    const { faults } = stage.emulator.domain;
    const refusal = JSON.stringify({ code: "GAIA_DA02", id: "1", message: "データベースロックに失敗しました。" });
    const fault = faults.add({
      when: { method: "PUT", path: "records.json", times: 99 },
      do: { kind: "answer", status: 520, body: refusal },
    });
    await showFiles(dialogOf(page), await keep(download!));
    const again = dialogOf(page).getByRole("button", { name: "もう一度記録する" });
    await again.waitFor({ timeout: 40_000 });
    await photograph(page, "not-written");
    faults.remove(fault);
    await again.click();
    await isConfirmed(dialogOf(page));
    expect((await lastRun(stage)).field("run_saved")).toBe("saved");
  });
});

describe("on the record of a run", () => {
  async function openRecord(): Promise<void> {
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/show#record=${(await lastRun(stage)).recordId}`);
  }

  it("files can be shown in any browser, by whoever has them", async () => {
    const [download] = await runToItsEnd(page);
    const file = await keep(download!);
    await page.context().close();
    page = await stage.open("sato", `/k/${stage.appId}/`);
    await openRecord();
    const place = page.locator("#kbm-saving");
    await place.getByText("このブラウザーに、この実行のzipファイルのコピーはありません。").waitFor();
    await photographWhole(page, "record-unsaved");
    await expectAccessible(page, "#kbm-saving");
    await showFiles(place, file);
    await isConfirmed(place);
    expect((await lastRun(stage)).field("run_saved")).toBe("saved");
    await page.reload();
    await page.getByText("zipファイルの確認").waitFor();
    expect(await place.count()).toBe(0);
    await page.getByText("保存確認済み", { exact: true }).waitFor();
  });

  it("a check of all of them is as good", async () => {
    await stage.setTargets([OTHER]);
    const [download] = await runToItsEnd(page);
    const file = await keep(download!);
    await closeDialog(page);
    await openRecord();
    await page.getByText("zipファイルの確認").click();
    const section = page.locator("#kbm-verify");
    await showFiles(section, file);
    await isConfirmed(section);
    expect((await lastRun(stage)).field("run_saved")).toBe("saved");
    expect(await page.locator("#kbm-saving").count()).toBe(0);
  });
});

describe("an archive of several zips", () => {
  const MEGABYTE = 1024 ** 2;

  it("is saved with a press each, and nothing is downloaded that nobody pressed for", async () => {
    const [appId, fileName] = [APP_IDS.drawings, "大きな図面.zip"];
    const { records } = await stage.witness.record.getRecords({ app: appId, query: "order by $id asc limit 2" });
    for (const record of records) {
      const file = { name: fileName, data: randomBytes(33 * MEGABYTE) };
      const { fileKey } = await stage.witness.file.uploadFile({ file });
      const field = Object.entries(record).find(([, { type }]) => type === "FILE")![0];
      await stage.witness.record.updateRecord({
        app: appId,
        id: String(record.$id?.value),
        record: { [field]: { value: [{ fileKey }] } },
      });
    }
    await stage.setTargets([{ appId, appName: "図面", query: "$id <= 2" }]);
    choose({ volumeLimitMiB: 64 });
    await page.reload();
    const downloads = await runToItsEnd(page);
    const buttons = dialogOf(page).getByRole("button", { name: /^保存: / });
    await expect.poll(() => buttons.count()).toBe(2);
    expect([downloads.length, await saveAgainButtons(page).count()]).toEqual([0, 0]);

    await buttons.first().click();
    await expect.poll(() => downloads.length).toBe(1);
    await buttons.first().click();
    await expect.poll(() => downloads.length).toBe(2);
    expect(await saveAgainButtons(page).count()).toBe(2);
    // One after the other is as good as both at once.
    await showFiles(dialogOf(page), await keep(downloads[0]!));
    await dialogOf(page).getByText("まだ選ばれていないファイル").waitFor();
    await photograph(page, "several-zips");
    await expectAccessible(page, "dialog");
    expect((await lastRun(stage)).field("run_saved")).toBe("unconfirmed");
    await showFiles(dialogOf(page), await keep(downloads[1]!));
    await isConfirmed(dialogOf(page));
    expect((await lastRun(stage)).field("run_saved")).toBe("saved");
  });

  /** As the settings screen stores it. */
  function choose(settings: object): void {
    const app = stage.emulator.domain.apps.get(Number(stage.appId))!;
    app.change({
      plugins: app.preview.plugins.map((plugin) => ({ ...plugin, config: { settings: JSON.stringify(settings) } })),
    });
    app.deploy("admin");
  }
});
