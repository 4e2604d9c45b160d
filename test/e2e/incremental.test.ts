import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";
import { lastRun } from "./history";
import { openArchive } from "./opened-archive";
import { runsWithFiles } from "./private-files";
import { type Stage, closeDialog, runToItsEnd, setStage } from "./stage";

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setStage();
  const guestSpaceId = String(GUEST_SPACE_ID);
  await stage.setTargets([{ appId: APP_IDS.supplierCorrespondence, guestSpaceId, appName: "仕入先連絡" }]);
  choose({ incremental: true });
  page = await stage.openList("sato");
});
afterAll(() => stage?.close());

/** As the settings screen stores it. */
function choose(settings: object): void {
  const app = stage.emulator.domain.apps.get(Number(stage.appId))!;
  app.change({
    plugins: app.preview.plugins.map((plugin) => ({ ...plugin, config: { settings: JSON.stringify(settings) } })),
  });
  app.deploy("admin");
}

/** One run from the page as it is now, with the files that it asked kintone for. */
async function run() {
  await page.reload();
  const { faults } = stage.emulator.domain;
  const id = faults.add({ when: { method: "GET", path: "file.json" }, do: { kind: "latency", milliseconds: 0 } });
  const downloads = await runToItsEnd(page);
  const files = faults.list().find((fault) => fault.id === id)!.seen;
  faults.remove(id);
  const runId = (await lastRun(stage)).field("run_id");
  await closeDialog(page);
  return { files, runId, archive: await openArchive(await downloads[0]!.path()) };
}

it("the browser keeps the last archive, and the next run takes from it what has not changed", async () => {
  const first = await run();
  expect(first.files).toBeGreaterThan(10);
  const second = await run();
  expect(second.files).toBe(0);
  const contentsOf = ({ archive: { digests } }: typeof first) =>
    [...digests].filter(([path]) => path !== "manifest.json" && path !== "README.txt").sort();
  expect(contentsOf(second)).toEqual(contentsOf(first));
  expect(await runsWithFiles(page)).toContain(second.runId);

  choose({ incremental: false });
  expect((await run()).files).toBe(first.files);
  choose({ incremental: true });
  // What was kept before has been let go of.
  expect((await run()).files).toBe(first.files);
});
