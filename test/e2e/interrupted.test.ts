import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, type Page, chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";
import { BROWSER_OPTIONS } from "../browser/chromium";
import { expectAccessible } from "./accessibility";
import { lastRun, recordedRuns } from "./history";
import { logIn } from "./log-in";
import { openArchive } from "./opened-archive";
import { runsWithFiles } from "./private-files";
import {
  type Stage,
  closeButton,
  downloadsOf,
  endOfRun,
  photograph,
  runIntoTheMiddle,
  runToItsEnd,
  setStage,
} from "./stage";

const TARGETS = [
  { appId: APP_IDS.customers, appName: "顧客" },
  { appId: APP_IDS.supplierCorrespondence, guestSpaceId: String(GUEST_SPACE_ID), appName: "仕入先連絡" },
];

let stage: Stage;
/** What an undisturbed run makes: path to SHA-256. */
let undisturbed: Map<string, string>;
let profile: string;
let context: BrowserContext;

beforeAll(async () => {
  stage = await setStage();
  await stage.setTargets(TARGETS);
  const page = await stage.openList("sato");
  const [download] = await runToItsEnd(page);
  undisturbed = (await openArchive((await download!.path())!)).digests;
  await page.context().close();
});
beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), "kbm-profile-"));
});
afterEach(async () => {
  stage.emulator.domain.faults.clear();
  await context.close().catch(() => undefined);
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
afterAll(() => stage?.close());

/** The same browser, with everything that its last process left on the disk. */
async function startBrowser(user = "sato"): Promise<Page> {
  context = await chromium.launchPersistentContext(profile, { ...BROWSER_OPTIONS, locale: "ja-JP" });
  // After a crash, Chromium brings back sessions that were half a minute old: on a slow machine, that of whoever was here.
  await context.clearCookies();
  await logIn(context, stage.emulator, user);
  const [page] = context.pages();
  await page!.goto(`${stage.emulator.url}/k/${stage.appId}/`);
  return page!;
}

/** `kill -9`, every process of it. */
async function killBrowser(): Promise<void> {
  const closed = context.waitForEvent("close");
  expect(spawnSync("pkill", ["-9", "-f", profile]).status).toBe(0);
  await closed;
}

/** Keys of the files that the context asks for from now on, Workers included. */
function filesAskedFor(): Set<string> {
  const keys = new Set<string>();
  context.on("request", (request) => {
    const key = new URL(request.url()).searchParams.get("fileKey");
    if (key) keys.add(key);
  });
  return keys;
}

/** Files that come at once, before those that take so long that whose they all are is confirmed, and those that never come. */
const AT_ONCE = 8;
const AT_A_TIME = 6;

function slowDown(): void {
  const attachments = { method: "GET", path: "file.json" };
  const delay = (nth: number, times: number, milliseconds: number) =>
    stage.emulator.domain.faults.add({ when: { ...attachments, nth, times }, do: { kind: "latency", milliseconds } });
  delay(1, AT_ONCE, 150);
  delay(AT_ONCE + 1, AT_A_TIME, 11_000);
  stage.emulator.domain.faults.add({
    when: { ...attachments, nth: AT_ONCE + AT_A_TIME + 1, times: 1_000 },
    do: { kind: "bandwidth", bytesPerSecond: 50 },
  });
}

/** @param files so many were asked for when the browser is killed */
async function interruptedVisit(files = AT_ONCE + 1): Promise<{ page: Page; asked: Set<string> }> {
  slowDown();
  const first = await startBrowser();
  const asked = filesAskedFor();
  await runIntoTheMiddle(first);
  await expect.poll(() => asked.size, { timeout: 30_000 }).toBeGreaterThanOrEqual(files);
  await killBrowser();
  stage.emulator.domain.faults.clear();
  return { page: await startBrowser(), asked };
}

const notice = (page: Page) => page.locator("#kbm-interrupted");

describe("a browser that is killed in the middle of a run", () => {
  it("offers to go on at the next visit, and the archive is as if nothing had happened", async () => {
    const { page, asked } = await interruptedVisit(AT_ONCE + AT_A_TIME + 1);
    await notice(page).waitFor();
    await photograph(page, "interrupted");
    await expectAccessible(page, "#kbm-interrupted");

    const again = filesAskedFor();
    const downloads = downloadsOf(page);
    await notice(page).getByRole("button", { name: "続きから再開" }).click();
    await endOfRun(page, downloads);
    const archive = await openArchive((await downloads[0]!.path())!);
    expect(archive.digests.size).toBe(undisturbed.size);
    expect(changed(archive.digests)).toEqual(["README.txt", "manifest.json"]); // they tell when the run began

    // What came before they were confirmed to be this user's is not asked for once more.
    expect([...asked].slice(0, AT_ONCE).filter((key) => again.has(key))).toEqual([]);

    const run = await lastRun(stage);
    expect(run.field("run_status")).toBe("success");
    expect(run.log).toContain("続きから再開しました");
    expect(await notice(page).count()).toBe(0);
  });

  it("lets its own user discard the run, and nobody else: its files go, and the history says interrupted", async () => {
    await interruptedVisit();
    await context.close();
    const other = await startBrowser("admin");
    await other.getByRole("button", { name: "今すぐバックアップ" }).waitFor();
    expect(await runsWithFiles(other)).toHaveLength(1);
    expect(await notice(other).count()).toBe(0);
    await context.close();

    const page = await startBrowser();
    await notice(page).getByRole("button", { name: "破棄" }).click();
    await expectAccessible(page, "dialog");
    await page.getByRole("dialog").getByRole("button", { name: "破棄" }).click();
    await notice(page).waitFor({ state: "detached" });
    expect(await runsWithFiles(page)).toEqual([]);
    const run = await lastRun(stage);
    expect([run.field("run_status"), run.field("run_lock")]).toEqual(["interrupted", ""]);
  });

  it("asks before another run takes its place", async () => {
    const { page } = await interruptedVisit();
    await notice(page).waitFor();
    const before = (await recordedRuns(stage)).length;
    await page.getByRole("button", { name: "今すぐバックアップ" }).click();
    await expectAccessible(page, "dialog");
    await page.getByRole("dialog").getByRole("button", { name: "新しく始める" }).click();
    await closeButton(page).waitFor({ timeout: 100_000 });
    const runs = await recordedRuns(stage);
    expect(runs.slice(0, 2).map((run) => run.field("run_status"))).toEqual(["success", "interrupted"]);
    expect(runs).toHaveLength(before + 1);
  });
});

const changed = (digests: Map<string, string>): string[] =>
  [...digests].filter(([name, digest]) => undisturbed.get(name) !== digest).map(([name]) => name);
