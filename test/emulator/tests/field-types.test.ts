import { describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { parseQuery } from "../query/query";
import { select } from "../records/select";
import { showRecord } from "../records/show";
import type { Input } from "../records/write";

const domain = createDomain({ now: () => new Date("2026-11-20T03:04:05Z") });
domain.people.addUser({ code: "zoe", name: "Zoe", password: "kintone" });
domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
domain.people.addOrganization({ code: "qa", name: "品質保証部" });
domain.people.addGroup({ code: "auditors", name: "監査" });
const options = { 赤: { label: "赤", index: "1" }, 青: { label: "青", index: "0" } };
const field = (type: string, more = {}) => ({ [type]: { type, code: type, label: type, ...more } });
const state = (name: string, index: string) => ({ name, index, assignee: { type: "ONE" as const, entities: [] } });
const app = domain.addApp({
  name: "全部",
  code: "QR",
  creator: "admin",
  process: { enable: true, states: { 未処理: state("未処理", "0"), 完了: state("完了", "1") }, actions: [] },
  properties: {
    ...field("RECORD_NUMBER"),
    ...field("CREATOR"),
    ...field("CREATED_TIME"),
    ...field("MODIFIER"),
    ...field("UPDATED_TIME"),
    ...field("STATUS", { enabled: true }),
    ...field("STATUS_ASSIGNEE", { enabled: true }),
    ...field("CATEGORY", { enabled: true }),
    ...field("SINGLE_LINE_TEXT"),
    ...field("MULTI_LINE_TEXT"),
    ...field("RICH_TEXT"),
    ...field("LINK"),
    ...field("NUMBER"),
    ...field("CALC", { expression: "NUMBER / 3", format: "NUMBER" }),
    ...field("RADIO_BUTTON", { options }),
    ...field("DROP_DOWN", { options }),
    ...field("CHECK_BOX", { options }),
    ...field("MULTI_SELECT", { options }),
    ...field("DATE"),
    ...field("TIME"),
    ...field("DATETIME"),
    ...field("USER_SELECT"),
    ...field("ORGANIZATION_SELECT"),
    ...field("GROUP_SELECT"),
    ...field("FILE"),
    ...field("SUBTABLE", { fields: { 行: { type: "DATE", code: "行", label: "行" } } }),
    ...field("GROUP"),
    ...field("REFERENCE_TABLE", {
      referenceTable: {
        relatedApp: { app: "1", code: "" },
        condition: { field: "LINK", relatedField: "LINK" },
        filterCond: "",
        displayFields: [],
        sort: "",
        size: "5",
      },
    }),
  },
});

const valuesOf = (input: Input): Record<string, unknown> => {
  const { id } = app.addRecord(input);
  const record = app.records.get(id);
  const shown = record ? showRecord(record, domain, app, () => true) : {};
  return Object.fromEntries(Object.entries(shown).map(([code, { value }]) => [code, value]));
};
const cells = (values: Record<string, unknown>): Input =>
  Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }]));

