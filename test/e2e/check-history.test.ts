import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD, PEOPLE } from "../../scripts/local-kintone";
import { root } from "../../scripts/root";
import type { RunOutcome } from "../../src/domain/outcome";
import { createHistory } from "../../src/history/runs/run-records";
import { createPasswordConnection } from "../../src/kintone/connection/password-connection";
import { createRecordStore } from "../../src/kintone/writing/record-store";
import type { App } from "../emulator/domain/app";
import { APP_IDS } from "../emulator/sample/app";
import { outcome } from "../history/runs/runs";
import { expectAccessible } from "./accessibility";
import { type RecordedRun, recordedRuns } from "./history";
import { meantMethod } from "./meant";
import { type Stage, dialogOf, photograph, runButton, runToItsEnd, setStage } from "./stage";

let stage: Stage;
let page: Page;
/** One of the plugin, and two that the history was told of over HTTP; the oldest first. */
let runs: RecordedRun[];

beforeAll(async () => {
  stage = await setStage();
  await stage.setTargets([{ appId: APP_IDS.newProject, appName: "新規プロジェクト" }]);
  page = await stage.openList(PEOPLE.operator);
  await runToItsEnd(page);
  await page.context().close();
  for (const runId of ["second-run", "third-run"]) await remember({ ...outcome, runId });
  runs = (await recordedRuns(stage)).reverse();
});
afterEach(async () => {
  stage.emulator.domain.faults.clear();
  await page.context().close();
});
afterAll(() => stage?.close());

async function remember(run: RunOutcome): Promise<void> {
  const access = { baseUrl: stage.emulator.url, username: PEOPLE.operator, password: PASSWORD };
  const store = createRecordStore(createPasswordConnection({ ...access, userAgent: "test", fetch }), stage);
  const clock = { now: () => new Date() };
  const history = createHistory(store, { clock, describe: ({ error }) => error.message, pluginVersion: "1" });
  await history.begin(run);
  await history.finish(run, "log");
}

const checkButton = (): Locator => page.getByRole("button", { name: /^(履歴を検査|Check history)$/ });

/** What the plugin puts into the dialog. */
const ours = (): Locator => dialogOf(page).locator(".kbm-run");

/** The user opens the list and has the history checked. Resolves to what the dialog says in the end. */
async function check(user: string): Promise<string> {
  page = await stage.openList(user);
  await checkButton().click();
  await ours().locator(".kbm-notice").waitFor();
  return ours().innerText();
}

/** A wide and a narrow picture, for people to look at. */
async function photographed(name: string): Promise<void> {
  await photograph(page, name);
  await page.setViewportSize({ width: 480, height: 900 });
  await photograph(page, `${name}-narrow`);
}

const idOf = (run: number) => runs[run]!.field("run_id");
const change = (run: number, run_message: string) =>
  stage.witness.record.updateRecord({
    app: stage.appId,
    id: runs[run]!.recordId,
    record: { run_message: { value: run_message } },
  });
const deploy = (settings: Parameters<App["change"]>[0]) => {
  const app = stage.emulator.domain.apps.get(Number(stage.appId))!;
  app.change(settings);
  app.deploy(PEOPLE.admin);
};

describe("an auditor who has the history checked", () => {
  it("is told that it is intact, from which run to which, with links to them and nothing written", async () => {
    const sent: string[] = [];
    page = await stage.openList(PEOPLE.auditor);
    page.on("request", (request) => sent.push(`${meantMethod(request)} ${new URL(request.url()).pathname}`));
    await checkButton().click();
    await ours().locator(".kbm-notice").waitFor();
    expect(sent).toEqual(["GET /k/v1/records.json"]);
    const text = await ours().innerText();
    expect(text).toContain("履歴はつながっています。");
    expect(text).toContain("つながっている範囲（3回の実行）");
    expect(text).toContain(runs[2]!.field("run_chain_digest"));
    expect(text).toMatch(new RegExp(`${idOf(0)}[^]*${idOf(2)}`));
    await expectAccessible(page, "dialog");
    await photographed("history-sound");

    const opened = page.context().waitForEvent("page");
    await dialogOf(page)
      .getByRole("link", { name: idOf(2) })
      .click();
    await (await opened).getByText(idOf(2)).first().waitFor();
  });

  it("comes to the verdict by keyboard, and back to the button", async () => {
    page = await stage.openList(PEOPLE.auditor);
    await checkButton().focus();
    await page.keyboard.press("Enter");
    await ours().locator(".kbm-notice").waitFor();
    const focused = () => page.evaluate("document.activeElement.textContent.trim()");
    // All of it: the dialog around it, which has the focus before, says this too.
    await expect.poll(focused).toMatch(/^履歴はつながっています。[^。]*。$/);
    await page.keyboard.press("Tab");
    expect(await focused()).toContain(idOf(0));
    await page.keyboard.press("Escape");
    await dialogOf(page).waitFor({ state: "detached" });
    expect(await focused()).toBe("履歴を検査");
  });

  it("may close the dialog while runs are still being read, and nothing more is read then", async () => {
    page = await stage.openList(PEOPLE.operator);
    stage.emulator.domain.faults.add({
      when: { method: "GET", path: "records.json" },
      do: { kind: "latency", milliseconds: 60_000 },
    });
    const failed = page.waitForEvent("requestfailed");
    await checkButton().click();
    await dialogOf(page).getByText("実行の記録を読んでいます").waitFor();
    await expectAccessible(page, "dialog");
    await photograph(page, "history-reading");
    await ours().getByRole("button", { name: "キャンセル" }).click();
    expect((await failed).url()).toContain("records.json");
    await dialogOf(page).waitFor({ state: "detached" });
    stage.emulator.domain.faults.clear();
    // Neither a lock nor anything else is in the way of a run.
    expect(await runButton(page).isEnabled()).toBe(true);
    await checkButton().click();
    await dialogOf(page).getByText("履歴はつながっています。").waitFor();
  });

  it("is told in English, when the user reads that", async () => {
    const text = await check("smith");
    expect(text).toContain("The history is intact.");
    expect(text).toContain("Intact (3 runs)");
    expect(text).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    await photographed("history-english");
  });
});

