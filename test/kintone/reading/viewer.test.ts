import { beforeAll, expect, it } from "vitest";
import { addToken, localKintone } from "../local-kintone";

const kintone = localKintone();
const { people, spaces } = kintone.domain;

beforeAll(() => {
  people.addOrganization({ code: "factory", name: "工場" });
  people.addOrganization({ code: "qa", name: "品質保証", parentCode: "factory" });
  people.addOrganization({ code: "lab", name: "試験室", parentCode: "qa" });
  people.addGroup({ code: "leaders", name: "リーダー" });
  people.addUser({
    ...{ code: "kato", name: "加藤", password: "kintone" },
    ...{ organizations: ["lab"], groups: ["leaders"] },
  });
  people.addUser({ code: "guest/a@example.com", name: "取引先", password: "kintone", isGuest: true });
  spaces.byId.get(3)!.members.push("guest/a@example.com");
});

it.each(["as", "inSessionOf"] as const)("a user is told by everything that a permission can name: %s", async (way) => {
  kintone.sent.length = 0;
  const source = kintone[way]("kato");
  const kato = {
    code: "kato",
    membership: { groups: ["everyone", "leaders"], organizations: ["lab"], organizationsAbove: ["qa", "factory"] },
  };
  expect(await source.viewer()).toEqual(kato);
  expect(await source.viewer()).toEqual(kato);
  expect(kintone.sent).toEqual([
    "GET /v1/user/groups.json?code=kato",
    "GET /v1/user/organizations.json?code=kato",
    "GET /v1/organizations.json?codes[0]=qa",
    "GET /v1/organizations.json?codes[0]=factory",
  ]);
});

it("of a guest, kintone tells nothing", async () => {
  expect(await kintone.as("guest/a@example.com").viewer()).toEqual({ code: "guest/a@example.com" });
});

it("a token is nobody whom a permission names", async () => {
  const app = kintone.domain.addApp({ id: 1, name: "検査", creator: "admin", properties: {} });
  addToken(app, "token", true);
  expect(await kintone.withToken("token").viewer()).toBeUndefined();
});