describe("the value of a cell", () => {
  // Types of @kintone/rest-api-client; empty values: measured by cy-takeuchi/monosashi (text "", DATE null, DATETIME "", DROP_DOWN null)
  it("that nobody filled in", () => {
    const number = app.records.lastId + 1;
    expect(valuesOf({})).toEqual({
      RECORD_NUMBER: `QR-${number}`,
      CREATOR: { code: "admin", name: "管理者" },
      CREATED_TIME: "2026-11-20T03:04:00Z",
      MODIFIER: { code: "admin", name: "管理者" },
      UPDATED_TIME: "2026-11-20T03:04:00Z",
      STATUS: "未処理",
      STATUS_ASSIGNEE: [],
      CATEGORY: [],
      SINGLE_LINE_TEXT: "",
      MULTI_LINE_TEXT: "",
      RICH_TEXT: "",
      LINK: "",
      NUMBER: "",
      CALC: "0",
      RADIO_BUTTON: "青",
      DROP_DOWN: null,
      CHECK_BOX: [],
      MULTI_SELECT: [],
      DATE: null,
      TIME: null,
      DATETIME: "",
      USER_SELECT: [],
      ORGANIZATION_SELECT: [],
      GROUP_SELECT: [],
      FILE: [],
      SUBTABLE: [],
      $id: String(number),
      $revision: "1",
    });
  });

  it("that is filled in", () => {
    const fileKey = domain.files.store({
      name: "図面.pdf",
      contentType: "application/pdf",
      size: 3,
      bytes: new Uint8Array(3),
    });
    const given = {
      SINGLE_LINE_TEXT: "a",
      MULTI_LINE_TEXT: "a\nb",
      RICH_TEXT: "<div>a<script>alert(1)</script></div>",
      LINK: "https://example.com/",
      NUMBER: 1,
      RADIO_BUTTON: "赤",
      DROP_DOWN: "赤",
      CHECK_BOX: ["赤", "青"],
      MULTI_SELECT: ["赤"],
      DATE: "2026-7",
      TIME: "9:30",
      DATETIME: "2026-01-31T15:31:59+09:00",
      USER_SELECT: [{ code: "zoe" }],
      ORGANIZATION_SELECT: [{ code: "qa" }],
      GROUP_SELECT: [{ code: "auditors" }],
      FILE: [{ fileKey }],
      SUBTABLE: [{ value: { 行: { value: "2026-07-01" } } }],
    };
    expect(valuesOf(cells(given))).toMatchObject({
      ...given,
      RICH_TEXT: "<div>a</div>",
      NUMBER: "1",
      CALC: "0.3333",
      CHECK_BOX: ["青", "赤"],
      DATE: "2026-07-01",
      TIME: "09:30",
      DATETIME: "2026-01-31T06:31:00Z",
      USER_SELECT: [{ code: "zoe", name: "Zoe" }],
      ORGANIZATION_SELECT: [{ code: "qa", name: "品質保証部" }],
      GROUP_SELECT: [{ code: "auditors", name: "監査" }],
      FILE: [{ name: "図面.pdf", contentType: "application/pdf", size: "3" }],
      SUBTABLE: [
        { id: expect.stringMatching(/^\d+$/) as string, value: { 行: { type: "DATE", value: "2026-07-01" } } },
      ],
    });
  });

  it.each([
    ["RADIO_BUTTON", "緑", "record.RADIO_BUTTON.value"],
    ["DROP_DOWN", "緑", "record.DROP_DOWN.value"],
    ["CHECK_BOX", ["赤", "緑"], "record.CHECK_BOX.values[1].value"],
    ["MULTI_SELECT", ["緑"], "record.MULTI_SELECT.values[0].value"],
    ["NUMBER", "abc", "record[NUMBER].value"],
    ["DATE", "2026-02-30", "record.DATE.value"],
    ["TIME", "24:00", "record.TIME.value"],
    ["DATETIME", "yesterday", "record.DATETIME.value"],
    ["LINK", "example", "record.LINK.value"],
    ["SUBTABLE", [{ value: { 行: { value: "x" } } }], "record.SUBTABLE.value[0].value.行.value"],
  ])("of %s cannot be %j", (code, value, path) => {
    expect(() => valuesOf(cells({ [code]: value }))).toThrow(path);
  });

  it.each([
    ["USER_SELECT", "GAIA_IL26"],
    ["ORGANIZATION_SELECT", "GAIA_IL28"],
  ])("of %s cannot be somebody unknown: %s", (code, error) => {
    expect(() => valuesOf(cells({ [code]: [{ code: "nobody" }] }))).toThrow(error);
  });
});

describe("sorting", () => {
  const sorted = (code: string, values: unknown[]): unknown[] => {
    const own = domain.addApp({
      name: code,
      creator: "admin",
      properties: app.settings.properties,
      process: app.settings.process,
    });
    for (const value of values) {
      own.addRecord(code in { STATUS: 1, CREATOR: 1 } ? {} : cells({ [code]: value }), {
        ...(code === "STATUS" && { status: String(value) }),
        ...(code === "CREATOR" && { creator: String(value) }),
      });
    }
    const asker = { domain, app: own, properties: own.settings.properties, userCode: "admin", timezone: "Asia/Tokyo" };
    const { records } = select(parseQuery(`order by ${code} asc`), asker, () => true, { limit: 100 });
    return records.map((record) => {
      if (code === "STATUS") return record.status;
      return code === "CREATOR" ? record.creator : (record.values[code] ?? "");
    });
  };

  it.each([
    // rex0220/kintone-sql-tools `docs/internal/ksql_string_semantics.md`: texts by code point, states by index
    ["SINGLE_LINE_TEXT", ["𠮟", "ｱ", "😀", "亜", ""], ["", "亜", "ｱ", "😀", "𠮟"]],
    ["SINGLE_LINE_TEXT", ["9", "10", "1a"], ["10", "1a", "9"]],
    ["NUMBER", ["9", "10", "-1", ""], ["", "-1", "9", "10"]],
    ["DROP_DOWN", ["赤", "青", ""], ["", "青", "赤"]],
    ["STATUS", ["完了", "未処理"], ["未処理", "完了"]],
    // kintone help "sort order of creator and modifier": by when the user was added
    ["CREATOR", ["admin", "zoe"], ["zoe", "admin"]],
  ])("by %s puts %j in the order %j", (code, values, order) => expect(sorted(code, values)).toEqual(order));
});

it("defaults of moments and times are local, and values as usual", () => {
  const local = domain.addApp({
    name: "local",
    creator: "admin",
    properties: {
      d: { type: "DATETIME", code: "d", label: "d", defaultValue: "2020-01-01T01:30" },
      t: { type: "TIME", code: "t", label: "t", defaultValue: "05:00:00.000" },
      n: { type: "TIME", code: "n", label: "n", defaultNowValue: true },
    },
  });
  local.addRecord({});
  expect(local.records.get(1)?.values).toMatchObject({ d: "2019-12-31T16:30:00Z", t: "05:00", n: "12:04" });
});
