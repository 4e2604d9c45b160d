import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { drillingMessagesFor } from "../../src/screens/text/drilling/language";
import { allLinks } from "../../src/history/chain/all-links";
import { checkChain } from "../../src/history/chain/check-chain";
import { createPasswordConnection } from "../../src/kintone/connection/password-connection";
import { createRecordStore } from "../../src/kintone/writing/record-store";
import { addInspections } from "../backup/whole-runs/inspections";
import type { App } from "../emulator/domain/app";
import { PASSWORD, PEOPLE } from "../../scripts/local-kintone";
import { drilled, drillRecords, foreseen, heldWriting, openedDrilling, press, scratchOf } from "./drilling";
import { expectWellSeen } from "./looked-over";
import { kept } from "./restoring";
import { type Stage, closeDialog, dialogOf, runToItsEnd, setStage, showFiles } from "./stage";

const LONG = `検査${"_of_all_the_branches".repeat(3)}`;

let stage: Stage;
let folder: string;
/** Of a backup of both apps. */
let zip: string;
let apps: [App, App];
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-drill-"));
  stage = await setStage();
  const { domain } = stage.emulator;
  apps = [addInspections(domain, { records: 40 }), addInspections(domain, { records: 4, name: LONG })];
  await stage.setTargets(apps.map(({ id, settings }) => ({ appId: String(id), appName: settings.general.name })));
  const list = await stage.openList("sato");
  const [download] = await runToItsEnd(list);
  zip = await kept(download!, folder);
  await closeDialog(list);
  await list.context().close();
});
afterEach(async () => {
  stage.emulator.domain.faults.clear();
  await page?.context().close();
});
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const whole = (app: App) => [...app.records.ascending()].map(({ id, values }) => ({ id, values: { ...values } }));

