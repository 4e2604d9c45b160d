import { afterAll, beforeAll, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

const domain = createDomain();
let emulator: Emulator;
const headers = { "x-cybozu-authorization": Buffer.from("admin:kintone").toString("base64") };

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  for (const [id, enabled] of [
    [1, true],
    [2, false],
  ] as const) {
    const app = domain.addApp({
      id,
      name: "文書",
      creator: "admin",
      properties: { カテゴリー: { type: "CATEGORY", code: "カテゴリー", label: "カテゴリー", enabled } },
    });
    app.addRecord({}, { categories: ["規程", "品質"] });
    app.addRecord({});
  }
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());

async function cells(app: number): Promise<unknown[]> {
  const response = await fetch(`${emulator.url}/k/v1/records.json?app=${app}&query=order+by+$id+asc`, { headers });
  const { records } = (await response.json()) as { records: Array<Record<string, unknown>> };
  return records.map((record) => record["カテゴリー"]);
}

it("shows a record's categories as a list of names, where categories are on", async () => {
  expect(await cells(1)).toEqual([
    { type: "CATEGORY", value: ["規程", "品質"] },
    { type: "CATEGORY", value: [] },
  ]);
});

it("shows no cell at all where they are off", async () => {
  expect(await cells(2)).toEqual([undefined, undefined]);
});
