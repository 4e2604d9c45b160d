import type { Locator, Page } from "playwright-core";
import type { App } from "../emulator/domain/app";
import { openedRestoring } from "./restoring";
import { type Stage, dialogOf, showFiles } from "./stage";

type DrillRecord = Record<string, { value: unknown }>;

/** From the list to the apps of the archive that can be drilled. */
export async function openedDrilling(page: Page, zip: string): Promise<Locator> {
  const dialog = await openedRestoring(page);
  await showFiles(dialog, zip);
  await press(dialog, "復元訓練に進む");
  await dialog.getByRole("group", { name: "訓練するアプリ" }).waitFor();
  return dialog;
}

export const press = (dialog: Locator, name: string) => dialog.getByRole("button", { name, exact: true }).click();

/** Has one app of the archive drilled, as a sample or as a whole, and looks what will happen. */
export async function foreseen(dialog: Locator, appName: string, records: "some" | "all" = "all"): Promise<void> {
  const boxes = dialog.getByRole("group", { name: "訓練するアプリ" }).getByRole("checkbox");
  for (const box of await boxes.all()) await box.uncheck();
  await dialog.getByRole("checkbox", { name: `「${appName}」`, exact: false }).check();
  if (records === "all") await dialog.getByRole("radio", { name: "すべてのレコード" }).check();
  await press(dialog, "訓練の内容を確認する");
  await dialog.getByText(/^復元訓練を開始すると、次のことを行います。/).waitFor();
}

/** Begins what was foreseen, and waits for its end. */
export async function drilled(page: Page): Promise<void> {
  await press(dialogOf(page), "復元訓練を開始する");
  await dialogOf(page).getByRole("button", { name: "閉じる", exact: true }).waitFor({ timeout: 60_000 });
}

/** As the official client reads them, the newest first. */
export async function drillRecords({ witness, appId }: Stage): Promise<DrillRecord[]> {
  const query = 'record_type in ("drill") order by $id desc';
  return (await witness.record.getRecords({ app: appId, query })).records;
}

/** The newest app that somebody's drills restore into. */
export function scratchOf({ emulator }: Stage, maker: string): App | undefined {
  const apps = [...emulator.domain.apps.values()];
  return apps.findLast(({ creator, settings }) => creator === maker && settings.general.name.startsWith("[復元訓練]"));
}

/** Holds what adds records until it is let go, so that there is time to look. */
export async function heldWriting(page: Page): Promise<{ asked: Promise<void>; letGo: () => void }> {
  let begun = (): void => undefined;
  let letGo = (): void => undefined;
  const asked = new Promise<void>((resolve) => (begun = resolve));
  const free = new Promise<void>((resolve) => (letGo = resolve));
  await page.context().route("**/k/v1/records.json", async (route) => {
    const { "x-http-method-override": override } = route.request().headers();
    if (route.request().method() === "POST" && override === undefined) {
      begun();
      await free;
    }
    await route.continue().catch(() => undefined);
  });
  return { asked, letGo: () => letGo() };
}
