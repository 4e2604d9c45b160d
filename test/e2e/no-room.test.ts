import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";
import { expectAccessible } from "./accessibility";
import { lastRun, recordedRuns } from "./history";
import { sha256 } from "./opened-archive";
import { runsWithFiles } from "./private-files";
import {
  type Stage,
  cancelButton,
  closeButton,
  dialogOf,
  downloadsOf,
  photograph,
  runButton,
  runToItsEnd,
  setStage,
} from "./stage";

const SMALL = { appId: APP_IDS.newProject, appName: "新規プロジェクト" };
/** With 30 attachments of some 1.5 kB. */
const LARGE = {
  appId: APP_IDS.supplierCorrespondence,
  guestSpaceId: String(GUEST_SPACE_ID),
  appName: "仕入先連絡",
};

let stage: Stage;
let page: Page;
let devtools: CDPSession;
beforeAll(async () => {
  stage = await setStage();
  await stage.setTargets([SMALL, LARGE]);
});
beforeEach(async () => {
  await openAs("sato");
});
afterEach(() => page.context().close());
afterAll(() => stage?.close());

async function openAs(user: string): Promise<void> {
  page = await stage.openList(user);
  devtools = await page.context().newCDPSession(page);
}

/** What the browser gives to the private file system from now on. */
async function giveRoom(quotaSize?: number): Promise<void> {
  const origin = stage.emulator.url;
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, ...(quotaSize !== undefined && { quotaSize }) });
}

const question = () => page.getByRole("alertdialog");
const goOnButton = () => question().getByRole("button", { name: /^(このまま実行|Back up anyway)$/ });

describe("too little room in the browser", () => {
  it("is no question as long as no run tells what is needed; the run tells where the room ended", async () => {
    await giveRoom(260_000);
    expect(await runToItsEnd(page)).toHaveLength(1);
    await photograph(page, "no-room");
    const run = await lastRun(stage);
    expect(run.field("run_status")).toBe("partial");
    expect(run.field("run_lock")).toBe("");
    expect(run.results).toMatchObject([
      { app_id: SMALL.appId, status: "success" },
      { app_id: LARGE.appId, status: "failed", error_code: "NO_SPACE" },
    ]);
    expect(await dialogOf(page).innerText()).toContain("空き容量が足りないため");
  });

  it("is asked about when runs before tell what is needed", async () => {
    await runToItsEnd(page);
    expect((await lastRun(stage)).field("run_status")).toBe("success");
    const runs = (await recordedRuns(stage)).length;
    // The zip of that run takes room in its own browser profile.
    await page.context().close();
    await openAs("sato");
    await giveRoom(200_000);
    const downloads = downloadsOf(page);

    await runButton(page).click();
    await question().waitFor();
    await photograph(page, "room-question");
    await expectAccessible(page, "dialog");
    expect(await question().innerText()).toMatch(
      /約[\d.]+ MBが必要ですが、このブラウザーで使える容量は1[5-9]\d KBです/,
    );
    // Who hears the page gets the question with the button that has the focus.
    const focused = page.locator(":focus");
    await expect.poll(() => focused.innerText()).toBe("キャンセル");
    for (const id of ["aria-labelledby", "aria-describedby"]) {
      expect(await page.locator(`#${await question().getAttribute(id)}`).innerText()).toMatch(/容量/);
    }

    await page.keyboard.press("Enter");
    await expect.poll(() => dialogOf(page).count()).toBe(0);
    await expect.poll(() => focused.innerText()).toBe("今すぐバックアップ");
    await page.keyboard.press("Enter");
    await question().waitFor();
    await expect.poll(() => focused.innerText()).toBe("キャンセル");
    await page.keyboard.press("Escape");
    await expect.poll(() => dialogOf(page).count()).toBe(0);

    // Nothing was done, and leaving the page is nothing to be warned of.
    expect(downloads).toEqual([]);
    expect(await recordedRuns(stage)).toHaveLength(runs);
    expect(await runsWithFiles(page)).toEqual([]);
    await page.reload();
    await runButton(page).waitFor();
  });

  it("does not keep anybody from trying; room that was made is enough", async () => {
    await giveRoom(4_000);
    await runButton(page).click();
    await goOnButton().click();
    await closeButton(page).waitFor();
    const failed = await lastRun(stage);
    expect(failed.field("run_status")).toBe("failed");
    expect(failed.results.map(({ error_code }) => error_code)).toEqual(["NO_SPACE", "NO_SPACE"]);
    expect(await runsWithFiles(page)).toEqual([]);
    await page.reload();

    await giveRoom();
    expect(await runToItsEnd(page)).toHaveLength(1);
    expect((await lastRun(stage)).field("run_status")).toBe("success");
  });

  it("is told in English", async () => {
    await page.context().close();
    await openAs("smith");
    await giveRoom(200_000);
    await runButton(page).click();
    await question().waitFor();
    await photograph(page, "room-question.en");
    expect(await question().innerText()).toMatch(/About [\d.]+ [kM]B are needed.*; this browser gives 1[5-9]\d kB\./);
    await cancelButton(page).click();
    await expect.poll(() => dialogOf(page).count()).toBe(0);
  });
});

describe("a browser that saves no downloads", () => {
  const saveAgain = () => dialogOf(page).getByRole("button", { name: /^もう一度保存/ });

  it("is not said to have saved anything, and gets the file again when it may", async () => {
    const session = await page.context().browser()!.newBrowserCDPSession();
    const { targetInfos } = await session.send("Target.getTargets");
    const context = targetInfos.find(({ url }) => url === page.url())!.browserContextId!;
    await session.send("Browser.setDownloadBehavior", { behavior: "deny", browserContextId: context });
    const [download] = await runToItsEnd(page);
    await photograph(page, "download-denied");
    await expectAccessible(page, "dialog");
    expect(await download?.failure()).toBe("canceled");
    const text = await dialogOf(page).innerText();
    expect(text).toContain("zipファイルが保存されたことは、まだ確認できていません。");
    expect(text).not.toMatch(/保存しました/);
    const run = await lastRun(stage);
    expect(run.log).toContain("保存されたかどうかは、まだわかりません。");
    expect(run.log).not.toMatch(/保存しました/);

    const folder = await mkdtemp(path.join(tmpdir(), "downloads-"));
    const allowed = { behavior: "allow" as const, downloadPath: folder, browserContextId: context };
    await session.send("Browser.setDownloadBehavior", allowed);
    await saveAgain().click();
    const saved = path.join(folder, run.volumes[0]!.name!);
    await expect
      .poll(() =>
        stat(saved).then(
          ({ size }) => String(size),
          () => "",
        ),
      )
      .toBe(run.volumes[0]!.size);
    expect(sha256(await readFile(saved))).toBe(run.volumes[0]!.sha256);
    await rm(folder, { recursive: true });
  });
});
