import type { App } from "../../emulator/domain/app";
import type { Domain } from "../../emulator/domain/domain";
import type { Input } from "../../emulator/records/write";

/** A text file, waiting to be attached. */
export function newFile(domain: Domain, name: string, content: string | Uint8Array): { fileKey: string } {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { fileKey: domain.files.store({ name, contentType: "text/plain", bytes }) };
}

export const inspectionProperties = {
  品番: { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番" },
  数量: { type: "NUMBER", code: "数量", label: "数量" },
  判定: { type: "DROP_DOWN", code: "判定", label: "判定", options: { 良: opt("良", 0), 否: opt("否", 1) } },
  添付: { type: "FILE", code: "添付", label: "添付" },
  測定: {
    type: "SUBTABLE",
    code: "測定",
    label: "測定",
    fields: {
      項目: { type: "SINGLE_LINE_TEXT", code: "項目", label: "項目" },
      写真: { type: "FILE", code: "写真", label: "写真" },
    },
  },
};

function opt(label: string, index: number) {
  return { label, index: String(index) };
}

/** An app of inspections. Some records have attachments, in a table too; every fiftieth has a comment. */
export function addInspections(
  domain: Domain,
  { records, ...more }: { records: number } & Partial<Parameters<Domain["addApp"]>[0]>,
): App {
  const app = domain.addApp({ name: "検査", creator: "admin", properties: inspectionProperties, ...more });
  for (let number = 1; number <= records; number += 1) addInspection(domain, app, number);
  return app;
}

export function addInspection(domain: Domain, app: App, number: number): number {
  const { id } = app.addRecord(inspection(domain, number));
  if (number % 50 === 0) app.addComment(id, { text: `確認 ${number}`, creator: "admin" });
  return id;
}

function inspection(domain: Domain, number: number): Input {
  const hasFiles = number % 500 <= 60;
  const file = hasFiles && number % 10 === 0 ? [newFile(domain, "図面.txt", `drawing ${number}`)] : [];
  const row = (photo: object[]) => ({ value: { 項目: { value: `寸法 ${number}` }, 写真: { value: photo } } });
  return {
    品番: { value: `P-${number}` },
    数量: { value: String(number) },
    判定: { value: number % 2 === 0 ? "良" : "否" },
    添付: { value: file },
    測定: {
      value: hasFiles && number % 20 === 0 ? [row([]), row([newFile(domain, "写真.txt", `photo ${number}`)])] : [],
    },
  };
}
