import { copyFile } from "node:fs/promises";
import path from "node:path";
import type { Download, Locator, Page } from "playwright-core";
import { APP_IDS } from "../emulator/sample/app";
import { type Stage, closeDialog, dialogOf, runToItsEnd, showFiles } from "./stage";

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
  const dialog = dialogOf(page);
  await dialog.locator(".kbm-restore").waitFor();
  return dialog;
}

/** From the dialog to the comparison of the app that a zip is of. */
export async function compared(dialog: Locator, file: string): Promise<void> {
  await showFiles(dialog, file);
  await dialog.getByRole("button", { name: "比較する", exact: true }).click();
  await dialog.getByRole("button", { name: "復元に進む", exact: true }).waitFor();
}

/** Says why, and goes on to what is checked before anything is written. */
export async function checked(dialog: Locator, reason?: string): Promise<void> {
  if (reason !== undefined) await dialog.getByLabel("理由（必須、履歴に記録されます）").fill(reason);
  await dialog.getByRole("button", { name: "確認に進む", exact: true }).click();
}

/** Begins what was checked, and waits for its end. */
export async function carriedOut(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "復元を開始する", exact: true }).click();
  await dialog.getByText("復元する前の状態に戻すには").waitFor({ timeout: 60_000 });
}

/** What a person types who means to delete records. */
export async function deletionsConfirmed(dialog: Locator, appName: string, records: number): Promise<void> {
  await dialog.getByLabel(`アプリ名「${appName}」を入力してください`).fill(appName);
  await dialog.getByLabel("削除する件数を入力してください").fill(String(records));
  await dialog.getByRole("button", { name: "削除を確定する" }).click();
}
