import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { By, type WebElement, until } from "selenium-webdriver";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addTargets } from "../../scripts/add-targets";
import { type LocalKintone, PASSWORD, PEOPLE } from "../../scripts/local-kintone";
import { root } from "../../scripts/root";
import { startFreshKintone } from "../e2e/fresh-kintone";
import { lastRun, recordedRuns } from "../e2e/history";
import { openArchive } from "../e2e/opened-archive";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";
import { sessionCookie } from "../emulator/access/sessions";
import { HAS_WEBKIT, PRIVATE_FILE_SYSTEM, type Webkit, startWebkit } from "./webkit";

const PATIENCE = 60_000;
const CUSTOMERS = { appId: APP_IDS.customers, appName: "顧客" };
const WITH_FILES = {
  appId: APP_IDS.supplierCorrespondence,
  guestSpaceId: String(GUEST_SPACE_ID),
  appName: "仕入先連絡",
};

if (!HAS_WEBKIT) throw new Error("Install webkit2gtk-driver, xvfb, python3-gi and gir1.2-webkit2-4.1 to try WebKit.");

let kintone: LocalKintone;
let stage: Pick<LocalKintone, "appId"> & { witness: KintoneRestAPIClient };
let webkit: Webkit;

beforeAll(async () => {
  kintone = await startFreshKintone();
  const witness = new KintoneRestAPIClient({
    baseUrl: kintone.emulator.url,
    auth: { username: PEOPLE.admin, password: PASSWORD },
  });
  stage = { appId: kintone.appId, witness };
});
afterAll(() => kintone.emulator.close());
afterEach(() => kintone.emulator.domain.faults.clear());

async function open(user: string, place: string): Promise<void> {
  const { driver } = webkit;
  const { sessions, url } = kintone.emulator;
  const [name = "", value = ""] = sessionCookie(sessions.login(user, PASSWORD)!).split(";")[0]!.split("=");
  await driver.get(`${url}/login`);
  await driver.manage().addCookie({ name, value, httpOnly: true, sameSite: "Lax" });
  await driver.get(url + place);
}

const find = (css: string): Promise<WebElement> => webkit.driver.wait(until.elementLocated(By.css(css)), PATIENCE);

async function findButton(text: string, within = "body"): Promise<WebElement> {
  const xpath = `//button[normalize-space()="${text}"]`;
  const place = await find(within);
  return webkit.driver.wait(async () => (await place.findElements(By.xpath(`.${xpath}`)))[0], PATIENCE) as never;
}

async function press(text: string, within?: string): Promise<void> {
  await (await findButton(text, within)).click();
}

async function setTargets(targets: Parameters<typeof addTargets>[2]): Promise<void> {
  const { witness, appId } = stage;
  const known = await witness.record.getAllRecords({ app: appId, condition: 'record_type in ("target")' });
  await witness.record.deleteAllRecords({ app: appId, records: known.map(({ $id }) => ({ id: String($id?.value) })) });
  await addTargets(witness, appId, targets);
}

async function photograph(name: string): Promise<void> {
  const folder = path.join(root, "screenshots");
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `webkit-${name}.png`), await webkit.driver.takeScreenshot(), "base64");
}

const savedZips = async () => (await readdir(webkit.downloads).catch(() => [])).filter((name) => name.endsWith(".zip"));

describe("WebKitGTK as it is shipped, without a private file system", () => {
  beforeAll(async () => {
    webkit = await startWebkit([]);
  });
  afterAll(() => webkit.close());

  it("is told what it lacks before the first request, and begins no run", async () => {
    await open("sato", `/k/${stage.appId}/`);
    await press("今すぐバックアップ");
    await findButton("閉じる", "dialog");
    expect(await (await find("dialog")).getText()).toMatch(/必要な機能がないため|作業用ファイルを保存できないため/);
    await photograph("lacks");
    expect(await recordedRuns(stage)).toEqual([]);
  });
});

describe("WebKitGTK with its private file system", () => {
  beforeAll(async () => {
    webkit = await startWebkit(PRIVATE_FILE_SYSTEM);
  });
  afterAll(() => webkit.close());

  /** Its files do not outlast the page, which is asked about first. */
  async function beginRun(): Promise<void> {
    await open("sato", `/k/${stage.appId}/`);
    await press("今すぐバックアップ");
    await press("実行", "dialog");
  }

  it("says before a run that it cannot be resumed; makes a whole zip; and verifies it", async () => {
    await setTargets([CUSTOMERS]);
    await beginRun();
    await findButton("閉じる", "dialog");
    await photograph("run");
    const run = await lastRun(stage);
    expect(run.field("run_status"), run.log).toBe("success");
    await expect.poll(savedZips, { timeout: 20_000 }).toHaveLength(1);
    const zip = path.join(webkit.downloads, (await savedZips())[0]!);
    expect((await openArchive(zip)).text(`${APP_IDS.customers}/records.jsonl`).trimEnd().split("\n")).toHaveLength(320);

    await webkit.driver.get(`${kintone.emulator.url}/k/${stage.appId}/show#record=${run.recordId}`);
    await (await find("#kbm-verify summary")).click();
    await (await find("#kbm-verify input[type=file]")).sendKeys(zip);
    await find("#kbm-verify .kbm-notice-success");
  });

  it("cancels a run in its middle", async () => {
    await setTargets([WITH_FILES]);
    const when = { method: "GET", path: "file.json", nth: 4, times: 1_000 };
    kintone.emulator.domain.faults.add({ when, do: { kind: "bandwidth", bytesPerSecond: 50 } });
    await beginRun();
    await expect
      .poll(async () => (await find("dialog")).getText(), { timeout: 20_000 })
      .toMatch(/添付ファイル\s*[1-9]/);
    await press("キャンセル", "dialog");
    await findButton("閉じる", "dialog");
    const run = await lastRun(stage);
    expect([run.field("run_status"), run.field("run_lock")]).toEqual(["cancelled", ""]);
  });

  it("shows the overview and checks the history", async () => {
    await open("sato", `/k/${stage.appId}/`);
    await press("履歴の概要");
    await find(".kbm-overview section");
    await photograph("overview");
    await press("履歴を検査");
    await find("dialog");
  });

  it("changes the settings", async () => {
    const { domain } = kintone.emulator;
    const app = domain.apps.get(Number(stage.appId))!;
    const pluginId = app.preview.plugins[0]!.id;
    await open("admin", `/k/admin/app/${stage.appId}/plugin/config?pluginId=${pluginId}`);
    const label = await find(".kbm-settings").then((form) =>
      form.findElement(By.xpath('.//label[contains(., "zipファイル名の先頭")]')),
    );
    const field = await find(`#${await label.getAttribute("for")}`);
    await field.clear();
    await field.sendKeys("webkit");
    await press("保存", ".kbm-settings");
    await expect.poll(() => JSON.stringify(app.preview.plugins), { timeout: 20_000 }).toContain("webkit");
  });
});
