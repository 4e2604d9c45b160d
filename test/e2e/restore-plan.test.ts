import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD } from "../../scripts/local-kintone";
import { root } from "../../scripts/root";
import { type Ended, endOf } from "../entries/command/command-process";
import { expectAccessible } from "./accessibility";
import { backedUp, carriedOut, checked, compared, CUSTOMERS, kept, openedRestoring } from "./restoring";
import { type Stage, photograph, setStage, showFiles } from "./stage";

let stage: Stage;
let folder: string;
let zip: string;
let settings: string;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kbm-plan-"));
  stage = await setStage();
  zip = await backedUp(stage, folder);
  settings = path.join(folder, "kintone-backup.json");
  await writeFile(settings, JSON.stringify({ baseUrl: stage.emulator.url, app: stage.appId, folder }));
});
afterEach(() => page?.context().close());
afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The command of the build, as the same person. */
function restore(...more: string[]): Promise<Ended> {
  const command = path.join(root, "dist/headless/kintone-backup.cjs");
  const env = { ...process.env, KINTONE_USERNAME: "sato", KINTONE_PASSWORD: PASSWORD };
  const args = ["restore", "--file", settings, "--lang", "en", ...more];
  return endOf(spawn(process.execPath, [command, ...args], { env }));
}

async function opened(): Promise<Locator> {
  page = await stage.openList("sato");
  return openedRestoring(page);
}

const named = async (id: string) =>
  (await stage.witness.record.getRecord({ ...CUSTOMERS, id })).record.顧客名!.value as string;
const rename = (id: string, name: string) =>
  stage.witness.record.updateRecord({ ...CUSTOMERS, id, record: { 顧客名: { value: name } } });

describe("what was decided", () => {
  it("on the screen is carried out by the command, unattended", async () => {
    const before = await named("2");
    await rename("2", "別の会社");
    await rename("3", "もう一つの会社");
    const dialog = await opened();
    await compared(dialog, zip);
    await dialog.getByRole("checkbox", { name: "レコード（ID 2）を選ぶ" }).check();
    await dialog.getByRole("button", { name: "復元に進む", exact: true }).click();
    await checked(dialog, "計画を作る");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "計画を保存" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("restore-plan.json");
    const plan = await kept(download, folder);
    expect(await named("2")).toBe("別の会社");
    const { code, out, err } = await restore("--plan", plan, "--reason", "night shift");
    expect(out, err).toMatch(/^Restored: kintone has everything as it was planned\./);
    expect(code).toBe(0);
    expect([await named("2"), await named("3")]).toEqual([before, "もう一つの会社"]);
    // It is no plan for what is there now.
    expect((await restore("--plan", plan, "--reason", "once more")).code).toBe(3);
  });

  it("for the command is looked at on the screen, and carried out there; what was changed since is told", async () => {
    const plan = path.join(folder, "by-command.json");
    await rename("4", "誤った会社");
    const { code, err } = await restore("--put-back", "--ids", "4", "--dry-run", "--write-plan", plan);
    expect(code, err).toBe(0);
    let dialog = await opened();
    await showFiles(dialog, plan);
    await dialog.getByText("「by-command.json」を読み取りました。「顧客」への復元の計画です。").waitFor();
    await photograph(page, "restore-plan-read");
    await expectAccessible(page, ".kbm-restore");
    await showFiles(dialog, zip);
    await checked(dialog, "計画どおりに");
    await dialog.getByText("読み取った計画と同じ内容です。").waitFor();
    await photograph(page, "restore-plan-checked");
    await expectAccessible(page, ".kbm-restore");
    await carriedOut(dialog);
    expect(await named("4")).not.toBe("誤った会社");

    // Plan and zip at once.
    await page.context().close();
    await rename("4", "また誤った会社");
    dialog = await opened();
    await showFiles(dialog, [plan, zip]);
    await checked(dialog, "もう一度");
    await dialog.getByText("計画とは違う結果になります").waitFor();
    expect(await named("4")).toBe("また誤った会社");
  });

  it("for another app is carried out into that one, and touches the archive's own app in nothing", async () => {
    const { domain } = stage.emulator;
    const { properties } = domain.apps.get(Number(CUSTOMERS.app))!.live!;
    const other = domain.addApp({ name: "顧客（写し）", creator: "admin", properties: structuredClone(properties) });
    const twin = { app: String(other.id) };
    const [known] = (await stage.witness.record.getRecords({ ...CUSTOMERS, query: "$id = 5" })).records;
    const { 顧客コード, 顧客名, 郵便番号 } = known!;
    const wrong = { 顧客コード: 顧客コード!, 顧客名: { value: "誤り" }, 郵便番号: 郵便番号! };
    await stage.witness.record.addRecord({ ...twin, record: wrong as never });
    await rename("5", "元のアプリの名前");
    const plan = path.join(folder, "into-twin.json");
    const into = ["--into", twin.app, "--key", "顧客コード"];
    const { code, err } = await restore(...into, "--put-back", "--ids", "5", "--dry-run", "--write-plan", plan);
    expect(code, err).toBe(0);

    const dialog = await opened();
    await showFiles(dialog, [plan, zip]);
    await dialog.getByText(`アプリ「顧客」（アプリID ${CUSTOMERS.app}）からアプリ「顧客（写し）」`).waitFor();
    await checked(dialog, "写しに戻す");
    await dialog.getByText("読み取った計画と同じ内容です。").waitFor();
    expect(await dialog.innerText()).toContain("「顧客（写し）」");
    await photograph(page, "restore-plan-into-another");
    await carriedOut(dialog);
    const { records } = await stage.witness.record.getRecords(twin);
    expect(records.map((record) => record.顧客名!.value)).toEqual([顧客名!.value]);
    expect(await named("5")).toBe("元のアプリの名前");
  });

  it("for another archive or app, or what is no plan, is refused in words", async () => {
    const plan = path.join(folder, "wrong.json");
    const { err, code } = await restore("--put-back", "--ids", "4", "--dry-run", "--write-plan", plan);
    expect(code, err).toBe(0);
    const text = await readFile(plan, "utf8");
    const made = JSON.parse(text) as { archive: { digest: string; runId: string } };
    const dialog = await opened();
    const tried = async (content: string, words: string | RegExp) => {
      await writeFile(plan, content);
      await showFiles(dialog, [plan, zip]);
      await dialog.getByText(words).waitFor();
      expect(await dialog.getByRole("button", { name: "比較する" }).count()).toBe(0);
    };
    await tried(text.replace(made.archive.digest, "0".repeat(64)), "この計画は別のアーカイブ");
    await expectAccessible(page, ".kbm-restore");
    await tried(text.replace('"archivedApp": "15"', '"archivedApp": "16"'), "この計画は別のアーカイブ");
    await tried(text.replace(stage.emulator.url, "https://other.cybozu.com"), "この計画は https://other.cybozu.com");
    await tried(text.replace('"putBack"', '"putBakc"'), "という項目はありません");
    await tried(text.slice(0, 40), "JSONではないか");
  });
});
