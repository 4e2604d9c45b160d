import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccessible } from "./accessibility";
import { lastRun } from "./history";
import { type Stage, closeDialog, dialogOf, photograph, runToItsEnd, setStage } from "./stage";

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

const offer = (page: Page) => dialogOf(page).getByText("社内規程でいつも不足するものを承認する");

it("an operator is told whom to ask when something will always be missing", async () => {
  const page = await stage.openList("sato");
  await runToItsEnd(page);
  await dialogOf(page)
    .getByText(/このバックアップ管理アプリを管理する人に、理由を添えた承認を依頼してください。/)
    .waitFor();
  expect(await offer(page).count()).toBe(0);
  await page.context().close();
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
