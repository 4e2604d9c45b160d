/** The pictures of the documents, in `docs/images/`: the real screens in a real browser, on a local kintone. Build first. */
import { mkdir } from "node:fs/promises";
import process from "node:process";
import { type Browser, chromium } from "playwright-core";
import { takeAdminPictures, takeTargetListPicture } from "./pictures/admin-pictures";
import { takeHistoryPictures, takeVerifyPicture } from "./pictures/auditor-pictures";
import { addMoreApps } from "./pictures/more-apps";
import { takeOperatorPictures } from "./pictures/operator-pictures";
import { writePastRuns } from "./pictures/past-runs";
import { takeRestorePictures } from "./pictures/restore-pictures";
import { IMAGES, LANGUAGES, type Language, openStudio, type Studio } from "./pictures/studio";

async function takePictures(language: Language, browser: Browser): Promise<void> {
  // What a restore leaves behind would be in the other pictures.
  for (const take of [takeRestorePictures, takeBackupPictures]) {
    const studio = await openStudio(language, browser);
    try {
      await take(studio);
    } finally {
      await studio.close();
    }
  }
}

async function takeBackupPictures(studio: Studio): Promise<void> {
  addMoreApps(studio);
  await writePastRuns(studio);
  await takeHistoryPictures(studio);
  await takeVerifyPicture(studio, await takeOperatorPictures(studio));
  await takeAdminPictures(studio);
  await takeTargetListPicture(studio);
}

await mkdir(IMAGES, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.KBM_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});
try {
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    await takePictures(language, browser);
    console.log(`docs/images/*.${language}.png are new.`);
  }
} finally {
  await browser.close();
}
