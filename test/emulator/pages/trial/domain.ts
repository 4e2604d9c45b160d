import { createDomain } from "../../domain/domain";
import type { Domain } from "../../domain/domain";

/** What the tests of the pages look at: an app with views of each kind, one in a guest space, and two users. */
export interface TrialDomain {
  domain: Domain;
  appId: number;
  guestAppId: number;
  guestSpaceId: number;
}

export function createTrialDomain(): TrialDomain {
  const domain = createDomain();
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone", language: "en", timezone: "Asia/Tokyo" });
  const everything = { recordViewable: true, recordAddable: true, recordEditable: true, recordDeletable: true };
  const app = domain.addApp({
    name: "品質記録",
    creator: "admin",
    properties: {
      lot: { type: "SINGLE_LINE_TEXT", code: "lot", label: "ロット", required: true },
      price: { type: "NUMBER", code: "price", label: "単価" },
      state: {
        type: "DROP_DOWN",
        code: "state",
        label: "状態",
        options: { 新: { label: "新", index: "0" }, 済: { label: "済", index: "1" } },
      },
      day: { type: "DATE", code: "day", label: "日付" },
      at: { type: "DATETIME", code: "at", label: "日時" },
      files: { type: "FILE", code: "files", label: "添付" },
      lines: {
        type: "SUBTABLE",
        code: "lines",
        label: "明細",
        fields: { part: { type: "SINGLE_LINE_TEXT", code: "part", label: "品名" } },
      },
    },
    layout: [
      {
        type: "ROW",
        fields: ["lot", "price", "state"].map((code) => ({ type: typeOf(code), code, size: { width: "200" } })),
      },
      { type: "ROW", fields: [{ type: "SPACER", elementId: "space", size: { width: "200", height: "40" } }] },
      {
        type: "ROW",
        fields: ["day", "at", "files"].map((code) => ({ type: typeOf(code), code, size: { width: "200" } })),
      },
      { type: "SUBTABLE", code: "lines", fields: [{ type: "SINGLE_LINE_TEXT", code: "part", size: { width: "200" } }] },
    ],
    views: {
      一覧: {
        type: "LIST",
        index: "0",
        name: "一覧",
        fields: ["lot", "price", "state", "at"],
        filterCond: "price >= 0",
        sort: "price asc",
      },
      カレンダー: {
        type: "CALENDAR",
        index: "1",
        name: "カレンダー",
        date: "day",
        title: "lot",
        filterCond: "",
        sort: "",
      },
      カスタム: {
        type: "CUSTOM",
        index: "2",
        name: "カスタム",
        html: '<p id="mine">自作</p>',
        pager: false,
        filterCond: "",
        sort: "",
      },
    },
    acl: [
      { entity: { type: "USER", code: "admin" }, appEditable: true, ...everything },
      { entity: { type: "USER", code: "sato" }, ...everything, recordDeletable: false },
    ],
  });
  for (let price = 0; price < 25; price++) {
    const record = {
      lot: { value: `L-${price}` },
      price: { value: String(price) },
      state: { value: "新" },
      day: { value: "2026-11-20" },
      at: { value: "2026-11-20T00:30:00Z" },
    };
    app.addRecord(record, { creator: "admin" });
  }
  const space = domain.spaces.add({
    id: 3,
    name: "取引先",
    isGuest: true,
    administrators: ["admin"],
    members: ["admin"],
  });
  const guestApp = domain.addApp({
    name: "仕入先連絡",
    creator: "admin",
    spaceId: 3,
    properties: { note: { type: "SINGLE_LINE_TEXT", code: "note", label: "メモ" } },
  });
  guestApp.addRecord({ note: { value: "こんにちは" } }, { creator: "admin" });
  return { domain, appId: app.id, guestAppId: guestApp.id, guestSpaceId: space.id };
}

function typeOf(code: string): string {
  return (
    { lot: "SINGLE_LINE_TEXT", price: "NUMBER", state: "DROP_DOWN", day: "DATE", at: "DATETIME", files: "FILE" }[
      code
    ] ?? ""
  );
}
