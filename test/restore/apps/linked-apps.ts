import type { Domain, NewApp } from "../../emulator/domain/domain";

/** Ids of the apps. */
export const CUSTOMERS = 101;
export const PROJECTS = 102;

const text = (code: string, more: object = {}) => ({ type: "SINGLE_LINE_TEXT", code, label: code, ...more });
const field = (type: string, code: string, more: object = {}) => ({ type, code, label: code, ...more });
const everything = {
  ...{ appEditable: true, recordViewable: true, recordAddable: true, recordEditable: true },
  ...{ recordDeletable: true, recordImportable: true, recordExportable: true },
};

/**
 * Two apps that look each other up, one of them in a table, with related records, a formula of what is looked up, a process, and whatever else settings have. A
 * script and a note name the apps by their ids.
 */
export function addLinkedApps(domain: Domain): void {
  const { people } = domain;
  if (!people.users.has("sato")) people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  if (!people.groups.has("sales")) people.addGroup({ code: "sales", name: "営業" });
  const customers: NewApp["properties"] = {
    顧客コード: text("顧客コード", { unique: true, required: true }),
    顧客名: text("顧客名"),
    単価: field("NUMBER", "単価"),
    主な案件: text("主な案件", {
      lookup: lookup(PROJECTS, "案件番号", [["主な案件名", "案件名"]]),
    }),
    主な案件名: text("主な案件名"),
    案件一覧: field("REFERENCE_TABLE", "案件一覧", {
      referenceTable: {
        relatedApp: { app: String(PROJECTS), code: "" },
        condition: { field: "顧客コード", relatedField: "顧客" },
        filterCond: 'ステータス in ("完了")',
        displayFields: ["案件番号", "案件名"],
        sort: "案件番号 asc",
        size: "5",
      },
    }),
  };
  const projects: NewApp["properties"] = {
    案件番号: text("案件番号", { unique: true }),
    案件名: text("案件名"),
    担当: field("USER_SELECT", "担当", { entities: [{ type: "USER", code: "sato" }] }),
    顧客: text("顧客", {
      lookup: lookup(CUSTOMERS, "顧客コード", [
        ["顧客名", "顧客名"],
        ["単価", "単価"],
      ]),
    }),
    顧客名: text("顧客名"),
    単価: field("NUMBER", "単価"),
    明細: field("SUBTABLE", "明細", {
      fields: {
        納入先: text("納入先", {
          lookup: lookup(CUSTOMERS, "顧客コード", [
            ["納入先名", "顧客名"],
            ["金額", "単価"],
          ]),
        }),
        納入先名: text("納入先名"),
        金額: field("NUMBER", "金額"),
      },
    }),
    合計: field("CALC", "合計", { expression: "SUM(金額) + 単価", format: "NUMBER" }),
    倍: field("CALC", "倍", { expression: "合計 * 2", format: "NUMBER" }),
    備考: field("GROUP", "備考"),
    メモ: field("MULTI_LINE_TEXT", "メモ"),
  };
  domain.addApp({
    ...{ id: CUSTOMERS, name: "得意先", creator: "admin", properties: customers },
    acl: [
      { entity: { type: "CREATOR" }, ...everything },
      { entity: { type: "GROUP", code: "sales" }, recordViewable: true, recordAddable: true },
      { entity: { type: "GROUP", code: "everyone" } },
    ],
  });
  const app = domain.addApp({
    ...{ id: PROJECTS, name: "案件", code: "PJ", creator: "admin", properties: projects },
    layout: [
      row("案件番号", "案件名"),
      { type: "ROW", fields: [{ type: "LABEL", label: `<a href="/k/${CUSTOMERS}/">得意先へ</a>` }] },
      row("顧客", "顧客名", "単価", "担当"),
      {
        type: "SUBTABLE",
        code: "明細",
        fields: ["納入先", "納入先名", "金額"].map((code) => cell(code, projects.明細?.fields)),
      },
      { type: "GROUP", code: "備考", layout: [row("メモ")] },
      row("合計", "倍"),
    ],
    views: {
      一覧: { type: "LIST", index: "0", fields: ["案件番号", "顧客"], filterCond: 'ステータス in ("完了")', sort: "" },
      画面: {
        type: "CUSTOM",
        index: "1",
        html: `<p>${PROJECTS}</p>`,
        pager: false,
        device: "ANY",
        filterCond: "",
        sort: "",
      },
    },
    process: {
      enable: true,
      states: {
        起票: state("起票", "0", "ONE", []),
        承認待ち: state("承認待ち", "1", "ANY", [{ type: "USER", code: "sato" }]),
        完了: state("完了", "2", "ONE", []),
      },
      actions: [
        { name: "申請", from: "起票", to: "承認待ち", filterCond: '案件名 != ""', type: "PRIMARY" },
        { name: "承認", from: "承認待ち", to: "完了", filterCond: "", type: "PRIMARY" },
      ],
    },
    recordAcl: [
      {
        filterCond: '案件名 != ""',
        entities: [
          {
            ...{ entity: { type: "USER", code: "admin" }, includeSubs: false },
            ...{ viewable: true, editable: true, deletable: true },
          },
          {
            entity: { type: "USER", code: "sato" },
            includeSubs: false,
            viewable: true,
            editable: false,
            deletable: false,
          },
        ],
      },
    ],
    fieldAcl: [
      {
        code: "単価",
        entities: [
          { entity: { type: "USER", code: "admin" }, includeSubs: false, accessibility: "WRITE" },
          { entity: { type: "GROUP", code: "sales" }, includeSubs: false, accessibility: "READ" },
        ],
      },
    ],
  });
  const script = `// 案件\nconst customers = { app: ${CUSTOMERS} };\nopen("/k/${PROJECTS}/");\n`;
  const store = (name: string, content: string) => {
    const bytes = new TextEncoder().encode(content);
    const key = domain.files.store({ name, contentType: "text/plain", bytes });
    return domain.takeUpload(key, { kind: "settings", appId: PROJECTS });
  };
  app.change({
    general: {
      ...app.preview.general,
      ...{
        description: `<p>顧客は https://example.cybozu.com/k/${CUSTOMERS}/?view=1</p>`,
        theme: "BLUE",
        enableComments: false,
      },
      icon: { type: "FILE", file: store("icon.png", "png") },
      titleField: { selectionMode: "MANUAL", code: "案件名" },
    },
    customize: {
      scope: "ALL",
      desktop: {
        js: [
          { type: "URL", url: "https://example.com/a.js" },
          { type: "FILE", file: store("案件.js", script) },
        ],
        css: [],
      },
      mobile: { js: [], css: [{ type: "FILE", file: store("m.css", "p {}") }] },
    },
    reports: {
      顧客別: {
        ...{ id: "1", name: "顧客別", index: "0", chartType: "BAR", chartMode: "NORMAL", filterCond: "" },
        ...{ groups: [{ code: "顧客" }], aggregations: [{ type: "COUNT" }], sorts: [{ by: "TOTAL", order: "DESC" }] },
        periodicReport: null,
      },
    },
    actions: {
      顧客を登録: {
        ...{ id: "2", name: "顧客を登録", index: "0", filterCond: "", destApp: { app: String(CUSTOMERS), code: "" } },
        mappings: [{ srcType: "FIELD", srcField: "顧客名", destField: "顧客名" }],
        entities: [{ type: "GROUP", code: "sales" }],
      },
    },
    adminNotes: { content: `得意先は /k/${CUSTOMERS}/ にある`, includeInTemplateAndDuplicates: true },
    generalNotifications: {
      notifyToCommenter: false,
      notifications: [
        {
          ...{ entity: { type: "USER", code: "sato" }, includeSubs: false },
          ...{ recordAdded: true, recordEdited: false, commentAdded: true, statusChanged: true, fileImported: false },
        },
      ],
    },
    perRecordNotifications: [
      {
        ...{ filterCond: 'ステータス in ("完了")', title: "完了" },
        targets: [{ entity: { type: "GROUP", code: "sales" }, includeSubs: false }],
      },
    ],
  });
  app.deploy("admin");
}

const lookup = (app: number, key: string, mappings: Array<[field: string, related: string]>) => ({
  ...{
    relatedApp: { app: String(app), code: "" },
    relatedKeyField: key,
    filterCond: "",
    sort: "",
    lookupPickerFields: [],
  },
  fieldMappings: mappings.map(([own, relatedField]) => ({ field: own, relatedField })),
});

const TYPES: Record<string, string> = {
  単価: "NUMBER",
  担当: "USER_SELECT",
  メモ: "MULTI_LINE_TEXT",
  合計: "CALC",
  倍: "CALC",
};
const row = (...codes: string[]) => ({
  type: "ROW" as const,
  fields: codes.map((code) => ({ type: TYPES[code] ?? "SINGLE_LINE_TEXT", code })),
});
const cell = (code: string, fields: NewApp["properties"] | undefined) => ({ type: fields?.[code]?.type ?? "", code });

const state = (name: string, index: string, type: "ONE" | "ANY", people: Array<{ type: string; code: string }>) => ({
  ...{ name, index },
  assignee: { type, entities: people.map((entity) => ({ entity: entity as never, includeSubs: false })) },
});
