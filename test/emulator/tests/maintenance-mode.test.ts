import { afterAll, beforeAll, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { happen } from "../faults/events";
import { startEmulator } from "../server";
import type { Emulator } from "../server";
import { ask } from "./asking";

const domain = createDomain();
let emulator: Emulator;
let cursor: string;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  const key = { type: "SINGLE_LINE_TEXT", code: "key", label: "key" };
  const app = domain.addApp({ id: 1, name: "master", creator: "admin", properties: { key: { ...key, unique: true } } });
  app.addRecord({ key: { value: "K-1" } });
  const lookup = {
    relatedApp: { app: "1", code: "" },
    ...{ relatedKeyField: "key", fieldMappings: [], lookupPickerFields: [], filterCond: "", sort: "" },
  };
  domain.addApp({ id: 2, name: "orders", creator: "admin", properties: { key: { ...key, lookup } } });
  emulator = await startEmulator({ domain });
  cursor = (await ask(emulator, "POST", "records/cursor.json", { app: 1 })).body.id;
  happen({ name: "maintenance-mode", app: 1, on: true }, domain, emulator.sessions);
});
afterAll(() => emulator.close());

const refused = { status: 403, body: { code: "GAIA_NO02" } };

it.each<[string, () => Parameters<typeof ask>]>([
  ["reading a record", () => [emulator, "GET", "record.json?app=1&id=1"]],
  ["reading records", () => [emulator, "GET", "records.json?app=1"]],
  ["a cursor", () => [emulator, "GET", `records/cursor.json?id=${cursor}`]],
  ["adding", () => [emulator, "POST", "records.json", { app: 1, records: [{}] }]],
  ["changing", () => [emulator, "PUT", "record.json", { app: 1, id: 1, record: {} }]],
  ["deleting", () => [emulator, "DELETE", "records.json", { app: 1, ids: [1] }]],
  ["comments", () => [emulator, "GET", "record/comments.json?app=1&record=1"]],
  ["a lookup from another app", () => [emulator, "POST", "record.json", { app: 2, record: { key: { value: "K-1" } } }]],
])("maintenance mode refuses %s", async (_, request) => {
  expect(await ask(...request())).toMatchObject(refused);
  expect(domain.apps.get(1)?.records.size).toBe(1);
});

it("maintenance mode leaves settings and other apps alone, and ends", async () => {
  expect(await ask(emulator, "GET", "app/form/fields.json?app=1")).toMatchObject({ status: 200 });
  expect(await ask(emulator, "POST", "record.json", { app: 2, record: {} })).toMatchObject({ status: 200 });
  happen({ name: "maintenance-mode", app: 1, on: false }, domain, emulator.sessions);
  expect(await ask(emulator, "GET", "record.json?app=1&id=1")).toMatchObject({ status: 200 });
});
