import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "../emulator/faults/faults";
import { expectAccessible } from "./accessibility";
import { logIn } from "./log-in";
import { scriptAddresses } from "./plugin-addresses";
import { backedUp, checked, compared, CUSTOMERS, openedRestoring } from "./restoring";
import { type Stage, closeButton, dialogOf, photograph, setStage, showFiles } from "./stage";

/** kintone takes its time: enough for whatever happens meanwhile. */
const SLOWLY = { kind: "latency", milliseconds: 5_000 } as const;
/** kintone never comes to add them while a test lasts. */
const NEVER = { kind: "latency", milliseconds: 600_000 } as const;
/** kintone adds the records, and its answer never comes. */
const UNHEARD = { kind: "silent", bytes: 0 } as const;

let stage: Stage;
let folder: string;
let zip: string;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-broken-"));
  stage = await setStage();
  zip = await backedUp(stage, folder);
});
beforeEach(async () => {
  page = await stage.openList("sato");
});
afterEach(async () => {
  stage.emulator.domain.faults.clear();
  await page.context().close();
  // What a test leaves undecided, the next restore would be asked about.
  const { record } = stage.witness;
  const query = 'record_type in ("restore") and restore_undecided > "0"';
  const { records } = await record.getRecords({ app: stage.appId, query });
  await record.deleteAllRecords({ app: stage.appId, records: records.map(({ $id }) => ({ id: String($id!.value) })) });
});
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The restores of the history, the newest first. */
async function restores() {
  const query = 'record_type in ("restore") order by $id desc';
  const { records } = await stage.witness.record.getRecords({ app: stage.appId, query });
  return records.map((record) => (code: string) => String(record[code]?.value ?? ""));
}

/** Deletes some, and goes on to where they are to be added again. */
async function restoring(records: number): Promise<Locator> {
  const { records: some } = await stage.witness.record.getRecords({
    ...{ ...CUSTOMERS, query: `order by $id asc limit ${records}` },
  });
  await stage.witness.record.deleteAllRecords({
    ...CUSTOMERS,
    records: some.map(({ $id }) => ({ id: String($id!.value) })),
  });
  const dialog = await openedRestoring(page);
  await compared(dialog, zip);
  await dialog.getByRole("button", { name: "復元に進む", exact: true }).click();
  await dialog.getByRole("checkbox", { name: /^アプリにないレコードを追加する/ }).check();
  await checked(dialog, "途中で止まる");
  await dialog.getByRole("button", { name: "復元を開始する", exact: true }).waitFor();
  return dialog;
}

/** Begins it. Resolves when kintone has been asked to add the records. The history's own are added by another path. */
async function begun(dialog: Locator, adding: Fault["do"]): Promise<void> {
  stage.emulator.domain.faults.add({ when: { method: "POST", path: "records.json", nth: 1 }, do: adding });
  const asked = page.context().waitForEvent("request", {
    predicate: (request) =>
      request.url().endsWith("/k/v1/records.json") && (request.postData() ?? "").includes('"フリガナ":'),
    timeout: 60_000,
  });
  await dialog.getByRole("button", { name: "復元を開始する", exact: true }).click();
  await asked;
  expect((await restores())[0]!("run_status")).toBe("running");
}

const ended = async () => {
  const [told] = await restores();
  return ["run_status", "run_lock", "restore_verdict"].map(told!);
};
const notice = () => page.locator("#kbm-broken-restore");
const end = (dialog: Locator) => dialog.getByText("復元する前の状態に戻すには").waitFor({ timeout: 90_000 });

describe("a restore that was broken off", () => {
  it("is discarded by its own user alone: the history says so, and nothing is offered any more", async () => {
    const dialog = await restoring(4);
    await begun(dialog, NEVER);
    const context = page.context();
    await page.close();
    stage.emulator.domain.faults.clear();
    await logIn(context, stage.emulator, "admin");
    page = await context.newPage();
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
    await page.getByRole("button", { name: "比較と復元" }).waitFor();
    expect(await notice().count()).toBe(0);

    await logIn(context, stage.emulator, "sato");
    await page.reload();
    await notice().getByRole("button", { name: "中止として記録" }).click();
    await expectAccessible(page, "dialog");
    await page.getByRole("dialog").getByRole("button", { name: "中止として記録" }).click();
    // kintone never answered, so nobody knows about these.
    const told = page.getByRole("dialog");
    await told.getByText(/書き込まれたかどうかわかりません: \d+、\d+、\d+、\d+$/).waitFor();
    await photograph(page, "restore-discarded");
    await expectAccessible(page, "dialog");
    await told.getByRole("button", { name: "OK" }).click();
    await notice().waitFor({ state: "detached" });
    expect(await ended()).toEqual(["cancelled", "", "stopped"]);
    await page.reload();
    await page.getByRole("button", { name: "比較と復元" }).waitFor();
    expect(await notice().count()).toBe(0);
  });

  it("whose app is gone for good is ended when somebody goes on with it: what is known is told, and in the history", async () => {
    const dialog = await restoring(2);
    await begun(dialog, NEVER);
    const context = page.context();
    await page.close();
    stage.emulator.domain.faults.clear();
    const { apps } = stage.emulator.domain;
    const app = apps.get(Number(CUSTOMERS.app))!;
    apps.delete(app.id);
    try {
      page = await context.newPage();
      await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
      await notice().getByRole("button", { name: "続きから再開" }).click();
      await showFiles(dialogOf(page), zip);
      const result = dialogOf(page);
      await result.getByText("復元が途中で終了しました").waitFor();
      expect(await result.innerText()).toMatch(
        /アプリ（ID 15）がありません.*不明\s+[1-9].*レコード（ID \d+）: kintoneの応答が/s,
      );
      expect(await result.getByRole("button", { name: "この復元を元に戻す" }).count()).toBe(0);
      await photograph(page, "restore-app-gone");
      await expectAccessible(page, ".kbm-restore");
      expect((await ended()).slice(1)).toEqual(["", "stopped"]);
      await closeButton(page).click();
      await page.getByRole("button", { name: "比較と復元" }).waitFor();
      expect(await notice().count()).toBe(0);
    } finally {
      apps.set(app.id, app);
    }
  });

  it("stays offered as long as the history cannot be told that it is discarded", async () => {
    const dialog = await restoring(2);
    await begun(dialog, UNHEARD);
    const context = page.context();
    await page.close();
    stage.emulator.domain.faults.clear();
    page = await context.newPage();
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
    stage.emulator.domain.faults.add({
      when: { method: "PUT", path: "records.json", times: 100 },
      do: { kind: "error", code: "CB_NO02" },
    });
    await notice().getByRole("button", { name: "中止として記録" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "中止として記録" }).click();
    await notice().getByText("履歴に記録できませんでした。").waitFor();
    await photograph(page, "restore-not-discarded");
    stage.emulator.domain.faults.clear();
    await notice().getByRole("button", { name: "続きから再開" }).click();
    await showFiles(dialogOf(page), zip);
    await end(dialogOf(page));
    expect(await ended()).toEqual(["success", "", "as-planned"]);
  });
});

