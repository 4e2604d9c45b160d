import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccessible } from "./accessibility";
import { lastRun } from "./history";
import { type Stage, closeDialog, dialogOf, photograph, photographWhole, runToItsEnd, setStage } from "./stage";

/** An app that everybody may view, and "smith" alone manages. */
const RULES = 51;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  const everyone = { entity: { type: "GROUP", code: "everyone" }, recordViewable: true };
  const smith = { entity: { type: "USER", code: "smith" }, appEditable: true, recordViewable: true };
  stage.emulator.domain.addApp({
    ...{ id: RULES, name: "社内規程", creator: "smith", acl: [smith, everyone] },
    properties: { title: { type: "SINGLE_LINE_TEXT", code: "title", label: "題名" } },
  });
  await stage.setTargets([{ appId: String(RULES), appName: "社内規程" }]);
});
afterAll(() => stage?.close());

const ASK = /このバックアップ管理アプリを管理する人に、理由を添えた承認を依頼してください。/;
const recordOf = (id: string) => `/k/${stage.appId}/show#record=${id}`;
const folded = (page: Page) => page.getByText("毎回不足するものについて");
const offer = (page: Page) => dialogOf(page).getByText("社内規程でいつも不足するものを承認する");

it("an operator is told whom to ask when something will always be missing", async () => {
  const page = await stage.openList("sato");
  await runToItsEnd(page);
  await dialogOf(page).getByText(ASK).waitFor();
  expect(await offer(page).count()).toBe(0);
  await page.context().close();

  const record = await stage.open("sato", recordOf((await lastRun(stage)).recordId));
  await folded(record).click();
  const place = record.locator("#kbm-lasting-gaps");
  await place.getByText(ASK).waitFor();
  await place.getByText(/^社内規程: .*設定「アプリのアクセス権」/).waitFor();
  expect(await record.getByRole("checkbox").count()).toBe(0);
  await expectAccessible(record, "#kbm-lasting-gaps");
  await record.context().close();
});

it("who manages the app accepts it where the run has ended, with a reason and the keyboard alone; it is recorded, and the next run is a success", async () => {
  const page = await stage.openList("admin");
  await runToItsEnd(page);
  expect((await lastRun(stage)).field("run_status")).toBe("partial");
  await offer(page).press("Enter");
  const accept = dialogOf(page).getByRole("button", { name: "チェックした不足を承認する" });
  const boxes = dialogOf(page).getByRole("checkbox");
  for (const box of await boxes.all()) await box.press("Space");
  expect(await accept.isDisabled()).toBe(true);
  await dialogOf(page).getByLabel("承認する理由").fill("管理者だけが知る設定です");
  await expectAccessible(page, "dialog");
  await photograph(page, "accept-from-result");
  await accept.press("Enter");
  await dialogOf(page)
    .getByText(/承認しました: .*次の実行から有効です。/)
    .waitFor();
  expect(await offer(page).count()).toBe(0);
  await expectAccessible(page, "dialog");

  const { records } = await stage.witness.record.getRecords({
    app: stage.appId,
    query: `record_type in ("change") or target_app_id = "${RULES}" order by $id asc`,
  });
  const [target, change] = records;
  const lines = String(target?.target_accepted_gaps?.value).split("\n");
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines)
    expect(line).toMatch(/^(settings|hidden-records)\/\S+ \| admin \| .+ \| 管理者だけが知る設定です$/);
  expect(change?.change_by_code?.value).toBe("admin");
  expect(change?.change_what?.value).toContain("管理者だけが知る設定です");

  await closeDialog(page);
  await runToItsEnd(page);
  expect((await lastRun(stage)).field("run_status")).toBe("success");
  await page.context().close();
});

it("who manages the app accepts it on the run's record as well, as long as nobody has; a run that misses nothing offers nothing", async () => {
  const { records } = await stage.witness.record.getRecords({
    app: stage.appId,
    query: 'record_type in ("run") and run_status in ("partial", "success") order by $id asc',
  });
  const [partial, success] = [records[0], records.at(-1)].map((record) => String(record?.$id?.value));
  await stage.setTargets([{ appId: String(RULES), appName: "社内規程" }]);
  const page = await stage.open("admin", recordOf(partial!));
  await folded(page).press("Enter");
  const place = page.locator("#kbm-lasting-gaps");
  await place.getByText("社内規程でいつも不足するものを承認する").press("Enter");
  for (const box of await place.getByRole("checkbox").all()) await box.press("Space");
  await place.getByLabel("承認する理由").fill("管理者だけが知る設定です");
  await expectAccessible(page, "#kbm-lasting-gaps");
  await photographWhole(page, "accept-on-record");
  await place.getByRole("button", { name: "チェックした不足を承認する" }).press("Enter");
  await place.getByText(/承認しました: .*次の実行から有効です。/).waitFor();
  const targets = await stage.witness.record.getRecords({
    app: stage.appId,
    query: `target_app_id = "${RULES}"`,
  });
  expect(targets.records[0]?.target_accepted_gaps?.value).toMatch(
    /^hidden-records\/\S+ \| admin \| .*管理者だけが知る設定です$/m,
  );

  await page.reload();
  await folded(page).click();
  await page.getByText("この実行で不足したもののうち、承認できるものはもうありません。").waitFor();
  await page.goto(`${stage.emulator.url}${recordOf(success!)}`);
  await page.getByText("zipファイルの確認").waitFor();
  expect(await folded(page).count()).toBe(0);
  await page.context().close();
});
