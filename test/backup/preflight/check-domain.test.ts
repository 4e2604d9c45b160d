import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DomainPart } from "../../../src/archive/domain-lists";
import { checkDomain } from "../../../src/backup/preflight/check-domain";
import type { Connection } from "../../../src/kintone/connection/connection";
import { createRestDomain } from "../../../src/kintone/reading/rest-domain";
import { createRestSource } from "../../../src/kintone/reading/rest-source";
import { addToken, everybody, localKintone, manager } from "../../kintone/local-kintone";
import { target } from "../scripted-run";

const kintone = localKintone();
const { domain } = kintone;
const BOTH = ["spaces", "people"] as const;

beforeAll(() => {
  domain.people.addOrganization({ code: "qa", name: "品質保証" });
  domain.people.addGroup({ code: "leaders", name: "リーダー" });
  for (let index = 0; index < 120; index += 1) {
    domain.people.addUser({ code: `user${index}`, name: `利用者${index}`, password: "kintone", groups: ["leaders"] });
  }
  domain.spaces.add({ id: 1, name: "全社", administrators: ["admin"] });
  domain.spaces.add({ id: 2, name: "人事", isPrivate: true, administrators: ["admin"] });
  domain.people.users.get("sato")!.systemAdministrator = true;
  const app = domain.addApp({ id: 1, name: "検査", creator: "admin", properties: {}, acl: [manager, everybody] });
  addToken(app, "t", true);
});
beforeEach(() => {
  domain.course = "wide";
  kintone.sent.length = 0;
});
afterEach(() => domain.faults.clear());

/** The problems that a run with this connection would have with what belongs to no app. */
async function found(
  connection: Connection,
  { parts = BOTH, spacesLeftOut = [] }: { parts?: readonly DomainPart[]; spacesLeftOut?: string[] } = {},
): Promise<object[]> {
  const { reader } = createRestSource(connection, { userCode: undefined });
  const around = { source: createRestDomain(connection), reader, requestsAtOnce: 2, beat: () => undefined };
  const targets = [target("1"), target("9", { guestSpaceId: "3" })];
  const problems = await checkDomain(parts, { ...around, targets, spacesLeftOut });
  return problems.map(({ code, facts, answer }) => ({ code, facts, answered: answer?.code }));
}

describe("what belongs to no app, checked before a run", () => {
  it("is in order for a member of every space; of people, a page of each list is asked for", async () => {
    expect(await found(kintone.connection.as("admin"))).toEqual([]);
    const ofPeople = kintone.sent.filter((request) => request.includes("/v1/") && !request.includes("/k/"));
    expect(ofPeople.map((request) => /\/v1\/([^?]*)/.exec(request)![1])).toEqual([
      ...["users.json", "organizations.json", "groups.json"],
      ...["organizations.json", "organization/users.json", "groups.json", "group/users.json"],
    ]);
    expect(kintone.sent.filter((request) => !/^(GET|POST \(GET\)) /.test(request))).toEqual([]);
  });

  it("would lack the spaces that the user may not read, each by its id", async () => {
    expect(await found(kintone.connection.as("sato"))).toEqual([
      { code: "DOMAIN_NOT_READABLE", facts: { spaces: ["2"] }, answered: "CB_NO02" },
    ]);
    expect(await found(kintone.connection.as("sato"), { spacesLeftOut: ["2"] })).toEqual([]);
    expect(await found(kintone.connection.as("sato"), { parts: ["people"] })).toEqual([]);
  });

  it("would not be there at all for an API token", async () => {
    const lists = ["plugins", "users", "organizations", "groups", "memberships"];
    expect(await found(kintone.connection.withToken("t"))).toMatchObject([
      { code: "DOMAIN_NOT_READABLE", facts: { lists, spaces: ["3"] } },
    ]);
  });

  it("is named when kintone does not give it just now", async () => {
    domain.faults.add({ when: { path: "group/users.json" }, do: { kind: "error", code: "GAIA_DA02" } });
    expect(await found(kintone.connection.as("admin"))).toMatchObject([
      { code: "UNAVAILABLE", facts: { lists: ["memberships"] } },
    ]);
  });
});
