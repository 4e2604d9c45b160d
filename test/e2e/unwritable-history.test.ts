import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { APP_IDS } from "../emulator/sample/app";
import { deploy } from "../kintone/deploy";
import { recordedRuns } from "./history";
import { openArchive, sha256 } from "./opened-archive";
import { expectAccessible } from "./accessibility";
import { type Stage, dialogOf, photograph, runToItsEnd, setStage } from "./stage";

let stage: Stage;
let page: Page;
let downloads: Download[];

beforeAll(async () => {
  stage = await setStage();
  await stage.setTargets([{ appId: APP_IDS.customers, appName: "顧客" }]);
  // The operator may add records to the backup-management app, and change none: the run can be begun there, and not ended.
  await stage.witness.app.updateAppAcl({
    app: stage.appId,
    rights: [
      { entity: { type: "USER", code: "admin" }, appEditable: true, recordViewable: true },
      { entity: { type: "GROUP", code: "everyone" }, recordViewable: true, recordAddable: true },
    ],
  });
  await deploy(stage.witness, stage.appId);
  page = await stage.openList("sato");
  downloads = await runToItsEnd(page);
  await photograph(page, "history-unwritable");
  await expectAccessible(page, "dialog");
});
afterAll(() => stage?.close());

it("a history that cannot be written is told, with kintone's code, and changes nothing about the archive", async () => {
  const text = await dialogOf(page).innerText();
  expect(text).toMatch(/実行履歴を記録できませんでした[^]*\((CB_NO02|GAIA_NO01)\)/);
  expect(text.split("実行履歴を記録できませんでした")).toHaveLength(2);
  expect(text).not.toContain("読み取れません");
  expect(text).not.toContain("実行履歴を開く");
  expect(await dialogOf(page).getByRole("status").first().innerText()).toContain("成功");
  expect((await recordedRuns(stage)).map((run) => run.field("run_status"))).toEqual(["running"]);
});

it("the zip is downloaded all the same", async () => {
  expect(downloads).toHaveLength(1);
  const archive = await openArchive(await downloads[0]!.path());
  const { totalCount } = await stage.witness.record.getRecords({
    app: APP_IDS.customers,
    totalCount: true,
    query: "limit 1",
  });
  expect(archive.text(`${APP_IDS.customers}/records.jsonl`).trimEnd().split("\n")).toHaveLength(Number(totalCount));
});

it("the facts of the run can be saved as a file that tells what the history would have told", async () => {
  const zip = downloads[0]!;
  const saving = page.waitForEvent("download");
  await dialogOf(page).getByRole("button", { name: "実行内容をファイルに保存" }).click();
  const file = await saving;
  const facts = JSON.parse(await readFile(await file.path(), "utf8")) as Record<string, unknown>;
  expect(file.suggestedFilename()).toBe(`${String(facts.runId)}.facts.json`);
  expect(facts).toMatchObject({
    formatVersion: 1,
    status: "success",
    operator: { code: "sato" },
    volumes: [{ name: zip.suggestedFilename(), sha256: sha256(await readFile(await zip.path())) }],
    results: [{ target: { appId: APP_IDS.customers }, status: "success", records: 320, problems: [] }],
  });
  expect(facts.problems).toContainEqual(expect.objectContaining({ step: "history", code: "HISTORY_UNWRITABLE" }));
});
