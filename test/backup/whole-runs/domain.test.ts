import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { describeProblem } from "../../../src/screens/text/run/problem-sentence";
import { en } from "../../../src/screens/text/run/en";
import { type FinishedRun, backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
const { people, spaces, faults } = domain;
const BOTH = ["spaces", "people"] as const;

beforeAll(() => {
  people.addOrganization({ code: "factory", name: "工場" });
  people.addOrganization({ code: "qa", name: "品質保証", parentCode: "factory" });
  people.addGroup({ code: "leaders", name: "リーダー" });
  people.addUser({
    ...{ code: "kato", name: "加藤", password: "kintone", organizations: ["qa"], groups: ["leaders"] },
    titles: { qa: { code: "chief", name: "課長" } },
  });
  people.addUser({ code: "guest/a@example.com", name: "取引先", password: "kintone", isGuest: true });
  for (let index = 0; index < 240; index += 1) {
    people.addUser({ code: `user${index}`, name: `利用者${index}`, password: "kintone", groups: ["leaders"] });
  }
  spaces.add({ id: 1, name: "全社", administrators: ["kato"], body: "<b>ようこそ</b>" });
  spaces.add({ id: 2, name: "人事", isPrivate: true, administrators: ["kato"] });
  spaces.add({ id: 3, name: "仕入先", isGuest: true, administrators: ["admin"] });
  domain.addApp({ id: 1, name: "検査", creator: "admin", spaceId: 1, properties: {} });
  domain.addApp({ id: 4, name: "連絡", creator: "admin", spaceId: 3, properties: {} });
});
beforeEach(() => {
  domain.course = "standard";
});
afterEach(() => faults.clear());

const linesOf = (run: FinishedRun, list: string) =>
  run
    .text(`domain/${list}.jsonl`)
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const gapsOf = (run: FinishedRun) => run.manifest.domain!.missing.map(({ code, what, space }) => [code, what, space]);
const written = (run: FinishedRun) =>
  Object.fromEntries(run.manifest.domain!.lists.map((told) => [told.list, told.written]));

test("what was not asked for of the domain is not read, and not told of", async () => {
  const asked: string[] = [];
  const run = await kintone.backUp([target(1)], { before: ({ path }) => void asked.push(path) });
  expect(run.outcome.status).toBe("success");
  expect(run.manifest).toMatchObject({ formatVersion: 2 });
  expect(run.manifest.domain).toBeUndefined();
  expect(asked.filter((path) => /^(\/v1\/(users|groups|organizations)|plugins|apps|spaces\/.*)$/.test(path))).toEqual(
    [],
  );
  expect([...run.contents.keys()].filter((path) => path.startsWith("domain/"))).toEqual([]);
});

test("who there is, where they belong, and no more of them than who they are", async () => {
  const run = await kintone.backUp([target(1)], { domain: ["people"] });
  expect(run.outcome).toMatchObject({ status: "success", problems: [] });
  expect(run.manifest).toMatchObject({ formatVersion: 3, domain: { include: ["people"] } });
  expect(written(run)).toEqual({ users: 243, organizations: 2, groups: 1, memberships: 242 });
  const users = linesOf(run, "users");
  expect(users.map(({ code }) => code)).toEqual(
    [...people.users.values()].filter(({ isGuest }) => !isGuest).map(({ code }) => code),
  );
  expect(users[2]).toEqual({
    ...{
      id: "3",
      code: "kato",
      name: "加藤",
      surName: "加藤",
      givenName: "",
      surNameReading: "",
      givenNameReading: "",
    },
    ...{ localName: "", localNameLocale: "ja", valid: true, primaryOrganization: "qa", employeeNumber: "" },
    ...{ ctime: "2019-04-01T00:33:58Z", mtime: "2023-03-31T04:00:15Z" },
  });
  for (const personal of ["090-000-0000", "1991-04-17", "kato@example.com"]) {
    for (const [path, content] of run.contents)
      expect([path, new TextDecoder().decode(content).includes(personal)]).toEqual([path, false]);
  }
  expect(linesOf(run, "memberships").slice(0, 3)).toEqual([
    { organization: "qa", user: "kato", title: "chief" },
    { group: "leaders", user: "kato" },
    { group: "leaders", user: "user0" },
  ]);
  expect(gapsOf(run)).toEqual([
    ["EXCLUDED", "plugins", undefined],
    ["EXCLUDED", "spaces", undefined],
    ["EXCLUDED", "user-details", undefined],
    ["NOT_OFFERED_BY_KINTONE", "guest-users", undefined],
  ]);
  expect(run.text("README.txt")).toMatch(/users\.jsonl: 243 .*\n(.*\n)*.*E-mail addresses, telephone numbers/);
  expect(run.log).toContain("list of users: 243");
});

test("spaces are found by the apps in them, and guest spaces by the targets, on the smaller course", async () => {
  const run = await kintone.backUp([target(1), target(4, { guestSpaceId: "3" })], { domain: ["spaces"] });
  expect(run.outcome).toMatchObject({ status: "success", problems: [] });
  expect(linesOf(run, "spaces")).toMatchObject([
    {
      id: "1",
      space: { name: "全社", body: "<b>ようこそ</b>" },
      members: [{ entity: { code: "kato" }, isAdmin: true }],
    },
    { id: "3", space: { name: "仕入先", isGuest: true } },
  ]);
  expect(gapsOf(run)).toContainEqual(["NOT_OFFERED_BY_KINTONE", "unlisted-spaces", undefined]);
  expect(written(run)).toEqual({ plugins: 0, spaces: 2 });
});

test("a space that the user may not read is a gap with its id, and one problem of the run; the rest is there", async () => {
  domain.course = "wide";
  const run = await kintone.backUp([target(1)], { domain: BOTH });
  expect(run.outcome).toMatchObject({ status: "partial", results: [{ status: "success" }] });
  expect(linesOf(run, "spaces").map(({ id }) => id)).toEqual(["1", "3"]);
  expect(gapsOf(run)).toContainEqual(["NOT_READABLE", "space", "2"]);
  const [problem, ...others] = run.outcome.problems;
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ step: "domain", error: { code: "DOMAIN_NOT_READABLE", facts: { spaces: ["2"] } } });
  expect(describeProblem(en, problem!)).toMatch(/read space 2, .*\(CB_NO02\)$/);
  expect(run.text("README.txt")).toMatch(
    /Spaces: The user who ran the backup was not allowed to read them\.\n +space 2/,
  );
});

