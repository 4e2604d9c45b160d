import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lastingGaps } from "../../../src/domain/accepted-gap";
import type { App } from "../../emulator/domain/app";
import type { RecordRight } from "../../emulator/domain/app-settings";
import { addInspections } from "./inspections";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
let app: App;

beforeAll(() => {
  domain.people.addOrganization({ code: "factory", name: "工場" });
  domain.people.addOrganization({ code: "qa", name: "品質保証", parentCode: "factory" });
  domain.people.users.get("admin")!.organizations.push("qa");
  const entity = { type: "GROUP", code: "everyone" };
  const acl = [{ entity: { type: "USER", code: "sato" }, recordViewable: true }];
  app = addInspections(domain, {
    id: 8,
    name: "検査",
    records: 100,
    acl: [{ entity, recordViewable: true, appEditable: true }],
  });
  addInspections(domain, {
    id: 9,
    name: "検査",
    records: 10,
    acl: [...acl, { entity, recordViewable: true, appEditable: true }],
  });
});
beforeEach(() => setRules([]));

const permit = (type: string, code: string, viewable: boolean, includeSubs = false) => ({
  ...{ entity: { type, code }, viewable, includeSubs, editable: false, deletable: false },
});

function setRules(rules: RecordRight[]): void {
  app.live!.recordAcl = rules;
}

const NEWER: RecordRight = {
  filterCond: "$id > 20",
  entities: [permit("USER", "sato", false), permit("GROUP", "everyone", true)],
};
const recordsOnly = {
  include: { records: true, attachments: false, comments: false, settings: false, administration: false },
};

describe("records that permissions hide from the run's user", () => {
  it("are a gap of their own kind, in result, manifest and README, even when settings are left out", async () => {
    setRules([NEWER]);
    const run = await kintone.backUp([target(app.id, recordsOnly)], { as: { username: "sato" } });
    expect(run.outcome.results[0]).toMatchObject({ status: "partial", records: 20 });
    expect(run.outcome.results[0]!.problems).toMatchObject([
      { step: "records", error: { code: "RECORDS_MAY_BE_HIDDEN", facts: { hidden: "rules", app: "8" } } },
    ]);
    expect(run.facts("8").missing).toContainEqual(
      expect.objectContaining({ code: "NOT_READABLE", what: "hidden-records" }),
    );
    expect(run.text("README.txt")).toContain("Records that the user who ran the backup may not view");
    expect(run.log).toContain("may hide records from you");
  });

  it("are none where it can be shown that the rules let the user see all", async () => {
    setRules([NEWER, { filterCond: "$id > 0", entities: [permit("ORGANIZATION", "factory", true, true)] }]);
    const run = await kintone.backUp([target(app.id)]);
    expect([run.outcome.status, run.problems]).toEqual(["success", []]);
    expect(run.outcome.results[0]!.records).toBe(100);
  });

  it("may be some where the user may not see the rules", async () => {
    const run = await kintone.backUp([target(9, recordsOnly)], { as: { username: "sato" } });
    expect(run.outcome.results[0]!.problems).toMatchObject([
      { error: { code: "RECORDS_MAY_BE_HIDDEN", facts: { hidden: "unknown" }, answer: { code: "CB_NO02" } } },
    ]);
  });

  it.each([
    ["in between", NEWER, "rules"],
    ["in between, and show all again", { ...NEWER, entities: [permit("GROUP", "everyone", true)] }, "changed"],
  ])("may be some when the rules change %s", async (_, rule, hidden) => {
    const run = await kintone.backUp([target(app.id, recordsOnly)], {
      as: { username: "sato" },
      before: async (request) => {
        if (request.purpose === "versions") setRules([rule]);
      },
    });
    expect(run.outcome.results[0]!.problems).toMatchObject([
      { error: { code: "RECORDS_MAY_BE_HIDDEN", facts: { hidden } } },
    ]);
  });

  it("are not asked about where nobody is meant: a token sees what its app has", async () => {
    setRules([NEWER]);
    app.tokens.push({ token: "token", view: true, add: false, edit: false, delete: false, manage: true });
    const run = await kintone.backUp([target(app.id, recordsOnly)], { as: { apiTokens: ["token"] } });
    expect([run.problems, run.outcome.results[0]!.records]).toEqual([[], 100]);
  });

  it("are no reason against success when just that was accepted, and are named in every place all the same", async () => {
    setRules([NEWER]);
    const [first] = (await kintone.backUp([target(app.id, recordsOnly)], { as: { username: "sato" } })).outcome.results;
    const acceptance = { reason: "営業の分は別に保存", by: "admin", at: "2026-11-29T03:00:00.000Z" };
    const acceptedGaps = lastingGaps(first!.problems[0]!.error).map((gap) => ({ gap, ...acceptance }));
    const asked = target(app.id, { ...recordsOnly, acceptedGaps });

    const run = await kintone.backUp([asked], { as: { username: "sato" } });
    expect(run.outcome.results[0]).toMatchObject({
      ...{ status: "success", problems: [] },
      accepted: [{ error: { code: "RECORDS_MAY_BE_HIDDEN" }, accepted: acceptedGaps }],
    });
    expect(run.facts("8").missing).toContainEqual(
      expect.objectContaining({ what: "hidden-records", accepted: acceptance }),
    );
    expect(run.text("README.txt")).toContain("Records that the user who ran the backup may not view");
    expect(run.log).toContain("営業の分は別に保存");

    setRules([{ ...NEWER, filterCond: "$id > 10" }]);
    const narrower = await kintone.backUp([asked], { as: { username: "sato" } });
    expect([narrower.outcome.status, narrower.problems]).toEqual(["partial", ["RECORDS_MAY_BE_HIDDEN"]]);
  });
});
