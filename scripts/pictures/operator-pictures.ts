import type { Download, Page } from "playwright-core";
import { APP_IDS } from "../../test/emulator/sample/app";
import { PEOPLE } from "../local-kintone";
import { AT_MOST, type Studio, press } from "./studio";

/** Attachments come so slowly that the progress can be caught, and the time left be told, before the run is over. */
const SLOW_ATTACHMENTS = {
  when: { method: "GET", path: "file.json" },
  do: { kind: "latency", milliseconds: 150 },
} as const;

/** Per cent of the records. */
const WORTH_A_PICTURE = 60;

/** A run of which somebody has the zip files still. */
export interface KeptRun {
  /** Of the run's record. */
  address: string;
  zips: Download[];
}

/** What the operator sees: a run in the middle, at its good and at its bad end, in the history, and broken off. */
export async function takeOperatorPictures(studio: Studio): Promise<KeptRun> {
  const { emulator, appId, words, picture, pictureOf } = studio;
  const { page, run } = words.admin;
  const list = await studio.open(PEOPLE.operator, `/k/${appId}/`);
  const dialog = list.getByRole("dialog");
  const ended = () => list.getByRole("button", { name: run.close, exact: true }).waitFor(AT_MOST);

  const slow = emulator.domain.faults.add(SLOW_ATTACHMENTS);
  await press(list, page.runBackup);
  await progressOf(list, WORTH_A_PICTURE);
  await pictureOf("progress", dialog, 0);
  await press(list, page.cancel);
  await ended();
  emulator.domain.faults.remove(slow);
  await press(list, run.close);

  const zips: Download[] = [];
  list.on("download", (download) => zips.push(download));
  await press(list, page.runBackup);
  await ended();
  if (zips.length === 0) await list.waitForEvent("download", AT_MOST);
  await pictureOf("success", dialog, 0);
  const address = await list.getByRole("link", { name: run.openHistory }).getAttribute("href");
  const kept = { address: new URL(address ?? "", list.url()).href, zips: [...zips] };
  await press(list, run.close);

  await enableUnreadableTarget(studio);
  await press(list, page.runBackup);
  await ended();
  await pictureOf("incomplete", dialog, 0);

  await list.getByRole("link", { name: run.openHistory }).click();
  await pictureOf(
    "run-record",
    list.locator("details").filter({ has: list.getByText(words.labels.fields.run_group, { exact: true }) }),
  );

  await list.goto(`${emulator.url}/k/${appId}/`);
  await list.getByRole("button", { name: page.runBackup }).waitFor();
  await picture(list, "history", { height: 560 });

  emulator.domain.faults.add(SLOW_ATTACHMENTS);
  await press(list, page.runBackup);
  await picture(await reopenedInTheMiddle(list), "interrupted", { height: 480 });
  emulator.domain.faults.clear();
  return kept;
}

/** The list as it is at the next visit, after its tab was closed during a run. */
async function reopenedInTheMiddle(list: Page): Promise<Page> {
  await progressOf(list, 1);
  const [address, next] = [list.url(), await list.context().newPage()];
  await list.close();
  await next.goto(address);
  await next.locator("#kbm-interrupted").waitFor(AT_MOST);
  return next;
}

/** @param share per cent of the records */
async function progressOf(page: Page, share: number): Promise<void> {
  await page.waitForFunction(
    (least) => Number(document.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow")) >= least,
    share,
    AT_MOST,
  );
}

/** 人事評価, which the operator may not read: what an incomplete backup looks like. */
async function enableUnreadableTarget({ client, appId }: Studio): Promise<void> {
  await client.record.updateRecord({
    app: appId,
    updateKey: { field: "target_app_id", value: APP_IDS.personnelReviews },
    record: { target_enabled: { value: ["enabled"] } },
  });
}
