import type { Property } from "../../emulator/domain/form";
import type { GeneratedApp } from "./generated-app";
import { SOURCE } from "./generated-fields";

const field = (type: string, code: string, more: Partial<Property> = {}): Property => ({
  type,
  code,
  label: code,
  ...more,
});
const file = (name: string, text: string) => ({
  name,
  contentType: "application/x-drawing",
  bytes: new TextEncoder().encode(text),
});

const properties: Property[] = [
  field("RECORD_NUMBER", "番号"),
  field("CREATOR", "作った人"),
  field("STATUS", "状態", { enabled: false }),
  field("STATUS_ASSIGNEE", "担当者", { enabled: false }),
  field("CATEGORY", "分類", { enabled: true }),
  field("NUMBER", "数値"),
  field("CALC", "逆数", { expression: "1 / 数値", format: "NUMBER" }),
  field("CALC", "日時", { expression: "数値", format: "DATETIME" }),
  field("CALC", "合計", { expression: "SUM(測定値)", format: "NUMBER" }),
  field("USER_SELECT", "確認者"),
  field("MULTI_LINE_TEXT", "後から"),
  field("SINGLE_LINE_TEXT", "顧客名"),
  field("SINGLE_LINE_TEXT", "顧客コード", {
    lookup: {
      relatedApp: { app: String(SOURCE.id), code: "" },
      relatedKeyField: "顧客コード",
      fieldMappings: [{ field: "顧客名", relatedField: "顧客名" }],
      lookupPickerFields: ["顧客コード"],
      filterCond: "",
      sort: "",
    },
  }),
  field("SUBTABLE", "明細", { fields: { 測定値: field("NUMBER", "測定値"), 図面: field("FILE", "図面") } }),
];

/** What is neither in a CSV nor can be set, and values that are hard to keep; `user` is named as creator and in a field. */
export const awkwardApp = (user: string): GeneratedApp => ({
  code: "AWK",
  properties,
  layout: [
    {
      type: "ROW",
      fields: properties
        .filter(({ type }) => type !== "SUBTABLE")
        .map(({ type, code }) => ({ type, code }))
        .slice(5),
    },
    {
      type: "SUBTABLE",
      code: "明細",
      fields: [
        { type: "FILE", code: "図面" },
        { type: "NUMBER", code: "測定値" },
      ],
    },
  ],
  hasProcess: true,
  records: [
    {
      values: { 数値: "0", 後から: "まだない", 顧客コード: SOURCE.keys[0], 確認者: [{ code: user }] },
      system: { creator: user, status: "*", assignees: ["sato"], categories: ["社内", '社外"*'] },
    },
    {
      values: {
        数値: "99999999999999999999.9999999999",
        明細: [
          { 測定値: "0.0000000001", 図面: [file("図面.dwg", "1"), file("図面.dwg", "2")] },
          { 測定値: "12345678901234567890.1234567891", 図面: [] },
        ],
      },
      system: { creator: "sato" },
    },
  ],
  addedLater: { fields: ["後から"], records: 1 },
});
