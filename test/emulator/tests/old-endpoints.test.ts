import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

const domain = createDomain();
let emulator: Emulator;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  const field = (type: string, code: string) => ({ type, code, label: code });
  const options = { 良: { label: "良", index: "1" }, 否: { label: "否", index: "0" } };
  domain.addApp({
    id: 1,
    name: "検査",
    creator: "admin",
    properties: {
      品番: { ...field("SINGLE_LINE_TEXT", "品番"), required: true },
      判定: { ...field("DROP_DOWN", "判定"), options },
      検査日: { ...field("DATE", "検査日"), defaultNowValue: true },
      明細: { ...field("SUBTABLE", "明細"), fields: { 数: field("NUMBER", "数") } },
    },
  });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());

async function ask(path: string, body?: Record<string, unknown>): Promise<Record<string, unknown>> {
  const response = await fetch(`${emulator.url}/k/v1/${path}`, {
    method: body ? "PUT" : "GET",
    headers: {
      "x-cybozu-authorization": btoa("admin:kintone"),
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

/** What no official client calls any more, and kintone still answers. */
describe("an endpoint of the first version", () => {
  it.each(["form.json", "preview/form.json"])("%s lists the fields", async (path) => {
    const { properties } = (await ask(`${path}?app=1`)) as { properties: Array<{ code: string }> };
    const byCode = Object.fromEntries(properties.map((property) => [property.code, property]));
    expect(byCode["品番"]).toMatchObject({ type: "SINGLE_LINE_TEXT", required: true });
    expect(byCode["判定"]).toMatchObject({ options: ["否", "良"] });
    expect(byCode["検査日"]).toMatchObject({ defaultExpression: "NOW" });
    expect(byCode["明細"]).toMatchObject({ fields: [{ code: "数", type: "NUMBER" }] });
    expect(Object.keys(byCode)).not.toContain("ステータス");
  });

  it("writes permissions, and all that is pending goes live", async () => {
    domain.apps.get(1)?.change({ adminNotes: { content: "注意", includeInTemplateAndDuplicates: false } });
    const user = { type: "USER", code: "admin" };
    const rights = {
      app: [{ entity: { type: "CREATOR" }, appEditable: true, recordViewable: true }],
      record: [{ filterCond: '品番 = "A"', entities: [{ entity: user, viewable: true }] }],
      field: [{ code: "品番", entities: [{ entity: user, accessibility: "READ" }] }],
    };
    for (const [kind, given] of Object.entries(rights)) {
      const { revision } = await ask(`${kind}/acl.json`, { app: 1, rights: given });
      expect(await ask(`${kind}/acl.json?app=1`)).toMatchObject({ rights: given, revision });
    }
    expect(domain.apps.get(1)?.live?.adminNotes.content).toBe("注意");
  });
});
