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
    layout: [
      { type: "ROW", fields: [field("SINGLE_LINE_TEXT", "品番"), field("DROP_DOWN", "判定"), field("DATE", "検査日")] },
      { type: "SUBTABLE", code: "明細", fields: [field("NUMBER", "数")] },
      {
        type: "ROW",
        fields: [
          { type: "LABEL", label: "見出し" },
          { type: "SPACER", elementId: "place" },
        ],
      },
    ],
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
  it.each(["form.json", "preview/form.json"])("%s lists what is placed on the form", async (path) => {
    const { properties } = (await ask(`${path}?app=1`)) as { properties: unknown[] };
    expect(properties).toMatchObject([
      { code: "品番", type: "SINGLE_LINE_TEXT", required: "true", noLabel: "false", defaultValue: null },
      { code: "判定", options: ["否", "良"], required: "false" },
      { code: "検査日", defaultExpression: "NOW" },
      {
        code: "明細",
        fields: [{ code: "数", type: "NUMBER", minValue: null, digit: "false", unitPosition: "BEFORE" }],
      },
      { type: "LABEL", label: "見出し" },
      { type: "SPACER", elementId: "place" },
    ]);
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
