import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { type Emulator, startEmulator } from "../server";

const domain = createDomain();
const { people, spaces } = domain;
let emulator: Emulator;

beforeAll(async () => {
  people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  people.addOrganization({ code: "factory", name: "工場" });
  people.addOrganization({ code: "qa", name: "品質保証", parentCode: "factory" });
  people.addGroup({ code: "leaders", name: "リーダー" });
  people.addUser({
    ...{ code: "sato", name: "佐藤", password: "kintone", organizations: ["qa"], groups: ["leaders"] },
    titles: { qa: { code: "chief", name: "課長" } },
  });
  people.addUser({ code: "guest/a@example.com", name: "取引先", password: "kintone", isGuest: true });
  for (let index = 0; index < 150; index += 1) {
    people.addUser({ code: `user${index}`, name: `利用者${index}`, password: "kintone", groups: ["leaders"] });
  }
  spaces.add({ id: 1, name: "公開", administrators: ["admin"] });
  spaces.add({ id: 2, name: "非公開", isPrivate: true, administrators: ["sato"] });
  spaces.add({ id: 3, name: "仕入先", isGuest: true, administrators: ["admin"] });
  const app = domain.addApp({ id: 1, name: "検査", creator: "admin", properties: {} });
  app.tokens.push({ token: "secret", view: true, add: true, edit: true, delete: true, manage: true });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());

async function ask(path: string, user = "sato") {
  const headers: Record<string, string> =
    user === "token"
      ? { "x-cybozu-api-token": "secret" }
      : { "x-cybozu-authorization": Buffer.from(`${user}:kintone`).toString("base64") };
  const response = await fetch(`${emulator.url}${path}`, { headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const codes = (items: unknown) => (items as Array<{ code: string }>).map(({ code }) => code);

describe("the User API", () => {
  it("lists users by their ids, a hundred a page, and no guests", async () => {
    const first = codes((await ask("/v1/users.json")).body.users);
    const second = codes((await ask("/v1/users.json?offset=100")).body.users);
    expect(first.slice(0, 3)).toEqual(["admin", "sato", "user0"]);
    expect([first.length, second.length]).toEqual([100, 52]);
    expect([...first, ...second]).not.toContain("guest/a@example.com");
    expect(codes((await ask("/v1/users.json?size=2&offset=1")).body.users)).toEqual(["sato", "user0"]);
    expect((await ask("/v1/users.json?codes[0]=sato")).body.users).toMatchObject([
      { id: "2", code: "sato", name: "佐藤", valid: true, primaryOrganization: "qa" },
    ]);
  });

  it("refuses a page of more than a hundred or of none, and ids together with codes", async () => {
    for (const wrong of ["size=101", "size=0", "offset=-1", "ids[0]=1&codes[0]=sato"]) {
      expect(await ask(`/v1/users.json?${wrong}`)).toMatchObject({ status: 400, body: { code: "CB_VA01" } });
    }
  });

  it("tells who is in an organization, with the title, and who is in a group", async () => {
    expect(codes((await ask("/v1/organizations.json")).body.organizations)).toEqual(["factory", "qa"]);
    expect((await ask("/v1/organization/users.json?code=qa")).body.userTitles).toMatchObject([
      { user: { code: "sato" }, title: { code: "chief", name: "課長" } },
    ]);
    expect(codes((await ask("/v1/groups.json")).body.groups)).toEqual(["leaders"]);
    expect(codes((await ask("/v1/group/users.json?code=leaders&offset=100")).body.users)).toHaveLength(51);
    expect(await ask("/v1/group/users.json?code=nobody")).toMatchObject({ status: 400, body: { code: "CB_VA01" } });
  });

  it("refuses as kintone does when it is told to be busy", async () => {
    domain.faults.add({ when: { path: "users.json", times: 1 }, do: { kind: "error", code: "GAIA_TO04" } });
    expect(await ask("/v1/users.json")).toMatchObject({ status: 429, body: { code: "GAIA_TO04" } });
  });

  it("tells guests and API tokens nothing", async () => {
    for (const path of ["users", "organizations", "groups", "organization/users", "group/users"]) {
      expect(await ask(`/v1/${path}.json?code=qa`, "guest/a@example.com")).toMatchObject({
        ...{ status: 403, body: { code: "CB_NO02" } },
      });
      expect(await ask(`/v1/${path}.json?code=qa`, "token")).toMatchObject({
        status: 403,
        body: { code: "GAIA_NO01" },
      });
    }
  });
});

it("statistics of spaces are of the Wide course, and of what one may see", async () => {
  expect(await ask("/k/v1/spaces/statistics.json", "admin")).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
  domain.course = "wide";
  const seenBy = async (user: string) =>
    ((await ask("/k/v1/spaces/statistics.json", user)).body.spaces as Array<{ id: string }>).map(({ id }) => id);
  expect(await seenBy("admin")).toEqual(["1", "2", "3"]);
  expect(await seenBy("sato")).toEqual(["1", "2"]);
  expect(await ask("/k/v1/spaces/statistics.json", "token")).toMatchObject({ status: 403 });
});

it("installed plugins are told to everybody, but to no token", async () => {
  expect(await ask("/k/v1/plugins.json")).toMatchObject({ status: 200, body: { plugins: [] } });
  expect(await ask("/k/v1/plugins.json", "token")).toMatchObject({ status: 403, body: { code: "GAIA_NO01" } });
});
