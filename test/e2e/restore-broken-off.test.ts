import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { expectAccessible } from "./accessibility";
import { logIn } from "./log-in";
import { scriptAddresses } from "./plugin-addresses";
import { backedUp, checked, compared, CUSTOMERS, openedRestoring } from "./restoring";
import { type Stage, cancelButton, closeButton, dialogOf, photograph, setStage, showFiles } from "./stage";

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
});
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const count = async () =>
  Number((await stage.witness.record.getRecords({ ...CUSTOMERS, totalCount: true })).totalCount);

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
  await stage.witness.record.deleteRecords({ ...CUSTOMERS, ids: some.map(({ $id }) => String($id!.value)) });
  const dialog = await openedRestoring(page);
  await compared(dialog, zip);
  await dialog.getByRole("button", { name: "復元に進む", exact: true }).click();
  await dialog.getByRole("checkbox", { name: /^アプリにないレコードを追加する/ }).check();
  await checked(dialog, "途中で止まる");
  await dialog.getByRole("button", { name: "復元を開始する", exact: true }).waitFor();
  return dialog;
}

/** What adds the records waits for ever; before it the backup and the restore itself are written down. */
function holdAdding(): void {
  stage.emulator.domain.faults.add({
    when: { method: "POST", path: "records.json", nth: 3 },
    do: { kind: "latency", milliseconds: 600_000 },
  });
}

async function begun(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "復元を開始する", exact: true }).click();
  await expect.poll(async () => (await restores())[0]?.("run_status"), { timeout: 60_000 }).toBe("running");
}

const notice = () => page.locator("#kbm-broken-restore");
const end = (dialog: Locator) => dialog.getByText("復元する前の状態に戻すには").waitFor({ timeout: 90_000 });

describe("a restore that was broken off", () => {
  it("is discarded by its own user alone: what was written stays, the history says so, and nothing is offered any more", async () => {
    const before = await count();
    const dialog = await restoring(4);
    holdAdding();
    await begun(dialog);
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
    await notice().waitFor({ state: "detached" });
    const [told] = await restores();
    expect(["run_status", "run_lock", "restore_verdict"].map(told!)).toEqual(["cancelled", "", "stopped"]);
    await page.reload();
    await page.getByRole("button", { name: "比較と復元" }).waitFor();
    expect(await notice().count()).toBe(0);
    expect(await count()).toBe(before - 4);
  });

  it("stays offered as long as the history cannot be told that it is discarded", async () => {
    const dialog = await restoring(2);
    holdAdding();
    await begun(dialog);
    const context = page.context();
    await page.close();
    stage.emulator.domain.faults.clear();
    page = await context.newPage();
    await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
    stage.emulator.domain.faults.add({
      when: { method: "PUT", path: "record.json", times: 100 },
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
    expect((await restores())[0]!("restore_verdict")).toBe("as-planned");
  });
});

describe("a restore under way", () => {
  it("ends behind its batch when it is cancelled, and says so", async () => {
    const dialog = await restoring(3);
    const hold = { method: "POST", path: "records.json", nth: 3 };
    stage.emulator.domain.faults.add({ when: hold, do: { kind: "latency", milliseconds: 3_000 } });
    await begun(dialog);
    await cancelButton(page).click();
    await dialog.getByText("復元が途中で終了しました。").waitFor({ timeout: 60_000 });
    await photograph(page, "restore-cancelled");
    await expectAccessible(page, ".kbm-restore");
    const [told] = await restores();
    expect(["run_lock", "restore_verdict"].map(told!)).toEqual(["", "stopped"]);
  });

  it("waits for its own user: nothing is written as somebody else who logs in meanwhile", async () => {
    const before = await count();
    const dialog = await restoring(3);
    const upload = { method: "POST", path: "records.json", nth: 1 };
    stage.emulator.domain.faults.add({ when: upload, do: { kind: "latency", milliseconds: 2_000 } });
    await dialog.getByRole("button", { name: "復元を開始する", exact: true }).click();
    await logIn(page.context(), stage.emulator, "admin");
    await dialog.getByText("kintoneへのログインを待っています").waitFor({ timeout: 60_000 });
    expect(await count()).toBe(before - 3);
    await logIn(page.context(), stage.emulator, "sato");
    const other = await page.context().newPage();
    await other.goto(page.url());
    await end(dialog);
    const [told] = await restores();
    expect(["run_operator_code", "restore_verdict"].map(told!)).toEqual(["sato", "as-planned"]);
    const { records } = await stage.witness.record.getRecords({ ...CUSTOMERS, query: "order by $id desc limit 3" });
    expect(records).toHaveLength(3);
  });

  it("whose Worker freezes is told, and goes on at the next visit", async () => {
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
          let adding = 0;
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
    await page.context().unroute(secondFile);
    await page.reload();
    await notice().getByRole("button", { name: "続きから再開" }).click();
    await showFiles(dialogOf(page), zip);
    await end(dialogOf(page));
    expect((await restores())[0]!("restore_verdict")).toBe("as-planned");
  });
});
