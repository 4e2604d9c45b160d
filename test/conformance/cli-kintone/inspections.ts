import type { App } from "../../emulator/domain/app";
import type { Domain } from "../../emulator/domain/domain";

export const texts = { drawing: "図面の中身", photo: "写真の中身" };

/** An app with a table and attachments, and two records. */
export function addInspections(domain: Domain, place: { id: number; spaceId?: number }): App {
  const field = (type: string, code: string) => ({ type, code, label: `${code}のラベル` });
  const option = (label: string, index: number) => [label, { label, index: String(index) }] as const;
  const app = domain.addApp({
    ...place,
    name: "検査",
    code: "INS",
    creator: "admin",
    properties: {
      品番: { ...field("SINGLE_LINE_TEXT", "品番"), unique: true },
      備考: field("MULTI_LINE_TEXT", "備考"),
      数値: field("NUMBER", "数値"),
      工程: { ...field("CHECK_BOX", "工程"), options: Object.fromEntries([option("切断", 0), option("研磨", 1)]) },
      担当: field("USER_SELECT", "担当"),
      図面: field("FILE", "図面"),
      明細: {
        ...field("SUBTABLE", "明細"),
        fields: { 測定値: field("NUMBER", "測定値"), 写真: field("FILE", "写真") },
      },
    },
    // Not the order of the fields, and 備考 in a group.
    layout: [
      {
        type: "ROW",
        fields: [
          { type: "NUMBER", code: "数値" },
          { type: "SINGLE_LINE_TEXT", code: "品番" },
        ],
      },
      {
        type: "SUBTABLE",
        code: "明細",
        fields: [
          { type: "FILE", code: "写真" },
          { type: "NUMBER", code: "測定値" },
        ],
      },
      { type: "GROUP", code: "枠", layout: [{ type: "ROW", fields: [{ type: "MULTI_LINE_TEXT", code: "備考" }] }] },
      {
        type: "ROW",
        fields: [
          { type: "CHECK_BOX", code: "工程" },
          { type: "USER_SELECT", code: "担当" },
          { type: "FILE", code: "図面" },
        ],
      },
    ],
  });
  app.tokens.push({ token: "all", view: true, add: true, edit: true, delete: true, manage: false });
  app.tokens.push({ token: "reader", view: true, add: false, edit: false, delete: false, manage: false });
  const store = (name: string, text: string) => ({
    fileKey: domain.files.store({ name, contentType: "text/plain", bytes: new TextEncoder().encode(text) }),
  });
  const system = { creator: "admin", createdTime: "2026-11-01T01:02:00Z" };
  app.addRecord(
    {
      品番: { value: "P-1" },
      備考: { value: '一行目\n"二行目"' },
      数値: { value: "12.5" },
      工程: { value: ["切断", "研磨"] },
      担当: { value: [{ code: "admin" }] },
      図面: { value: [store("図面.txt", texts.drawing)] },
      明細: {
        value: [
          { value: { 測定値: { value: "1" } } },
          { value: { 測定値: { value: "2" }, 写真: { value: [store("写真.txt", texts.photo)] } } },
        ],
      },
    },
    system,
  );
  app.addRecord({ 品番: { value: "P-2" } }, system);
  return app;
}