describe("what does not fit", () => {
  it("is named: a run that was edited through the REST API, whatever was written into it", async () => {
    const before = runs[1]!.field("run_message");
    await change(1, "<img src=x onerror=\"document.title='run'\">");
    const text = await check(PEOPLE.auditor);
    expect(text).toContain("履歴に合わない実行が1件あります。");
    expect(text).toContain("つながっている範囲（1回の実行）");
    expect(text).toMatch(new RegExp(`最初: .*${idOf(1)}[^]*記録された後に、内容かダイジェストが変更されています。`));
    const link = dialogOf(page).getByRole("link", { name: idOf(1) });
    expect(await link.getAttribute("href")).toBe(`/k/${stage.appId}/show#record=${runs[1]!.recordId}`);
    await expectAccessible(page, "dialog");
    await photographed("history-changed");
    expect(await headless()).toMatchObject({ code: 1, out: expect.stringContaining(idOf(1)) });
    await change(1, before);
    expect(await headless()).toMatchObject({ code: 0, out: expect.stringContaining("履歴はつながっています。") });
  });

  it("is named: the run after one that was deleted", async () => {
    await stage.witness.record.deleteRecords({ app: stage.appId, ids: [runs[1]!.recordId] });
    const text = await check(PEOPLE.auditor);
    expect(text).toMatch(new RegExp(`最初: .*${idOf(2)}[^]*この1つ前の実行がありません。`));
    expect(text).toContain("アクセス権");
    await expectAccessible(page, "dialog");
    await photographed("history-deleted");
  });
});

describe("who lacks a right", () => {
  it("is told that fields are hidden, and suspects nobody", async () => {
    const { fieldAcl } = stage.emulator.domain.apps.get(Number(stage.appId))!.settings;
    const entity = { type: "USER" as const, code: PEOPLE.auditor };
    const entities = [{ entity, includeSubs: false, accessibility: "NONE" as const }];
    deploy({ fieldAcl: [{ code: "run_operator_name", entities }] });
    const text = await check(PEOPLE.auditor);
    expect(text).toMatch(/検査できません: run_operator_name。/);
    expect(text).not.toContain("変更されています");
    await expectAccessible(page, "dialog");
    await photograph(page, "history-hidden");
    deploy({ fieldAcl });
  });

  it("is told that the history cannot be read", async () => {
    page = await stage.openList(PEOPLE.auditor);
    const { appAcl } = stage.emulator.domain.apps.get(Number(stage.appId))!.settings;
    deploy({ appAcl: [] });
    await checkButton().click();
    await ours().locator(".kbm-notice").waitFor();
    const text = await ours().innerText();
    expect(text).toMatch(/履歴を検査できませんでした[^]*権限がないため/);
    await expectAccessible(page, "dialog");
    await photograph(page, "history-refused");
    expect(await headless()).toMatchObject({ code: 2, err: expect.stringContaining("権限がないため") });
    deploy({ appAcl });
  });
});

/** The packed command, as the auditor. */
async function headless(): Promise<{ code: number | null; out: string; err: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), "kbm-check-history-"));
  const settings = path.join(folder, "settings.json");
  await writeFile(settings, JSON.stringify({ baseUrl: stage.emulator.url, app: stage.appId, folder }));
  const program = path.join(root, "dist", "headless", "kintone-backup.cjs");
  // The local kintone lives in this process, which must not wait.
  const child = spawn(process.execPath, [program, "check-history", settings, "--lang", "ja"], {
    env: { KINTONE_USERNAME: PEOPLE.auditor, KINTONE_PASSWORD: PASSWORD },
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  await rm(folder, { recursive: true });
  return { code, ...said };
}