describe("a restore under way", () => {
  it("waits when another user has logged in to the same browser, and goes on when its own is back", async () => {
    const dialog = await restoring(4);
    await begun(dialog, SLOWLY);
    const context = page.context();
    await logIn(context, stage.emulator, "admin");
    const other = await context.newPage();
    await other.goto(page.url());
    await dialog.getByText("kintoneへのログインを待っています").waitFor();
    await photograph(page, "restore-waiting-for-login");
    await expectAccessible(page, ".kbm-restore");
    await other.getByRole("button", { name: "比較と復元" }).waitFor();

    await logIn(context, stage.emulator, "sato");
    await other.reload();
    await end(dialog);
    expect(await ended()).toEqual(["success", "", "as-planned"]);
  });

  it("waits when its log-in has ended, and goes on when its user has logged in again", async () => {
    const dialog = await restoring(4);
    await begun(dialog, SLOWLY);
    stage.emulator.sessions.expire("sato");
    await dialog.getByText("kintoneへのログインを待っています").waitFor();
    await logIn(page.context(), stage.emulator, "sato");
    const other = await page.context().newPage();
    await other.goto(page.url());
    await end(dialog);
    expect(await ended()).toEqual(["success", "", "as-planned"]);
  });

  it("says what it looks for when kintone's answer was lost, why, and until when", async () => {
    const dialog = await restoring(3);
    await begun(dialog, { kind: "truncate", bytes: 10 });
    await dialog.getByText("kintoneの応答が届かなかったため、3件が書き込まれたかどうかを確認しています").waitFor();
    await dialog.getByText(/確認は\d{4}\/\d{2}\/\d{2} \d{2}:\d{2} .*ごろまでかかることがあります/).waitFor();
    await photograph(page, "restore-looking");
    await expectAccessible(page, ".kbm-restore");
    await end(dialog);
    expect(await dialog.getByText("書き込まれたかどうかを確認しています").count()).toBe(0);
    expect(await ended()).toEqual(["success", "", "as-planned"]);
  });

  it("that is cancelled ends behind what kintone is writing, as stopped, with its report", async () => {
    const dialog = await restoring(110);
    await begun(dialog, SLOWLY);
    await dialog.getByRole("button", { name: "キャンセル" }).click();
    await dialog.getByText("書き込み中のレコードが終わりしだい、復元を終了します…").waitFor();
    await end(dialog);
    expect(await dialog.innerText()).toMatch(/復元が途中で終了しました.*復元をキャンセルしました.*追加\s+100\s/s);
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "レポートを保存" }).click();
    const report = await readFile((await (await download).path())!, "utf8");
    expect(report.match(/"added"/g)!.length).toBeGreaterThanOrEqual(100);
    expect(await ended()).toEqual(["cancelled", "", "stopped"]);
  });

  it("whose Worker freezes is told, with what to do", async () => {
    await page.context().close();
    page = await stage.open("sato", "/k/");
    await page.clock.install();
    let frozen: () => void = () => undefined;
    const isFrozen = new Promise<void>((resolve) => (frozen = resolve));
    await page.context().route("**/never-answered", () => frozen());
    const secondFile = `**${scriptAddresses(stage)[1]}`;
    // As a Worker of Firefox does: nothing that it is sent is heard any more, from what adds the records on.
    await page.context().route(secondFile, async (route) => {
      const response = await route.fetch();
      const freezing = `
        if (typeof document === "undefined") {
          const { fetch } = globalThis;
          globalThis.fetch = (url, options) => {
            if (!String(url).includes("/records.json") || !String(options?.body ?? "").includes("フリガナ")) return fetch(url, options);
            const waiting = new XMLHttpRequest();
            waiting.open("GET", location.origin + "/never-answered", false);
            waiting.send();
          };
        }`;
      await route.fulfill({ response, body: `(() => { ${freezing} })();\n${await response.text()}` });
    });
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
    const dialog = await restoring(2);
    await dialog.getByRole("button", { name: "復元を開始する", exact: true }).click();
    await isFrozen;
    await page.clock.runFor(130_000);
    await closeButton(page).waitFor();
    expect(await dialog.innerText()).toMatch(/復元の処理が応答しなくなったため、終了しました.*続きから再開/s);
    await photograph(page, "restore-silent");
    await expectAccessible(page, ".kbm-restore");
  });
});
