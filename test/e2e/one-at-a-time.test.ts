import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { PASSWORD, PEOPLE } from "../../scripts/local-kintone";
import { root } from "../../scripts/root";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";
import { lastRun, recordedRuns } from "./history";
import {
  type Stage,
  cancelButton,
  closeButton,
  dialogOf,
  photograph,
  runIntoTheMiddle,
  runToItsEnd,
  setStage,
} from "./stage";

let stage: Stage;
let page: Page;
let folder: string;
beforeAll(async () => {
  stage = await setStage();
  const target = { appId: APP_IDS.supplierCorrespondence, guestSpaceId: String(GUEST_SPACE_ID), appName: "仕入先連絡" };
  await stage.setTargets([target]);
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "one-at-a-time-"));
  page = await stage.openList("sato");
  // After the first few, so slow that nobody waits for the end.
  const attachments = { method: "GET", path: "file.json" };
  stage.emulator.domain.faults.add({
    when: { ...attachments, nth: 4, times: 1_000 },
    do: { kind: "bandwidth", bytesPerSecond: 50 },
  });
});
afterEach(async () => {
  stage.emulator.domain.faults.clear();
  await page.context().close();
  await rm(folder, { recursive: true, force: true });
});
afterAll(() => stage?.close());

/** The command as it was built, with the administrator's log-in. */
async function startCommand(): Promise<{ program: ChildProcess; said: () => string; ended: Promise<number> }> {
  const file = path.join(folder, "backup.json");
  const archives = path.join(folder, "archives");
  await writeFile(file, JSON.stringify({ baseUrl: stage.emulator.url, app: stage.appId, folder: archives }));
  const command = path.join(root, "dist", "headless", "kintone-backup.cjs");
  const program = spawn(process.execPath, [command, "run", "--file", file, "--lang", "ja"], {
    env: { ...process.env, KINTONE_USERNAME: PEOPLE.admin, KINTONE_PASSWORD: PASSWORD },
  });
  const said: Buffer[] = [];
  for (const output of [program.stdout, program.stderr]) output.on("data", (text: Buffer) => said.push(text));
  return {
    program,
    said: () => Buffer.concat(said).toString("utf8"),
    ended: once(program, "exit").then(([code]) => code as number),
  };
}

it("a command that starts while the button's run is under way is told whose it is, and does nothing", async () => {
  await runIntoTheMiddle(page);
  const { said, ended } = await startCommand();
  expect(await ended).toBe(2);
  expect(said()).toContain("佐藤");
  expect(await readdir(folder)).toEqual(["backup.json"]);
  expect((await recordedRuns(stage)).map((run) => run.field("run_status"))).toEqual(["running"]);
  await cancelButton(page).click();
  await closeButton(page).waitFor();
  expect((await lastRun(stage)).field("run_status")).toBe("cancelled");
});

it("the button is told of the command's run; when that is cancelled, it soon ends, and the button may run", async () => {
  const { program, ended } = await startCommand();
  await expect.poll(async () => (await lastRun(stage)).field("run_lock"), { timeout: 20_000 }).toBe("held");
  expect(await runToItsEnd(page)).toEqual([]);
  await photograph(page, "command-under-way");
  expect(await dialogOf(page).innerText()).toContain(PEOPLE.admin);

  const pressed = Date.now();
  program.kill("SIGTERM");
  expect(await ended).toBe(1);
  expect(Date.now() - pressed).toBeLessThan(5_000);
  expect((await lastRun(stage)).field("run_status")).toBe("cancelled");
  expect(await readdir(path.join(folder, "archives"))).toEqual([]);

  stage.emulator.domain.faults.clear();
  await page.reload();
  expect(await runToItsEnd(page)).toHaveLength(1);
  expect((await lastRun(stage)).field("run_status")).toBe("success");
});
