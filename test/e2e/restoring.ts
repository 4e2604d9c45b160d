import { copyFile } from "node:fs/promises";
import path from "node:path";
import type { Download, Locator, Page } from "playwright-core";
import { APP_IDS } from "../emulator/sample/app";
import { type Stage, closeDialog, dialogOf, runToItsEnd } from "./stage";

/** The app that is backed up, compared and restored. */
export const CUSTOMERS = { app: APP_IDS.customers };

/** Backs up that app by the button. Resolves to the zip. */
export async function backedUp(stage: Stage, folder: string): Promise<string> {
  await stage.setTargets([{ appId: CUSTOMERS.app, appName: "顧客" }]);
  const list = await stage.openList("sato");
  const [download] = await runToItsEnd(list);
  const zip = await kept(download!, folder);
  await closeDialog(list);
  await list.context().close();
  return zip;
}

/** Under the name that the browser would give it. */
export async function kept(download: Download, folder: string): Promise<string> {
  const file = path.join(folder, download.suggestedFilename());
  await copyFile((await download.path())!, file);
  return file;
}

/** The dialog in which archives are compared, and records put back. */
export async function openedRestoring(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "比較と復元" }).click();
  return dialogOf(page);
}
