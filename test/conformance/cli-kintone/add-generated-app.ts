import type { App } from "../../emulator/domain/app";
import type { Domain } from "../../emulator/domain/domain";
import type { Input } from "../../emulator/records/write";
import { type GeneratedApp, PROCESS } from "./generated-app";
import { SOURCE } from "./generated-fields";
import type { GeneratedFile } from "./generated-values";

/** 30 digits, the most that an app can be set to (kintone help, 数値と計算の精度). */
const numberPrecision = { digits: "30", decimalPlaces: "10", roundingMode: "HALF_EVEN" };

/** The app that lookups copy from. */
export function addLookupSource(domain: Domain): App {
  const text = (code: string) => ({ type: "SINGLE_LINE_TEXT", code, label: code });
  const source = domain.addApp({
    id: SOURCE.id,
    name: "顧客",
    creator: "admin",
    properties: { 顧客コード: { ...text("顧客コード"), unique: true }, 顧客名: text("顧客名") },
  });
  for (const key of SOURCE.keys) source.addRecord({ 顧客コード: { value: key }, 顧客名: { value: `${key} "*"` } });
  return source;
}

/** Puts a generated app and what it names into the domain; then some of the people go, and the lookups' source changes. */
export function addGeneratedApp(
  domain: Domain,
  { properties, layout, code, hasProcess, records, addedLater }: GeneratedApp,
): App {
  const goWith = addPeople(domain);
  const app = domain.addApp({
    name: "生成したアプリ",
    code,
    creator: "admin",
    properties: Object.fromEntries(properties.map((property) => [property.code, property])),
    layout,
    settings: { numberPrecision },
    ...(hasProcess && { process: PROCESS }),
  });
  for (const { values, system } of records) {
    const { status, ...rest } = system;
    app.addRecord(toInput(domain, values), { ...rest, ...(hasProcess && status !== undefined && { status }) });
  }
  saveAsBefore(app, addedLater);
  const source = domain.apps.get(SOURCE.id);
  const first = source?.records.get(1);
  if (first) source?.records.put({ ...first, values: { ...first.values, 顧客名: `改名 ${app.id}` } });
  goWith();
  return app;
}

/** @returns what removes those who are to be gone */
function addPeople({ people }: Domain): () => void {
  for (const code of ["sato", "suzuki", "o'neil@example.com", "ghost"]) {
    people.addUser({ code, name: `${code} の名前`, password: "kintone" });
  }
  for (const code of ["quality", "品質保証部", "dissolved"]) people.addOrganization({ code, name: code });
  for (const code of ["auditors", "disbanded"]) people.addGroup({ code, name: code });
  return () => {
    people.users.delete("ghost");
    people.organizations.delete("dissolved");
    people.groups.delete("disbanded");
  };
}

/** A record that was saved before a field was added holds nothing for it. */
function saveAsBefore(app: App, { fields, records }: GeneratedApp["addedLater"]): void {
  for (const record of [...app.records.ascending()].slice(0, records)) {
    const values = Object.fromEntries(Object.entries(record.values).filter(([code]) => !fields.includes(code)));
    app.records.put({ ...record, values });
  }
}

function toInput(domain: Domain, values: Record<string, unknown>): Input {
  return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value: toWritten(domain, value) }]));
}

function toWritten(domain: Domain, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: string | { code: string } | GeneratedFile | Record<string, unknown>) => {
    if (typeof item === "string" || isPerson(item)) return item;
    return isFile(item) ? { fileKey: domain.files.store(item) } : { value: toInput(domain, item) };
  });
}

/** No field of a table is called `code` or `bytes` (`CODES` in generated-app.ts). */
const isPerson = (item: object): item is { code: string } => "code" in item && Object.keys(item).length === 1;
const isFile = (item: object): item is GeneratedFile => "bytes" in item && item.bytes instanceof Uint8Array;
