/** The pictures of the documents, in `docs/images/`: the real screens in a real browser, on a local kintone. Build first. */
import { mkdir } from "node:fs/promises";
import process from "node:process";
import { type Browser, chromium } from "playwright-core";
import { takeAdminPictures, takeTargetListPicture } from "./pictures/admin-pictures";
import { takeHistoryPictures, takeVerifyPicture } from "./pictures/auditor-pictures";
import { addMoreApps } from "./pictures/more-apps";
import { takeOperatorPictures } from "./pictures/operator-pictures";
import { writePastRuns } from "./pictures/past-runs";
import { IMAGES, LANGUAGES, type Language, openStudio } from "./pictures/studio";

async function takePictures(language: Language, browser: Browser): Promise<void> {
  const studio = await openStudio(language, browser);
  try {
    addMoreApps(studio);
    await writePastRuns(studio);
    await takeHistoryPictures(studio);
    await takeVerifyPicture(studio, await takeOperatorPictures(studio));
    await takeAdminPictures(studio);
    await takeTargetListPicture(studio);
  } finally {
    await studio.close();
  }
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