test("a space that the settings leave out is not asked for, and named in manifest and README; it makes nothing incomplete", async () => {
  domain.course = "wide";
  const asked: string[] = [];
  const run = await kintone.backUp([target(1)], {
    ...{ domain: ["spaces"], spacesLeftOut: ["2", "999"] },
    before: ({ path, parameter }) => void asked.push(`${path} ${parameter("id") ?? ""}`),
  });
  expect(run.outcome).toMatchObject({ status: "success", problems: [] });
  expect(linesOf(run, "spaces").map(({ id }) => id)).toEqual(["1", "3"]);
  expect(asked.filter((request) => /^space(\/members)? 2$/.test(request))).toEqual([]);
  expect(asked).toContain("space 1");
  expect(gapsOf(run).filter(([, what]) => what === "space")).toEqual([["EXCLUDED", "space", "2"]]);
  expect(run.text("README.txt")).toMatch(/Spaces: .*leave them out.*\n +space 2\n/);
});

test("to an API token, kintone tells nothing of it: every list is a gap, and the apps are backed up", async () => {
  domain.apps.get(1)!.tokens.push({ token: "t", view: true, add: true, edit: false, delete: false, manage: true });
  faults.add({
    when: { path: "apps.json" },
    do: { kind: "error", code: "CB_NO02" },
  });
  const run = await kintone.backUp([target(1)], { domain: BOTH, as: { apiTokens: ["t"] } });
  expect(run.outcome.status).toBe("partial");
  const lists = ["plugins", "spaces", "users", "organizations", "groups", "memberships"];
  expect(gapsOf(run)).toEqual(lists.map((list) => ["NOT_READABLE", list, undefined]));
  expect(run.outcome.problems).toMatchObject([{ error: { code: "DOMAIN_NOT_READABLE", facts: { lists } } }]);
  expect(run.manifest.domain!.lists).toEqual([]);
});

test("a list that cannot be had for a while is a gap that says so, and the others are read", async () => {
  faults.add({ when: { path: "groups.json" }, do: { kind: "unavailable", body: "text" } });
  const run = await kintone.backUp([target(1)], { domain: ["people"] });
  expect(run.outcome).toMatchObject({ status: "partial", results: [{ status: "success" }] });
  expect(run.outcome.problems).toMatchObject([
    { step: "domain", error: { code: "UNAVAILABLE", facts: { lists: ["groups", "memberships"] } } },
  ]);
  expect(written(run)).toEqual({ users: 243, organizations: 2 });
  expect(gapsOf(run).filter(([code]) => code === "FAILED")).toEqual([
    ["FAILED", "groups", undefined],
    ["FAILED", "memberships", undefined],
  ]);
});

test("who is removed between two pages hides nobody: the list is read again", async () => {
  let removed = false;
  const run = await kintone.backUp([target(1)], {
    domain: ["people"],
    before({ path, parameter }) {
      if (removed || path !== "/v1/users" || parameter("offset") !== "99") return;
      removed = true;
      people.users.delete("user5");
    },
  });
  expect(removed).toBe(true);
  expect(run.outcome.status).toBe("success");
  const codes = linesOf(run, "users").map(({ code }) => code);
  expect(codes).toEqual([...people.users.values()].filter(({ isGuest }) => !isGuest).map(({ code }) => code));
  people.addUser({ code: "user5", name: "利用者5", password: "kintone", groups: ["leaders"] });
});

test("a list that never rests is a gap, and no half of it is in the archive", async () => {
  let count = 0;
  const run = await kintone.backUp([target(1)], {
    domain: ["people"],
    before({ path, parameter }) {
      if (path === "/v1/users" && parameter("offset") === "99") people.users.delete(`user${(count += 1)}`);
    },
  });
  expect(run.outcome.problems).toMatchObject([{ error: { code: "DOMAIN_CHANGING", facts: { lists: ["users"] } } }]);
  expect(run.contents.has("domain/users.jsonl")).toBe(false);
  expect(count).toBe(3);
});

test("without any target, nothing of the domain is asked for", async () => {
  const run = await kintone.backUp([], { domain: BOTH });
  expect(run.problems).toEqual(["NO_TARGETS"]);
  expect(run.volumes).toEqual([]);
});
