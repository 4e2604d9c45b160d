import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { PEOPLE } from "../../scripts/local-kintone";
import { APP_IDS } from "../emulator/sample/app";
import { deploy } from "../kintone/deploy";
import { expectAccessible } from "./accessibility";
import { recordedRuns } from "./history";
import { meantAddress, meantMethod } from "./meant";
import { type Stage, closeButton, dialogOf, photograph, runButton, runToItsEnd, setStage } from "./stage";

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await setStage();
  await stage.setTargets([{ appId: APP_IDS.customers, appName: "顧客" }]);
  const works = { recordViewable: true, recordAddable: true, recordEditable: true };
  await stage.witness.app.updateAppAcl({
    app: stage.appId,
    rights: [
      { entity: { type: "USER", code: PEOPLE.admin }, appEditable: true, ...works },
      { entity: { type: "USER", code: PEOPLE.auditor }, recordViewable: true },
      { entity: { type: "GROUP", code: "everyone" }, ...works },
    ],
  });
  await deploy(stage.witness, stage.appId);
});
afterEach(() => page.context().close());
afterAll(() => stage?.close());

/** What the page and its Workers asked of kintone's REST API from now on. */
function requestsOf(asking: Page): string[] {
  const asked: string[] = [];
  asking.context().on("request", (request) => {
    const { pathname, searchParams } = new URL(meantAddress(request));
    const path = /\/k\/v1\/(.+)\.json$/.exec(pathname)?.[1];
    const isCount = path === "records" && / ?limit 1$/.test(searchParams.get("query") ?? "");
    if (path) asked.push(`${meantMethod(request)} ${isCount ? "count" : path} ${searchParams.get("app") ?? ""}`.trim());
  });
  return asked;
}

/** As in a kintone that does not tell what the user may do with an app. */
async function openOlderList(user: string): Promise<Page> {
  const older = await stage.open(user, "/k/");
  await older.locator(".lk-user").waitFor();
  await older.addInitScript(() => {
    let given: { app: { getPermissions?: unknown } };
    Object.defineProperty(window, "kintone", {
      get: () => given,
      set(kintone: typeof given) {
        delete kintone.app.getPermissions;
        given = kintone;
      },
    });
  });
  await older.goto(`${stage.emulator.url}/k/${stage.appId}/`);
  return older;
}

it("who may only view is offered everything but a run", async () => {
  page = await stage.openList(PEOPLE.auditor);
  await page.getByRole("button", { name: "履歴の概要" }).waitFor();
  expect(await runButton(page).count()).toBe(0);
  await photograph(page, "list-of-auditor");
});

it("who may add records is offered a run, as the first of the buttons", async () => {
  page = await stage.openList(PEOPLE.operator);
  await runButton(page).waitFor();
  const names = await page.locator("#kbm-run-button, #kbm-chain-button, #kbm-overview-button").allInnerTexts();
  expect(names).toEqual(["今すぐバックアップ", "履歴を検査", "履歴の概要"]);
});

it("where kintone does not tell who may add records, whoever may not is refused before anything is read", async () => {
  page = await openOlderList(PEOPLE.auditor);
  const asked = requestsOf(page);
  expect(await runToItsEnd(page)).toEqual([]);
  const text = await dialogOf(page).innerText();
  expect(text).toMatch(/失敗[^]*バックアップできませんでした。/);
  expect(text).toMatch(
    new RegExp(
      `鈴木 恵さんにはバックアップ管理アプリ（ID ${stage.appId}）のレコードを追加する権限がなく[^]*\\(CB_NO02\\)`,
    ),
  );
  expect(await dialogOf(page).getByRole("button").allInnerTexts()).toEqual(["閉じる"]);
  await photograph(page, "run-refused");
  await expectAccessible(page, "dialog");
  // The look at the room for the run, how many records there are, which may be a question, and the attempt to write it down. Nothing that is in them.
  const counted = `GET count ${APP_IDS.customers}`;
  expect(
    asked.filter((request) => !request.endsWith(` ${stage.appId}`) && ![counted, "POST record"].includes(request)),
  ).toEqual([]);
  expect(await recordedRuns(stage)).toEqual([]);
  await closeButton(page).click();
  await dialogOf(page).waitFor({ state: "detached" });
});
