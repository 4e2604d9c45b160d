import { expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { parseQuery, printQuery } from "../query/query";
import { select } from "../records/select";

const domain = createDomain();
domain.people.addOrganization({ code: "org1", name: "org1" });
domain.people.addGroup({ code: "group1", name: "group1" });
domain.people.addUser({ code: "admin", name: "admin", password: "kintone", language: "en" });
domain.people.addUser({
  code: "user2",
  name: "user2",
  password: "kintone",
  organizations: ["org1"],
  groups: ["group1"],
});
// A login name like that of a group.
domain.people.addUser({ code: "group1", name: "group1", password: "kintone" });
const field = (type: string, code: string) => ({ type, code, label: code });
const app = domain.addApp({
  name: "people",
  creator: "admin",
  properties: { owner: field("USER_SELECT", "owner"), section: field("ORGANIZATION_SELECT", "section") },
});
app.addRecord({ owner: { value: [{ code: "admin" }] } }, { creator: "user2" });
app.addRecord({ section: { value: [{ code: "org1" }] } }, { creator: "group1" });

it.each([
  ['Created_by in (" ORGANIZATION", "org1")', [1]],
  ['Created_by not in (" ORGANIZATION", "org1")', [2]],
  ['Created_by in ("org1")', []],
  ['Created_by in (" GROUP", "group1")', [1]],
  ['Created_by in ("group1")', [2]],
  ['Created_by in (" USER", "user2")', [1]],
  ['owner in (" USER", LOGINUSER())', [1]],
  ['owner in (" ORGANIZATION", "org1", " USER", "admin")', [1]],
  ['section in (" ORGANIZATION", "org1")', [2]],
])("%s means people of that kind", (text, found) => {
  const asker = { domain, app, properties: app.settings.properties, userCode: "admin", timezone: "Asia/Tokyo" };
  const query = parseQuery(text);
  const records = select(query, asker, undefined, { limit: 100, count: false }).records;
  expect(records.map(({ id }) => id).sort()).toEqual(found);
  expect(printQuery(query)).toContain(text);
});
