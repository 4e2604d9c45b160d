import type { AppSettings } from "../../../src/restore/settings/app-settings";

const everyone = { entity: { type: "GROUP", code: "everyone" }, includeSubs: false };
const sales = { entity: { type: "ORGANIZATION", code: "sales" }, includeSubs: true };
const tanaka = { entity: { type: "USER", code: "tanaka" }, includeSubs: false };

/** As kintone answers (OpenAPI 20250423), of an app that has something of everything. */
export const SAMPLE: Readonly<Record<string, object>> = {
  app: {
    ...{ appId: "12", code: "", name: "案件", description: "<div>案件</div>", spaceId: null, threadId: null },
    ...{ createdAt: "2025-01-06T01:00:00.000Z", creator: { code: "admin", name: "管理者" } },
    ...{ modifiedAt: "2026-01-06T01:00:00.000Z", modifier: { code: "admin", name: "管理者" } },
  },
  "app/settings": {
    ...{ name: "案件", description: "<div>案件</div>", theme: "WHITE", icon: { type: "PRESET", key: "APP72" } },
    ...{ titleField: { selectionMode: "MANUAL", code: "件名" }, enableComments: true, firstMonthOfFiscalYear: "4" },
    ...{ numberPrecision: { digits: "16", decimalPlaces: "4", roundingMode: "HALF_EVEN" }, revision: "8" },
  },
  "app/form/fields": {
    properties: {
      件名: { type: "SINGLE_LINE_TEXT", code: "件名", label: "件名", required: true, unique: false, maxLength: "64" },
      price: { type: "NUMBER", code: "price", label: "価格", required: false, minValue: "0", unit: "円" },
      状況: {
        ...{ type: "DROP_DOWN", code: "状況", label: "状況", required: false, defaultValue: "" },
        options: {
          見積: { label: "見積", index: "0" },
          受注: { label: "受注", index: "1" },
          失注: { label: "失注", index: "2" },
        },
      },
      担当: {
        type: "USER_SELECT",
        code: "担当",
        label: "担当",
        entities: [{ type: "USER", code: "tanaka" }],
        defaultValue: [],
      },
      顧客: {
        ...{ type: "SINGLE_LINE_TEXT", code: "顧客", label: "顧客", required: false },
        lookup: {
          ...{ relatedApp: { app: "7", code: "" }, relatedKeyField: "名前", filterCond: "", sort: "名前 asc" },
          fieldMappings: [
            { field: "住所", relatedField: "住所" },
            { field: "電話", relatedField: "電話" },
          ],
          lookupPickerFields: ["名前", "住所"],
        },
      },
      明細: {
        ...{ type: "SUBTABLE", code: "明細", label: "明細" },
        fields: {
          品名: { type: "SINGLE_LINE_TEXT", code: "品名", label: "品名", required: false },
          数量: { type: "NUMBER", code: "数量", label: "数量", required: false },
        },
      },
    },
    revision: "8",
  },
  "app/form/layout": {
    layout: [
      {
        type: "ROW",
        fields: [
          { type: "SINGLE_LINE_TEXT", code: "件名", size: { width: "200" } },
          { type: "NUMBER", code: "price", size: { width: "80" } },
        ],
      },
      {
        type: "ROW",
        fields: [
          { type: "LABEL", label: "説明", size: { width: "100" } },
          { type: "HR", elementId: "", size: { width: "300" } },
        ],
      },
      {
        type: "SUBTABLE",
        code: "明細",
        fields: [
          { type: "SINGLE_LINE_TEXT", code: "品名", size: { width: "90" } },
          { type: "NUMBER", code: "数量", size: { width: "90" } },
        ],
      },
      {
        type: "GROUP",
        code: "詳細",
        layout: [
          {
            type: "ROW",
            fields: [
              { type: "DROP_DOWN", code: "状況", size: { width: "90" } },
              { type: "USER_SELECT", code: "担当", size: { width: "90" } },
            ],
          },
        ],
      },
    ],
    revision: "8",
  },
  "app/views": {
    views: {
      すべて: {
        index: "0",
        type: "LIST",
        name: "すべて",
        id: "501",
        fields: ["件名", "price", "状況"],
        filterCond: "",
        sort: "$id desc",
      },
      受注: {
        index: "1",
        type: "LIST",
        name: "受注",
        id: "502",
        fields: ["件名"],
        filterCond: '状況 in ("受注")',
        sort: "$id desc",
      },
      暦: {
        index: "2",
        type: "CALENDAR",
        name: "暦",
        id: "503",
        date: "日付",
        title: "件名",
        filterCond: "",
        sort: "$id asc",
      },
    },
    revision: "8",
  },
  "app/status": {
    enable: true,
    states: {
      未処理: { name: "未処理", index: "0", assignee: { type: "ONE", entities: [] } },
      承認待ち: { name: "承認待ち", index: "1", assignee: { type: "ANY", entities: [tanaka, sales] } },
      完了: { name: "完了", index: "2", assignee: { type: "ONE", entities: [] } },
    },
    actions: [
      {
        name: "申請",
        from: "未処理",
        to: "承認待ち",
        filterCond: "",
        type: "PRIMARY",
        executableUser: { entities: [] },
      },
      {
        name: "承認",
        from: "承認待ち",
        to: "完了",
        filterCond: "price < 10",
        type: "PRIMARY",
        executableUser: { entities: [tanaka] },
      },
    ],
    revision: "8",
  },
  "app/customize": {
    ...{ scope: "ALL", mobile: { js: [], css: [] }, revision: "8" },
    desktop: {
      js: [
        { type: "URL", url: "https://example.com/a.js" },
        { type: "FILE", file: { name: "main.js", sha256: "aa" } },
      ],
      css: [{ type: "FILE", file: { name: "main.css", sha256: "bb" } }],
    },
  },
  "app/acl": {
    rights: [
      {
        entity: { type: "CREATOR", code: null },
        includeSubs: false,
        appEditable: true,
        recordViewable: true,
        recordAddable: true,
      },
      { ...tanaka, appEditable: false, recordViewable: true, recordAddable: true },
      { ...everyone, appEditable: false, recordViewable: true, recordAddable: false },
    ],
    revision: "8",
  },
  "record/acl": {
    rights: [
      {
        id: "1",
        filterCond: '状況 in ("失注")',
        entities: [
          { ...tanaka, viewable: true, editable: false, deletable: false },
          { ...everyone, viewable: false, editable: false, deletable: false },
        ],
      },
      { id: "2", filterCond: "", entities: [{ ...everyone, viewable: true, editable: true, deletable: true }] },
    ],
    revision: "8",
  },
  "field/acl": {
    rights: [
      {
        code: "price",
        entities: [
          { ...tanaka, accessibility: "WRITE" },
          { ...everyone, accessibility: "NONE" },
        ],
      },
      { code: "顧客", entities: [{ ...everyone, accessibility: "READ" }] },
    ],
    revision: "8",
  },
  "app/notifications/general": {
    notifications: [
      {
        ...tanaka,
        recordAdded: true,
        recordEdited: false,
        commentAdded: false,
        statusChanged: true,
        fileImported: false,
      },
      {
        ...sales,
        recordAdded: false,
        recordEdited: true,
        commentAdded: false,
        statusChanged: false,
        fileImported: true,
      },
    ],
    notifyToCommenter: true,
    revision: "8",
  },
  "app/notifications/perRecord": {
    notifications: [
      { filterCond: 'price > "100"', title: "高額", targets: [tanaka] },
      { filterCond: '状況 in ("失注")', title: "", targets: [sales, tanaka] },
    ],
    revision: "8",
  },
  "app/notifications/reminder": {
    notifications: [
      { timing: { code: "日付", daysLater: "1", time: "09:00" }, filterCond: "", title: "明日", targets: [tanaka] },
    ],
    timezone: "Asia/Tokyo",
    revision: "8",
  },
  "app/reports": {
    reports: {
      月別: {
        chartType: "COLUMN",
        chartMode: "NORMAL",
        id: "9",
        index: "0",
        name: "月別",
        groups: [{ code: "日付", per: "MONTH" }],
        aggregations: [{ type: "SUM", code: "price" }],
        filterCond: "",
        sorts: [{ by: "TOTAL", order: "DESC" }],
      },
      担当別: {
        chartType: "PIE",
        id: "10",
        index: "1",
        name: "担当別",
        groups: [{ code: "担当" }],
        aggregations: [{ type: "COUNT" }],
        filterCond: "",
        sorts: [],
      },
    },
    revision: "8",
  },
  "app/actions": {
    actions: {
      請求: {
        name: "請求",
        id: "3",
        index: "0",
        destApp: { app: "20", code: "" },
        mappings: [
          { srcType: "FIELD", srcField: "件名", destField: "題" },
          { srcType: "RECORD_URL", destField: "元" },
        ],
        entities: [{ type: "GROUP", code: "everyone" }],
        filterCond: "",
      },
    },
    revision: "8",
  },
  "app/plugins": {
    plugins: [
      { id: "aaaa", name: "Plug-in A", enabled: true },
      { id: "bbbb", name: "Plug-in B", enabled: false },
    ],
    revision: "8",
  },
  "app/plugin/config/aaaa": { config: { token: "geheim", mode: "1" }, revision: "8" },
  "app/adminNotes": { content: "<p>notes</p>", includeInTemplateAndDuplicates: true, revision: "8" },
  "app/categories": {
    enabled: true,
    categories: {
      国内: {
        name: "国内",
        index: "0",
        children: {
          東京: { name: "東京", index: "0", children: {} },
          大阪: { name: "大阪", index: "1", children: {} },
        },
      },
      海外: { name: "海外", index: "1", children: {} },
    },
    revision: "8",
  },
};

/** One side that can be read completely. */
export function sideOf(answers: Readonly<Record<string, unknown>>): AppSettings {
  return {
    states: new Map(
      Object.entries(answers).map(([name, answer]) => [name, { answer, languages: {}, unreadFiles: [] }]),
    ),
    whyAbsent: () => ({ reason: "not-archived" }),
  };
}