describe("whoever audits backups", () => {
  it("drills each app of the archive by the button, is told before what will happen, and finds it in the history", async () => {
    const before = apps.map(whole);
    page = await stage.openList("sato");
    const dialog = await openedDrilling(page, zip);
    await dialog.getByLabel("ランダムに選ぶ件数").fill("5");
    await dialog.getByLabel(/^シード/).fill("2026-11");
    await dialog.getByLabel(/^理由/).fill("月次の復元訓練");
    const made = stage.emulator.domain.apps.size;
    await press(dialog, "訓練の内容を確認する");
    await dialog.getByText("訓練用アプリ「[復元訓練] 検査」を新しく作成します。").waitFor();
    await dialog.getByText(/^アーカイブの40件のうち\d件（添付ファイル\d+個）を訓練用アプリに復元し/).waitFor();
    await dialog
      .getByText(/^訓練用アプリへのAPIリクエスト: 約\d+回（本日の残り5,000回/)
      .first()
      .waitFor();
    // Nothing was done by looking.
    expect([stage.emulator.domain.apps.size, await drillRecords(stage)]).toEqual([made, []]);
    await drilled(page);
    await dialog
      .getByText(/: 合格。復元したレコードは、すべてアーカイブと一致しました。$/)
      .first()
      .waitFor();
    const [second, first, ...more] = await drillRecords(stage);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      ...{
        drill_verdict: { value: "passed" },
        drill_reason: { value: "月次の復元訓練" },
        run_trigger: { value: "button" },
      },
      ...{
        drill_app_id: { value: String(apps[0].id) },
        drill_archived: { value: "40" },
        drill_different: { value: "0" },
      },
      ...{ drill_archive_known: { value: "known" }, drill_scratch_fate: { value: "emptied" }, run_lock: { value: "" } },
      ...{ run_operator_code: { value: "sato" }, drill_sample: { value: expect.stringContaining('seed "2026-11"') } },
    });
    expect(second).toMatchObject({ drill_app_name: { value: LONG }, drill_verdict: { value: "passed" } });
    const links = await dialog.getByRole("link", { name: "この訓練のレコードを開く" }).all();
    expect(await links[0]!.getAttribute("href")).toContain(`#record=${String(first!.$id!.value)}`);
    const scratch = await dialog.getByRole("link", { name: "訓練用アプリを開く" }).first().getAttribute("href");
    expect(scratch).toBe(`/k/${String(first!.drill_scratch_app_id!.value)}/`);
    expect(apps.map(whole)).toEqual(before);
    const access = { baseUrl: stage.emulator.url, username: "admin", password: PASSWORD, userAgent: "test" };
    const store = createRecordStore(createPasswordConnection(access), { appId: stage.appId });
    expect(await checkChain(allLinks(store))).toMatchObject({ chained: 3, breaks: [], hidden: [] });
  });

  it("writes down what is done about a drill that fails, and uses the same scratch app again", async () => {
    page = await stage.openList(PEOPLE.admin);
    const dialog = await openedDrilling(page, zip);
    await foreseen(dialog, "検査");
    stage.emulator.domain.faults.add({
      ...{ when: { method: "GET", path: "records.json" }, do: { kind: "latency", milliseconds: 150 } },
    });
    const ended = drilled(page);
    await expect.poll(() => scratchOf(stage, PEOPLE.admin)?.records.size, { timeout: 60_000, interval: 20 }).toBe(40);
    const scratch = scratchOf(stage, PEOPLE.admin)!;
    const record = { 品番: { value: "damaged" } } as never;
    await stage.witness.record.updateRecord({ app: scratch.id, id: 1, record });
    await ended;
    await dialog.getByText(/: 不合格。/).waitFor();
    await dialog.getByText("レコード1: 値が異なる（品番）").waitFor();
    await dialog.getByText("訓練用アプリのレコードは、確認のために残してあります。", { exact: false }).waitFor();
    await dialog.getByRole("textbox", { name: /^是正処置/ }).fill("訓練用アプリを触った人に確認した");
    await press(dialog, "是正処置を保存");
    await dialog.getByText("訓練のレコードに保存しました。").waitFor();
    const [newest] = await drillRecords(stage);
    expect(newest).toMatchObject({
      ...{ drill_verdict: { value: "failed" }, drill_different: { value: "1" }, drill_identical: { value: "39" } },
      drill_corrective_action: { value: "訓練用アプリを触った人に確認した" },
    });
    stage.emulator.domain.faults.clear();
    await page.context().close();

    page = await stage.openList(PEOPLE.admin);
    const again = await openedDrilling(page, zip);
    await foreseen(again, "検査");
    await again
      .getByText(`前回の訓練用アプリ「[復元訓練] 検査」（アプリID ${scratch.id}）をもう一度使います。`)
      .waitFor();
    await again.getByText("訓練用アプリに残っている40件のレコードを削除します。").waitFor();
    await drilled(page);
    expect((await drillRecords(stage))[0]).toMatchObject({
      ...{ drill_scratch_app_id: { value: String(scratch.id) }, drill_verdict: { value: "passed" } },
    });
  });

  it("is told that the drill of a closed tab was broken off; others wait for one that is under way", async () => {
    page = await stage.openList("sato");
    const dialog = await openedDrilling(page, zip);
    await foreseen(dialog, "検査");
    const { asked } = await heldWriting(page);
    await press(dialog, "復元訓練を開始する");
    await asked;
    const other = await stage.openList(PEOPLE.admin);
    await foreseen(await openedDrilling(other, zip), "検査", "some");
    await drilled(other);
    await dialogOf(other).getByText("復元訓練を開始できませんでした").waitFor();
    await other.context().close();

    const [underWay] = await drillRecords(stage);
    expect(underWay).toMatchObject({ run_status: { value: "running" }, run_operator_code: { value: "sato" } });
    const context = page.context();
    await page.close();
    page = await context.newPage();
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
    const notice = page.locator("#kbm-broken-drill");
    await notice.getByText(/^途中で止まった復元訓練があります。 「検査」の復元訓練（.*に開始）は/).waitFor();
    expect((await drillRecords(stage))[0]).toMatchObject({
      ...{ $id: underWay!.$id, run_status: { value: "interrupted" }, run_lock: { value: "" } },
      ...{ drill_verdict: { value: "stopped" }, drill_scratch_app_id: underWay!.drill_scratch_app_id },
    });
    await expectWellSeen(page, "#kbm-broken-drill", "drill-broken-off");
    await notice.getByRole("button", { name: "閉じる" }).click();
    await page.context().unrouteAll({ behavior: "ignoreErrors" });
    await foreseen(await openedDrilling(page, zip), "検査", "some");
    await drilled(page);
    expect((await drillRecords(stage))[0]).toMatchObject({
      ...{ drill_verdict: { value: "passed" }, drill_scratch_app_id: underWay!.drill_scratch_app_id },
    });
  });
});

it.each(["ja", "en", "zh"])("every step of a drill reads well, narrow and wide, in %s", async (language) => {
  stage.emulator.domain.people.users.get("sato")!.language = language;
  const words = drillingMessagesFor(language);
  const { drilling, page: onPage, run } = words;
  page = await stage.openList("sato");
  const seen = (step: string) => expectWellSeen(page, ".kbm-restore", `drill-${language}-${step}`);
  await page.getByRole("button", { name: onPage.restore }).click();
  const dialog = dialogOf(page);
  await showFiles(dialog, zip);
  await press(dialog, drilling.offer);
  await dialog.getByLabel(drilling.reason).fill("Long_reason_without_a_break_".repeat(6));
  await seen("choices");
  await press(dialog, drilling.foresee);
  await dialog.getByText(drilling.foreseen.heading).waitFor();
  await seen("foreseen");
  const { asked, letGo } = await heldWriting(page);
  await press(dialog, drilling.start);
  await asked;
  await dialog.getByText(words.drill.phase.restoring).waitFor();
  await seen("under-way");
  await press(dialog, onPage.cancel);
  await dialog.getByText(words.drill.cancelling).waitFor();
  letGo();
  // Cancelled, the first one is told of, and the second one is not begun.
  await dialog.getByRole("button", { name: run.close, exact: true }).waitFor();
  await dialog.getByText(drilling.action.asked).waitFor();
  await dialog.getByText(words.drill.sentence.CANCELLED!({})!).waitFor();
  await seen("cancelled");
  expect((await drillRecords(stage))[0]).toMatchObject({
    ...{ drill_app_id: { value: String(apps[0].id) }, drill_verdict: { value: "stopped" } },
    run_status: { value: "cancelled" },
  });
});
