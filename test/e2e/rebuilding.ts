import type { Locator, Page } from "playwright-core";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { PASSWORD } from "../../scripts/local-kintone";
import { addLinkedApps, CUSTOMERS, PROJECTS } from "../restore/apps/linked-apps";
import { kept, openedRestoring } from "./restoring";
import { closeDialog, runToItsEnd, showFiles, type Stage } from "./stage";

/** Of the app of orders, which look up projects; these and customers look each other up. */
export const ORDERS = 103;
export const LINKED = [CUSTOMERS, PROJECTS, ORDERS] as const;

/** Three apps with records, of which one is of somebody else and has a comment; backed up by the button. Resolves to the zip. */
export async function linkedAppsBackedUp(stage: Stage, folder: string): Promise<string> {
  const { domain } = stage.emulator;
  domain.deployMilliseconds = 1;
  addLinkedApps(domain);
  const text = (code: string, more: object = {}) => ({ type: "SINGLE_LINE_TEXT", code, label: code, ...more });
  const lookup = {
    ...{ relatedApp: { app: String(PROJECTS), code: "" }, relatedKeyField: "案件番号", filterCond: "", sort: "" },
    ...{ lookupPickerFields: [], fieldMappings: [{ field: "案件名", relatedField: "案件名" }] },
  };
  const orders = {
    受注番号: text("受注番号", { unique: true }),
    案件: text("案件", { lookup }),
    案件名: text("案件名"),
  };
  domain.addApp({ id: ORDERS, name: "受注", creator: "admin", properties: orders });
  const { record } = stage.witness;
  const customer = { 顧客コード: { value: "C-1" }, 顧客名: { value: "山田製作所" }, 単価: { value: "7" } };
  const { id } = await record.addRecord({ app: CUSTOMERS, record: customer });
  await record.addRecord({
    app: PROJECTS,
    record: {
      ...{ 案件番号: { value: "P-1" }, 案件名: { value: "治具" }, 顧客: { value: "C-1" } },
      明細: { value: [{ value: { 納入先: { value: "C-1" } } }] },
    },
  });
  await record.updateRecord({ app: CUSTOMERS, id, record: { 主な案件: { value: "P-1" } } });
  const sato = new KintoneRestAPIClient({
    baseUrl: stage.emulator.url,
    auth: { username: "sato", password: PASSWORD },
  });
  const order = { 受注番号: { value: "O-1" }, 案件: { value: "P-1" } };
  const ordered = await sato.record.addRecord({ app: ORDERS, record: order });
  await record.addRecordComment({ app: ORDERS, record: ordered.id, comment: { text: "至急" } });

  await stage.setTargets(
    LINKED.map((appId) => ({ appId: String(appId), appName: domain.apps.get(appId)!.settings.general.name })),
  );
  const list = await stage.openList("admin");
  const [download] = await runToItsEnd(list);
  const zip = await kept(download!, folder);
  await closeDialog(list);
  await list.context().close();
  return zip;
}

/** From the list to the choice of what is made anew. */
export async function openedRebuilding(page: Page, zip: string): Promise<Locator> {
  const dialog = await openedRestoring(page);
  await showFiles(dialog, zip);
  await dialog.getByRole("button", { name: "アプリを作り直す", exact: true }).click();
  await dialog.getByRole("group", { name: "作り直すアプリ" }).waitFor();
  return dialog;
}

/** With everything, but comments and status; and on to what would be made. */
export async function allPlanned(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "すべて選択" }).click();
  await dialog.getByLabel(/^理由（必須/).fill("アプリが削除されたため");
  await dialog.getByRole("button", { name: "作成内容を確認する" }).click();
  await dialog.getByText("次のアプリを作成します。まだ何も作成していません。").waitFor({ timeout: 60_000 });
}

export const begin = (dialog: Locator, apps: number) =>
  dialog.getByRole("button", { name: `${apps}個のアプリを作成する` }).click();

export const rebuilt = (dialog: Locator) => dialog.getByText(/^アプリを作り直しました/).waitFor({ timeout: 120_000 });
