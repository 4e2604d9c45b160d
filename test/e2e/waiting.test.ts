import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PASSWORD } from "../../scripts/local-kintone";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";
import { expectAccessible } from "./accessibility";
import { lastRun } from "./history";
import { type Stage, closeButton, dialogOf, photograph, runIntoTheMiddle, setStage } from "./stage";

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setStage();
  const guestSpaceId = String(GUEST_SPACE_ID);
  await stage.setTargets([{ appId: APP_IDS.supplierCorrespondence, guestSpaceId, appName: "仕入先連絡" }]);
});
beforeEach(async () => {
  page = await stage.openList("sato");
  const attachments = { method: "GET", path: "file.json", times: 1000 };
  stage.emulator.domain.faults.add({ when: attachments, do: { kind: "latency", milliseconds: 300 } });
  await runIntoTheMiddle(page);
});
afterEach(async () => {
  stage.emulator.domain.faults.clear();
  await page.context().close();
});
afterAll(() => stage?.close());

const waiting = (text: string) => dialogOf(page).getByText(text).waitFor({ timeout: 20_000 });

async function expectWholeRun(): Promise<void> {
  stage.emulator.domain.faults.clear();
  await closeButton(page).waitFor({ timeout: 60_000 });
  const run = await lastRun(stage);
  expect([run.field("run_status"), run.field("run_attachments"), run.field("run_message")]).toEqual([
    "success",
    "30",
    "",
  ]);
}

async function logIn(other: Page, user: string): Promise<void> {
  await other.fill(".form-username-slash > input", user);
  await other.fill(".form-password-slash > input", PASSWORD);
  await other.click(".login-button");
  await other.waitForLoadState();
}

describe("a run", () => {
  it("whose session expires goes on when its user, and nobody else, has logged in again in another tab", async () => {
    stage.emulator.sessions.expire("sato");
    await waiting("kintoneへのログインを待っています");
    await photograph(page, "waiting-for-login");
    await expectAccessible(page, ".kbm-run");

    const opened = page.context().waitForEvent("page");
    await dialogOf(page).getByRole("link", { name: "別のタブでログインする" }).click();
    const other = await opened;
    await logIn(other, "admin");
    await other.getByRole("button", { name: "今すぐバックアップ" }).waitFor();
    await waiting("kintoneへのログインを待っています");

    await other.getByText("ログアウト").click();
    await other.goto(page.url());
    await logIn(other, "sato");
    await expectWholeRun();
  });

  it("waits while kintone is closed for maintenance", async () => {
    const everything = { path: "*", times: 1_000_000 };
    stage.emulator.domain.faults.add({ when: everything, do: { kind: "unavailable", body: "html" } });
    await waiting("kintoneが利用できるようになるのを待っています");
    await photograph(page, "waiting-for-kintone");
    await expectAccessible(page, ".kbm-run");
    await expectWholeRun();
  });

  it("waits while the network is away", async () => {
    const everything = { path: "*", times: 1_000_000 };
    stage.emulator.domain.faults.add({ when: everything, do: { kind: "drop" } });
    await waiting("kintoneにつながるのを待っています");
    await photograph(page, "waiting-for-network");
    await expectAccessible(page, ".kbm-run");
    await expectWholeRun();
  });
});
