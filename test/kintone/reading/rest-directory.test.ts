import { beforeAll, describe, expect, it } from "vitest";
import { createRestDirectory } from "../../../src/kintone/reading/rest-directory";
import { createRestRecordRights } from "../../../src/kintone/reading/rest-record-rights";
import { addToken, localKintone } from "../local-kintone";

const kintone = localKintone();
const { people } = kintone.domain;
const { connection } = kintone;

beforeAll(() => {
  people.addOrganization({ code: "factory", name: "工場" });
  people.addGroup({ code: "leaders", name: "リーダー" });
  people.addUser({ code: "left", name: "退職", password: "kintone", isInactive: true });
  people.addUser({ code: "guest/a@example.com", name: "取引先", password: "kintone", isGuest: true });
  const app = kintone.domain.addApp({
    ...{ id: 1, name: "検査", creator: "admin" },
    properties: { 品番: { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番" } },
  });
  app.addRecord({ 品番: { value: "1" } });
  app.addRecord({ 品番: { value: "2" } });
});

describe("who there is", () => {
  it("is told of those that are asked for, and nobody else", async () => {
    const directory = createRestDirectory(connection.as("sato"));
    expect(await directory.known("users", ["left", "admin", "ghost"])).toEqual(
      new Map([
        ["admin", { name: "管理者", isActive: true }],
        ["left", { name: "退職", isActive: false }],
      ]),
    );
    expect([...(await directory.known("organizations", ["factory", "none"])).keys()]).toEqual(["factory"]);
    expect([...(await directory.known("groups", ["leaders", "none"])).values()]).toEqual([
      { name: "リーダー", isActive: true },
    ]);
  });

  it("is told to no guest, and to no token", async () => {
    const guest = createRestDirectory(connection.as("guest/a@example.com"));
    await expect(guest.known("users", ["admin"])).rejects.toMatchObject({ code: "NO_PERMISSION" });
    addToken(kintone.domain.apps.get(1)!, "token", true);
    const token = createRestDirectory(connection.withToken("token"));
    await expect(token.known("users", ["admin"])).rejects.toMatchObject({ code: "NO_PERMISSION" });
  });
});

describe("rights on records", () => {
  it("are those of who asks, in records and fields", async () => {
    const app = kintone.domain.apps.get(1)!;
    const sato = { type: "USER", code: "sato" };
    app.change({
      fieldAcl: [{ code: "品番", entities: [{ entity: sato, accessibility: "READ", includeSubs: false }] }] as never,
    });
    app.deploy("admin");
    const [right, ...others] = await createRestRecordRights(connection.as("sato")).of({ appId: "1" }, ["1", "2"]);
    expect([right?.id, right?.editable, right?.deletable, others.length]).toEqual(["1", true, true, 1]);
    expect(right?.fields.get("品番")).toEqual({ viewable: true, editable: false });
  });

  it("of a record that is not there are refused", async () => {
    const rights = createRestRecordRights(connection.as("sato")).of({ appId: "1" }, ["1", "99"]);
    await expect(rights).rejects.toMatchObject({ code: "RECORD_NOT_FOUND", facts: { app: "1" } });
  });
});
