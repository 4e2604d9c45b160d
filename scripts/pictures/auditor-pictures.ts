import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { PEOPLE } from "../local-kintone";
import type { KeptRun } from "./operator-pictures";
import { AT_MOST, type Studio, press } from "./studio";

/** A4 at 96 pixels an inch. */
const PAPER = { width: 794, height: 1123 };

/** What the auditor sees of the whole history: the overview and its parts, the printed report, the check. */
export async function takeHistoryPictures(studio: Studio): Promise<void> {
  const { appId, words, pictureOf } = studio;
  const { history, page: buttons, run } = words.overview;
  const page = await studio.open(PEOPLE.auditor, `/k/${appId}/`);
  await press(page, buttons.checkHistory);
  const dialog = page.getByRole("dialog");
  await dialog.locator(".kbm-notice").waitFor(AT_MOST);
  await pictureOf("chain", dialog, 0);
  // kintone's own × has the same name.
  await dialog.getByText(run.close, { exact: true }).click();

  await press(page, buttons.openOverview);
  const part = (heading: string) =>
    page.locator(".kbm-overview section", { has: page.getByRole("heading", { name: heading, exact: true }) });
  await part(history.integrity.heading).waitFor(AT_MOST);
  await pictureOf("overview", [page.locator(".kbm-overview > h2"), part(history.calendar.heading)]);
  await pictureOf("overview-targets", [part(history.targets.heading), part(history.charts.heading)]);
  await takeReport(page, studio);
}

/** The first sheet, as it comes out of the printer. */
async function takeReport(page: Page, { words, picture }: Studio): Promise<void> {
  await page.evaluate(() => {
    window.print = () => undefined;
    // A printer leaves the ground out, and has margins.
    Object.assign(document.body.style, { background: "white", padding: "45px" });
  });
  await press(page, words.overview.history.evidence.print);
  await page.emulateMedia({ media: "print" });
  await page.evaluate("scrollTo(0, 0)");
  await picture(page, "report", PAPER);
  await page.context().close();
}

/** The zip files of a run, dropped on its record. */
export async function takeVerifyPicture(studio: Studio, { address, zips }: KeptRun): Promise<void> {
  const page = await studio.open(PEOPLE.auditor, new URL(address).pathname);
  await page.goto(address);
  const section = page.locator("#kbm-verify");
  await section.locator("summary").click();
  await section.locator("input[type=file]").setInputFiles(
    await Promise.all(
      zips.map(async (zip) => ({
        ...{ name: zip.suggestedFilename(), mimeType: "application/zip" },
        buffer: await readFile(await zip.path()),
      })),
    ),
  );
  await section.locator(".kbm-notice").first().waitFor(AT_MOST);
  await studio.pictureOf("verify", section, 8);
  await page.context().close();
}
