import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";
import { ask } from "./asking";

/** What somebody meets who writes records back that kintone once had. */
const domain = createDomain();
let emulator: Emulator;
const records = () => [...domain.apps.get(1)!.records.ascending()];

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "admin", password: "kintone", language: "en" });
  const field = (type: string, code: string, more = {}) => ({ [code]: { type, code, label: code, ...more } });
  const referenceTable = {
    relatedApp: { app: "1", code: "" },
    condition: { field: "text", relatedField: "text" },
    ...{ filterCond: "", displayFields: ["text"], sort: "", size: "5" },
  };
  domain.addApp({
    id: 1,
    name: "app",
    creator: "admin",
    properties: {
      ...field("SINGLE_LINE_TEXT", "text"),
      ...field("REFERENCE_TABLE", "related", { referenceTable }),
      ...field("SUBTABLE", "table", { fields: field("NUMBER", "cell") }),
    },
  });
  domain.addApp({
    id: 2,
    name: "long",
    creator: "admin",
    properties: field("SINGLE_LINE_TEXT", "long", { minLength: "2" }),
  });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());
afterEach(() => {
  domain.faults.clear();
  for (const { id } of records()) domain.apps.get(1)?.records.delete(id);
});

const post = (record: object) => ask(emulator, "POST", "record.json", { app: 1, record });

it("an upsert by the id of a record that is gone adds one with another id", async () => {
  const { body } = await post({ text: { value: "gone" } });
  await ask(emulator, "DELETE", "records.json", { app: 1, ids: [body.id] });
  const again = { app: 1, upsert: true, records: [{ id: body.id, record: { text: { value: "back" } } }] };
  const answer = await ask(emulator, "PUT", "records.json", again);
  expect(answer.body.records).toMatchObject([{ operation: "INSERT", id: String(Number(body.id) + 1), revision: "1" }]);
});

it("rows that are added get ids of their own, whatever they had", async () => {
  const { body } = await post({ table: { value: [{ id: "777", value: { cell: { value: "1" } } }] } });
  const [row] = domain.apps.get(1)?.records.get(Number(body.id))?.values.table as Array<{ id: string; values: object }>;
  expect(row).toMatchObject({ values: { cell: "1" } });
  expect(row?.id).not.toBe("777");
});

it("related records take no value", async () => {
  expect(await post({ related: { value: [] } })).toMatchObject({ status: 400, body: { code: "CB_IJ01" } });
});

it.each([{}, { long: { value: "" } }])("a least length holds for an empty text too: %j", async (record) => {
  const answer = await ask(emulator, "POST", "record.json", { app: 2, record });
  expect(answer).toMatchObject({ status: 400, body: { errors: { "record.long.value": {} } } });
});

it.each([
  { after: false, kept: [] },
  { after: true, kept: ["a", "b"] },
])("of a POST whose answer was lost, all or nothing is there: %j", async ({ after, kept }) => {
  domain.faults.add({ when: { method: "POST", path: "records.json" }, do: { kind: "drop", after } });
  const given = ["a", "b"].map((value) => ({ text: { value } }));
  await expect(ask(emulator, "POST", "records.json", { app: 1, records: given })).rejects.toThrow();
  expect(records().map(({ values }) => values.text)).toEqual(kept);
});
