import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { deploy } from "./journey";
import type { Answers } from "./journey";

const everyone = { type: "GROUP" as const, code: "everyone" };
const admin = { type: "USER" as const, code: "admin" };

/** Writes every setting of an app, puts it live and reads it back, preview and live. */
export async function journeyThroughSettings(client: KintoneRestAPIClient, app: string): Promise<Answers> {
  const { app: api } = client;
  const upload = (name: string) => client.file.uploadFile({ file: { name, data: `/* ${name} */` } });
  const [script, style, icon] = await Promise.all(["a.js", "a.css", "icon.png"].map(upload));
  const file = (uploaded: { fileKey: string } | undefined) => ({ file: { fileKey: uploaded?.fileKey ?? "" } });
  const answers: Answers = {
    updateAppSettings: await api.updateAppSettings({
      app,
      description: "<b>検査</b>の記録",
      icon: { type: "FILE", ...file(icon) },
      theme: "BLUE",
      titleField: { selectionMode: "MANUAL", code: "品番" },
      numberPrecision: { digits: 20, decimalPlaces: "3", roundingMode: "UP" },
      firstMonthOfFiscalYear: 1,
      enableBulkDeletion: true,
    }),
    updateViews: await api.updateViews({
      app,
      views: {
        一覧: { type: "LIST", index: 0, fields: ["品番", "判定"], filterCond: '判定 in ("良")', sort: "品番 asc" },
        暦: { type: "CALENDAR", index: 1, date: "検査日", title: "品番" },
        監査: { type: "CUSTOM", index: 2, html: "<div id='runs'></div>", pager: false, device: "ANY" },
      },
    }),
    updateProcessManagement: await api.updateProcessManagement({
      app,
      enable: true,
      states: {
        未処理: { name: "未処理", index: 0, assignee: { type: "ONE", entities: [] } },
        確認: { name: "確認", index: 1, assignee: { type: "ONE", entities: [{ entity: admin }] } },
        完了: { name: "完了", index: 2, assignee: { type: "ALL", entities: [] } },
      },
      actions: [
        { name: "確認へ", from: "未処理", to: "確認", filterCond: '判定 in ("良")' },
        { name: "完了する", from: "確認", to: "完了" },
      ],
    }),
    updateAppCustomize: await api.updateAppCustomize({
      app,
      scope: "ADMIN",
      desktop: { js: [{ type: "FILE", ...file(script) }], css: [{ type: "FILE", ...file(style) }] },
      mobile: { js: [{ type: "URL", url: "https://example.com/a.js" }], css: [] },
    }),
    updateGeneralNotifications: await api.updateGeneralNotifications({
      app,
      notifications: [
        { entity: everyone, recordAdded: true, commentAdded: true },
        { entity: { type: "FIELD_ENTITY", code: "担当" }, recordEdited: true },
      ],
      notifyToCommenter: false,
    }),
    updatePerRecordNotifications: await api.updatePerRecordNotifications({
      app,
      notifications: [{ filterCond: '判定 in ("否")', title: "不合格", targets: [{ entity: everyone }] }],
    }),
    updateReminderNotifications: await api.updateReminderNotifications({
      app,
      notifications: [
        { timing: { code: "検査日", daysLater: 1, time: "09:30" }, targets: [{ entity: everyone }] },
        { timing: { code: "日時", daysLater: 0, hoursLater: -1 }, title: "まもなく", targets: [{ entity: admin }] },
      ],
      timezone: "Asia/Tokyo",
    }),
    updateReports: await api.updateReports({
      app,
      reports: {
        件数: {
          name: "件数",
          index: 0,
          chartType: "BAR",
          chartMode: "STACKED",
          groups: [{ code: "判定" }, { code: "検査日", per: "MONTH" }],
          aggregations: [{ type: "COUNT" }, { type: "SUM", code: "数値" }],
          sorts: [{ by: "TOTAL", order: "DESC" }],
          periodicReport: { active: true, period: { every: "MONTH", dayOfMonth: "END_OF_MONTH", time: "08:00" } },
        },
        割合: { name: "割合", index: 1, chartType: "PIE", groups: [{ code: "検査日", per: "YEAR" }] },
      },
    }),
    updateAppActions: await api.updateAppActions({
      app,
      actions: {
        複写: {
          index: 0,
          destApp: { app },
          mappings: [
            { srcType: "FIELD", srcField: "備考", destField: "備考" },
            { srcType: "RECORD_URL", destField: "参考" },
          ],
          entities: [everyone],
        },
      },
    }),
    updateAdminNotes: await api.updateAdminNotes({ app, content: "<b>注意</b>", includeInTemplateAndDuplicates: true }),
    updateAppAcl: await api.updateAppAcl({
      app,
      rights: [
        { entity: { type: "CREATOR" }, appEditable: true, ...records(true) },
        { entity: everyone, ...records(false), recordViewable: true },
      ],
    }),
    updateRecordAcl: await api.updateRecordAcl({
      app,
      rights: [
        {
          filterCond: '判定 in ("否")',
          entities: [
            { entity: admin, viewable: true, editable: true, deletable: true },
            { entity: { type: "FIELD_ENTITY", code: "担当" }, viewable: true, includeSubs: true },
          ],
        },
      ],
    }),
    updateFieldAcl: await api.updateFieldAcl({
      app,
      rights: [
        {
          code: "備考",
          entities: [
            { entity: admin, accessibility: "WRITE" },
            { entity: everyone, accessibility: "READ" },
          ],
        },
      ],
    }),
  };
  Object.assign(answers, await readAll(client, app, true), { deployed: await deploy(client, app) });
  Object.assign(answers, await readAll(client, app, false));
  answers.getApp = await api.getApp({ id: app });
  answers.getApps = await api.getApps({ ids: [app], name: "検査" });
  answers.getStatistics = await api.getStatistics({ limit: 100 });
  return answers;
}

const records = (may: boolean) => ({
  recordViewable: may,
  recordAddable: may,
  recordEditable: may,
  recordDeletable: may,
  recordImportable: may,
  recordExportable: may,
});

async function readAll({ app: api }: KintoneRestAPIClient, app: string, preview: boolean): Promise<Answers> {
  const where = { app, preview };
  const answers = {
    getAppSettings: await api.getAppSettings({ ...where, lang: "ja" }),
    getViews: await api.getViews({ ...where, lang: "default" }),
    getProcessManagement: await api.getProcessManagement(where),
    getAppCustomize: await api.getAppCustomize(where),
    getGeneralNotifications: await api.getGeneralNotifications(where),
    getPerRecordNotifications: await api.getPerRecordNotifications(where),
    getReminderNotifications: await api.getReminderNotifications(where),
    getReports: await api.getReports(where),
    getAppActions: await api.getAppActions(where),
    getAdminNotes: await api.getAdminNotes(where),
    getAppAcl: await api.getAppAcl(where),
    getRecordAcl: await api.getRecordAcl(where),
    getFieldAcl: await api.getFieldAcl(where),
  };
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [preview ? `${name} of the preview` : name, answer]),
  );
}
