import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { APP_IDS, GUEST_SPACE_ID } from "../emulator/sample/app";
import { lastRun } from "./history";
import { logIn } from "./log-in";
import { openArchive } from "./opened-archive";
import { type Stage, dialogOf, downloadsOf, endOfRun, runIntoTheMiddle, setStage } from "./stage";

const APP = APP_IDS.supplierCorrespondence;
const SECRET = "品質連絡";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.setTargets([{ appId: APP, guestSpaceId: String(GUEST_SPACE_ID), appName: "仕入先連絡" }]);
  const { live } = stage.emulator.domain.apps.get(Number(APP))!;
  const onlyAdmin = { entity: { type: "USER", code: "admin" }, includeSubs: false };
  live!.recordAcl = [
    {
      filterCond: `連絡区分 in ("${SECRET}")`,
      entities: [{ ...onlyAdmin, viewable: true, editable: true, deletable: true }],
    },
  ];
});
afterAll(() => stage?.close());

/** In another tab, on a page without the plugin, which tells nobody: from now on the browser sends another cookie. */
const logInElsewhere = (page: Page, user: string) => logIn(page.context(), stage.emulator, user);

it("a run goes on as its own user or not at all: somebody else who logs in in another tab makes it wait, and none of their rights get into the archive", async () => {
  const page = await stage.openList("sato");
  const downloads = downloadsOf(page);
  const attachments = { method: "GET", path: "file.json", times: 1000 };
  stage.emulator.domain.faults.add({ when: attachments, do: { kind: "latency", milliseconds: 300 } });
  await runIntoTheMiddle(page);

  await logInElsewhere(page, "admin");
  await dialogOf(page).getByText("kintoneへのログインを待っています").waitFor({ timeout: 60_000 });

  await logInElsewhere(page, "sato");
  const other = await page.context().newPage();
  await other.goto(page.url());
  stage.emulator.domain.faults.clear();
  await endOfRun(page, downloads);

  const run = await lastRun(stage);
  // Not a success: the app's record permissions do hide a record from sato.
  expect([run.field("run_status"), run.field("run_operator_code")]).toEqual(["partial", "sato"]);
  expect(run.field("run_message")).toContain("レコードのアクセス権により");
  expect(run.field("run_message")).not.toContain("\n");
  const archive = await openArchive(await downloads[0]!.path());
  const lines = archive.text(`guest-${GUEST_SPACE_ID}-${APP}/records.jsonl`);
  expect(lines).toContain("納期確認");
  expect(lines).not.toContain(SECRET);
});
