import type { Page } from "playwright-core";
import { restoringMessagesFor } from "../../src/screens/text/restoring/language";
import { APP_IDS } from "../../test/emulator/sample/app";
import { PEOPLE } from "../local-kintone";
import { AT_MOST, type Studio, press } from "./studio";

const app = APP_IDS.customers;
const APP_NAME = /顧客/;
/** Who has left the company since the backup, and who works in that place. */
const [GONE, SUCCESSOR] = ["yamada", "yoshida"];
const REASON = { ja: "一括更新の誤り", en: "a wrong bulk change" };

/** What whoever restores sees: what differs, what stands in the way, and how it ended. */
export async function takeRestorePictures(studio: Studio): Promise<void> {
  const { appId, words, language, pictureOf } = studio;
  const { restoring } = restoringMessagesFor(language);
  const list = await studio.open(PEOPLE.operator, `/k/${appId}/`);
  const zip = await zipOfRun(list, studio);
  await makeTrouble(studio);

  // A dialog is as high as the window, which is as high as the page.
  await list.addStyleTag({ content: "body { min-height: 1060px; }" });
  await press(list, words.admin.page.restore);
  const dialog = list.getByRole("dialog");
  const go = (name: string) => dialog.getByRole("button", { name, exact: true }).click(AT_MOST);
  await dialog.locator("input[type=file]").setInputFiles(zip);
  await dialog.getByRole("radio", { name: APP_NAME }).check(AT_MOST);
  await go(restoring.app.compare);
  await dialog.getByRole("button", { name: restoring.compared.restore }).waitFor(AT_MOST);
  await pictureOf("restore-compared", dialog, 0);

  await go(restoring.compared.restore);
  await dialog.getByText(restoring.choices.modes, { exact: true }).waitFor(AT_MOST);
  const modes = dialog.locator("fieldset", { hasText: restoring.choices.modes }).getByRole("checkbox");
  for (const mode of [modes.nth(0), modes.nth(1)]) await mode.check();
  await dialog.getByRole("textbox").fill(REASON[language]);
  // Until the Worker has counted, there is nothing to go on with.
  await dialog.locator("button:enabled", { hasText: restoring.choices.check }).waitFor(AT_MOST);
  await pictureOf("restore-choices", dialog, 0);

  await go(restoring.choices.check);
  await dialog.getByText(restoring.checking.inTheWay).waitFor(AT_MOST);
  await pictureOf("restore-checked", dialog, 0);

  await dialog.getByRole("textbox").fill(SUCCESSOR);
  await go(restoring.ways.decide);
  await go(restoring.checking.again);
  await go(restoring.checking.restore);
  await dialog.getByText(restoring.outcome.wayBack).waitFor(AT_MOST);
  await pictureOf("restore-done", dialog, 0);
  await list.context().close();
}

/** A backup by the button. */
async function zipOfRun(list: Page, { words }: Studio): Promise<string> {
  const { page, run } = words.admin;
  const saved = list.waitForEvent("download", AT_MOST);
  await press(list, page.runBackup);
  const zip = await (await saved).path();
  const reloaded = list.waitForEvent("load", AT_MOST);
  await list.getByRole("button", { name: run.close, exact: true }).click(AT_MOST);
  await reloaded;
  return zip;
}

/** A record of somebody who left the company is deleted, and a field of some others changed by mistake. */
async function makeTrouble({ client, emulator }: Studio): Promise<void> {
  const found = (query: string) => client.record.getRecords({ app, fields: ["$id"], query });
  const idsOf = ({ records }: Awaited<ReturnType<typeof found>>) => records.map(({ $id }) => String($id?.value));
  const ids = idsOf(await found(`作成者 in ("${GONE}") order by $id asc limit 1`));
  await client.record.deleteRecords({ app, ids });
  emulator.domain.people.users.delete(GONE);
  const changed = idsOf(await found('業種 in ("医療機器") order by $id asc limit 3'));
  const record = { 業種: { value: "その他" } };
  await client.record.updateRecords({ app, records: changed.map((id) => ({ id, record })) });
}
