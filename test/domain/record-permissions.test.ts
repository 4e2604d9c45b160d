import fc from "fast-check";
import { expect, it } from "vitest";
import { showEveryRecord } from "../../src/domain/settings/record-permissions";
import type { Viewer } from "../../src/domain/viewer";
import { Permissions } from "../emulator/access/permissions";
import type { RecordRight } from "../emulator/domain/app-settings";
import { createDomain } from "../emulator/domain/domain";

const GROUPS = ["everyone", "qa-group", "sales-group"];
const ORGANIZATIONS = ["factory", "qa", "lab", "sales"];

const kintone = createDomain();
kintone.people.addOrganization({ code: "factory", name: "工場" });
kintone.people.addOrganization({ code: "qa", name: "品質保証", parentCode: "factory" });
kintone.people.addOrganization({ code: "lab", name: "試験室", parentCode: "qa" });
kintone.people.addOrganization({ code: "sales", name: "営業" });
kintone.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
const sato = kintone.people.addUser({
  ...{ code: "sato", name: "佐藤", password: "kintone" },
  ...{ organizations: ["lab"], groups: ["qa-group"] },
});
const app = kintone.addApp({
  ...{ id: 1, name: "検査", creator: "admin" },
  properties: {
    区分: { type: "SINGLE_LINE_TEXT", code: "区分", label: "区分" },
    担当: { type: "USER_SELECT", code: "担当", label: "担当" },
  },
});
const viewer: Viewer = {
  code: "sato",
  membership: { groups: ["everyone", "qa-group"], organizations: ["lab"], organizationsAbove: ["qa", "factory"] },
};
for (const kind of ["A", "B", ""])
  for (const people of [["sato"], ["admin"], []])
    app.addRecord({ 区分: { value: kind }, 担当: { value: people.map((code) => ({ code })) } });

const entity = fc.oneof(
  fc.constantFrom("sato", "admin").map((code) => ({ type: "USER", code })),
  fc.constantFrom(...GROUPS).map((code) => ({ type: "GROUP", code })),
  fc.constantFrom(...ORGANIZATIONS).map((code) => ({ type: "ORGANIZATION", code })),
  fc.constant({ type: "FIELD_ENTITY", code: "担当" }),
);
const rule: fc.Arbitrary<RecordRight> = fc.record({
  filterCond: fc.constantFrom("", '区分 in ("A")', '区分 = "B"', '区分 != ""'),
  entities: fc.array(
    fc.record({
      entity,
      viewable: fc.boolean(),
      editable: fc.constant(false),
      deletable: fc.constant(false),
      includeSubs: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});

/** What the local kintone itself lets the user see. */
function seesAll(recordAcl: RecordRight[]): boolean {
  app.live!.recordAcl = recordAcl;
  const permissions = new Permissions(kintone, app, { kind: "session", user: sato });
  return [...app.records.ascending()].every((record) => permissions.mayWithRecord(record, "viewable"));
}

it("nothing is said to be shown that kintone hides, whatever the rules", () => {
  let shown = 0;
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 3 }), (rights) => {
      if (!showEveryRecord({ rights }, viewer)) return;
      shown += 1;
      expect(seesAll(rights)).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(shown).toBeGreaterThan(50);
});

const of = (type: string, code: string, viewable: boolean, includeSubs = false) => ({
  ...{ entity: { type, code }, viewable, includeSubs },
});
const everyone = of("GROUP", "everyone", true);
const rights = (...rules: Array<Array<ReturnType<typeof of>>>) => ({
  rights: rules.map((entities, at) => ({ filterCond: at === rules.length - 1 ? "" : '区分 = "A"', entities })),
});

it.each([
  ["there are none", { rights: [] }, true],
  ["everybody is let in", rights([everyone]), true],
  ["the user is, before others are kept out", rights([of("USER", "sato", true), of("GROUP", "everyone", false)]), true],
  ["the user's organization is, by one above it", rights([of("ORGANIZATION", "factory", true, true)]), true],
  ["one above it is, but not what is below", rights([of("ORGANIZATION", "factory", true)]), false],
  ["whoever is named in the record is, and else everybody", rights([of("FIELD_ENTITY", "担当", true), everyone]), true],
  ["only whoever is named in the record is", rights([of("FIELD_ENTITY", "担当", true)]), false],
  ["one rule of two keeps the user out", rights([of("USER", "sato", false), everyone], [everyone]), false],
  ["nobody is named", rights([]), false],
  ["the answer has no rules at all", {}, false],
  ["the rules are nothing that is understood", { rights: [{ filterCond: "", entities: "everyone" }] }, false],
])("where %s: %#", (_, answer, shown) => {
  expect(showEveryRecord(answer, viewer)).toBe(shown);
});

it("where nobody tells where the user belongs, only what names the user or everybody counts", () => {
  const sure = { code: "sato" };
  expect(showEveryRecord(rights([everyone]), sure)).toBe(true);
  expect(showEveryRecord(rights([of("USER", "sato", true)]), sure)).toBe(true);
  expect(showEveryRecord(rights([of("GROUP", "qa-group", true)]), sure)).toBe(false);
  expect(showEveryRecord(rights([of("GROUP", "sales-group", false), everyone]), sure)).toBe(false);
  expect(showEveryRecord(rights([everyone]), { code: "guest/a@example.com" })).toBe(false);
});
