import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { expectAccessible } from "./accessibility";
import { scriptAddresses } from "./plugin-addresses";
import { backedUp, compared, CUSTOMERS, openedRestoring } from "./restoring";
import { type Stage, photograph, setStage } from "./stage";

/** A Worker that counts when it is told to, and cannot look for what has "vain" in it. */
const WILFUL = `
  if (typeof document === "undefined") {
    const mayCount = new BroadcastChannel("may-count");
    addEventListener("message", (event) => {
      const { kind, name, call, asked } = event.data;
      if (event.isTrusted && name === "numbers") {
        event.stopImmediatePropagation();
        mayCount.onmessage = () => dispatchEvent(new MessageEvent("message", { data: event.data }));
      }
      if (name === "findings" && asked.search.includes("vain")) {
        event.stopImmediatePropagation();
        postMessage({ kind: "restore-refused", call, error: { code: "UNEXPECTED", message: "in vain", retryable: false, facts: {} } });
      }
    });
  }`;

let stage: Stage;
let folder: string;
let zip: string;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-worker-"));
  stage = await setStage();
  zip = await backedUp(stage, folder);
  await stage.witness.record.updateRecord({ ...CUSTOMERS, id: "2", record: { 顧客名: { value: "別の会社" } } });
});
beforeEach(async () => {
  page = await stage.open("sato", "/k/");
  await page.context().route(`**${scriptAddresses(stage)[1]}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(() => { ${WILFUL} })();\n${await response.text()}` });
  });
  await page.goto(`${stage.emulator.url}/k/${stage.appId}/`);
});
afterEach(() => page.context().close());
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const button = (dialog: Locator, name: string) => dialog.getByRole("button", { name, exact: true });

describe("while the Worker", () => {
  it("counts, nobody reads numbers that nobody knows", async () => {
    const dialog = await openedRestoring(page);
    await compared(dialog, zip);
    await button(dialog, "復元に進む").click();
    const modes = dialog.getByRole("group", { name: "行うこと" });
    await modes.getByText("違いのあるレコードをアーカイブの値に戻す（…）").waitFor();
    expect(await modes.getAttribute("aria-busy")).toBe("true");
    expect(await modes.innerText()).not.toMatch(/\d+件/);
    await photograph(page, "restore-counting");
    await expectAccessible(page, ".kbm-restore");
    await page.evaluate(() => new BroadcastChannel("may-count").postMessage("now"));
    await modes.getByText("違いのあるレコードをアーカイブの値に戻す（1件、リクエスト1回以上）").waitFor();
    expect(await modes.getAttribute("aria-busy")).toBe("false");
  });

  it("cannot look for something, that is told, and everything goes on as soon as it can", async () => {
    const dialog = await openedRestoring(page);
    await compared(dialog, zip);
    await dialog.getByText(/^\d+件中 1～\d+件を表示$/).waitFor();
    await dialog.getByRole("searchbox").fill("vain");
    const alert = dialog.getByRole("alert");
    await alert.getByText("予期しない").waitFor();
    await photograph(page, "restore-search-failed");
    await expectAccessible(page, ".kbm-restore");
    await button(dialog, "もう一度試す").click();
    await alert.waitFor();
    await dialog.getByRole("searchbox").fill("別の会社");
    await alert.waitFor({ state: "detached" });
    await button(dialog, "復元に進む").click();
    await dialog.getByText("対象のレコードを選んでください。").waitFor();
  });
});
