import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

const domain = createDomain();
let emulator: Emulator;
let client: KintoneRestAPIClient;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  const text = (code: string) => ({ type: "SINGLE_LINE_TEXT", code, label: code });
  domain.addApp({
    id: 1,
    name: "部品",
    creator: "admin",
    properties: { 品番: { ...text("品番"), unique: true }, 品名: text("品名") },
  });
  domain.apps.get(1)?.addRecord({ 品番: { value: "P-1" }, 品名: { value: "軸" } });
  domain.addApp({
    id: 2,
    name: "検査",
    creator: "admin",
    properties: {
      品番: {
        ...text("品番"),
        lookup: {
          relatedApp: { app: "1", code: "" },
          relatedKeyField: "品番",
          fieldMappings: [{ field: "品名", relatedField: "品名" }],
          lookupPickerFields: [],
          filterCond: "",
          sort: "",
        },
      },
      品名: text("品名"),
      明細: {
        type: "SUBTABLE",
        code: "明細",
        label: "明細",
        fields: { 値: { type: "NUMBER", code: "値", label: "値" }, 備考: text("備考") },
      },
    },
  });
  emulator = await startEmulator({ domain });
  client = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { username: "admin", password: "kintone" } });
});
afterAll(() => emulator.close());

describe("a lookup", () => {
  it("copies what its key names, and nothing that the request says", async () => {
    const { id } = await client.record.addRecord({ app: 2, record: { 品番: { value: "P-1" }, 品名: { value: "嘘" } } });
    const copied = async () => (await client.record.getRecord({ app: 2, id })).record["品名"]?.value;
    expect(await copied()).toBe("軸");
    await client.record.updateRecord({ app: 1, id: 1, record: { 品名: { value: "軸受" } } });
    await client.record.updateRecord({ app: 2, id, record: { 品名: { value: "嘘" } } });
    expect(await copied()).toBe("軸");
    await client.record.updateRecord({ app: 2, id, record: { 品番: { value: "P-1" } } });
    expect(await copied()).toBe("軸受");
    await client.record.updateRecord({ app: 2, id, record: { 品番: { value: "" } } });
    expect(await copied()).toBe("");
    await expect(client.record.updateRecord({ app: 2, id, record: { 品番: { value: "P-9" } } })).rejects.toMatchObject({
      code: "GAIA_LO04",
    });
  });
});

it("a lookup that would copy an option which the field lacks is refused", async () => {
  const radio = (...labels: string[]) => ({
    ...{ type: "RADIO_BUTTON", code: "kind", label: "kind" },
    options: Object.fromEntries(labels.map((label, index) => [label, { label, index: String(index) }])),
  });
  const key = { type: "SINGLE_LINE_TEXT", code: "key", label: "key" };
  const source = domain.addApp({
    name: "source",
    creator: "admin",
    properties: { key: { ...key, unique: true }, kind: radio("(none)", "a") },
  });
  source.addRecord({ key: { value: "K-1" }, kind: { value: "(none)" } });
  source.addRecord({ key: { value: "K-2" }, kind: { value: "a" } });
  const lookup = {
    relatedApp: { app: String(source.id), code: "" },
    ...{ relatedKeyField: "key", fieldMappings: [{ field: "kind", relatedField: "kind" }] },
    ...{ lookupPickerFields: [], filterCond: "", sort: "" },
  };
  const inTable = { type: "SUBTABLE", code: "table", label: "table" };
  const target = domain.addApp({
    name: "target",
    creator: "admin",
    properties: {
      key: { ...key, lookup },
      kind: radio("a", "b"),
      table: {
        ...inTable,
        fields: {
          innerKey: {
            ...key,
            code: "innerKey",
            lookup: { ...lookup, fieldMappings: [{ field: "inner", relatedField: "kind" }] },
          },
          inner: { ...radio("a"), code: "inner" },
        },
      },
    },
  });
  const add = (record: object) => client.record.addRecord({ app: target.id, record: record as never });
  await expect(add({ key: { value: "K-1" } })).rejects.toMatchObject({
    code: "CB_VA01",
    errors: { "record.kind.value": {} },
  });
  const row = (value: string) => ({ table: { value: [{ value: { innerKey: { value } } }] } });
  await expect(add(row("K-1"))).rejects.toMatchObject({
    code: "CB_VA01",
    errors: { "record.table.value[0].value.inner.value": {} },
  });
  await add({ key: { value: "K-2" }, ...row("K-2") });
  expect([...target.records.ascending()].map(({ values }) => values.kind)).toEqual(["a"]);
});

describe("a table", () => {
  it("keeps the rows that are named and what they do not say", async () => {
    const row = (値: string, 備考: string) => ({ value: { 値: { value: 値 }, 備考: { value: 備考 } } });
    const { id } = await client.record.addRecord({
      app: 2,
      record: { 明細: { value: [row("1", "あ"), row("2", "い")] } },
    });
    const read = async () =>
      (await client.record.getRecord({ app: 2, id })).record["明細"]?.value as Array<{
        id: string;
        value: Record<string, { value: string }>;
      }>;
    const [first] = await read();
    await client.record.updateRecord({
      app: 2,
      id,
      record: {
        明細: {
          value: [
            { id: first?.id, value: { 値: { value: "9" } } },
            { id: "987654", value: { 値: { value: "3" } } },
          ],
        },
      },
    });
    const rows = await read();
    expect(rows.map(({ value }) => [value["値"]?.value, value["備考"]?.value])).toEqual([
      ["9", "あ"],
      ["3", ""],
    ]);
    expect(rows[0]?.id).toBe(first?.id);
    expect(rows[1]?.id).not.toBe("987654");
  });
});

describe("a deployed change of the form", () => {
  it("keeps the values of renamed fields and drops those of deleted ones", async () => {
    const app = domain.apps.get(2);
    const added = app?.addRecord({ 品番: { value: "P-1" }, 明細: { value: [{ value: { 備考: { value: "う" } } }] } });
    await client.app.updateFormFields({
      app: 2,
      properties: { 品名: { code: "名称" }, 明細: { type: "SUBTABLE", fields: { 備考: { code: "メモ" } } } },
    });
    await client.app.deleteFormFields({ app: 2, fields: ["値"] });
    app?.deploy("admin");
    const { record } = await client.record.getRecord({ app: 2, id: added?.id ?? 0 });
    expect(record["名称"]?.value).toBe("軸受");
    expect(record).not.toHaveProperty("品名");
    const [row] = record["明細"]?.value as Array<{ value: object }>;
    expect(row?.value).toEqual({ メモ: { type: "SINGLE_LINE_TEXT", value: "う" } });
  });
});
