import { beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../emulator/domain/app";
import { expectAgreement } from "./agreement";
import { addInspections } from "./inspections";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
let guestApp: App;
let spaceApp: App;

beforeAll(() => {
  domain.spaces.add({ id: 3, name: "仕入先", isGuest: true, administrators: ["admin"], members: ["sato"] });
  domain.spaces.add({ id: 5, name: "工場", administrators: ["admin"] });
  const everyone = { entity: { type: "GROUP", code: "everyone" }, recordViewable: true };
  const manager = { entity: { type: "USER", code: "admin" }, appEditable: true, recordViewable: true };
  guestApp = addInspections(domain, { id: 7, spaceId: 3, name: "仕入先の検査", records: 60 });
  spaceApp = addInspections(domain, { id: 8, spaceId: 5, name: "工場の検査", records: 60, acl: [manager, everyone] });
});

describe("an app in a guest space", () => {
  it("is backed up whole: records, files, comments, and the space's own settings", async () => {
    const run = await kintone.backUp([target(guestApp.id, { guestSpaceId: "3" })]);
    expect(run.outcome.status).toBe("success");
    await expectAgreement(run, kintone, { appId: guestApp.id, guestSpaceId: "3" });
    expect(run.text("guest-3-7/comments.jsonl")).toContain("確認 50");
    expect(run.text("guest-3-7/settings/space.json")).toContain("仕入先");
    expect(run.text("guest-3-7/settings/space/members.json")).toContain("sato");
    expect(run.facts("guest-3-7")).toMatchObject({ guestSpaceId: "3", appId: "7", comments: { written: 1 } });
  });

  it.each([undefined, "4"])(
    "that is not found under space %s fails by name, beside others that do not",
    async (space) => {
      const wrong = target(guestApp.id, space === undefined ? {} : { guestSpaceId: space });
      const run = await kintone.backUp([wrong, target(spaceApp.id)]);
      expect(run.outcome.status).toBe("partial");
      expect(run.outcome.results.map(({ status }) => status)).toEqual(["failed", "success"]);
      expect(run.problems).toHaveLength(1);
    },
  );
});

it("an app in an ordinary space has the settings of the space", async () => {
  const run = await kintone.backUp([target(spaceApp.id)]);
  expect(run.outcome.status).toBe("success");
  expect(run.text("8/settings/space.json")).toContain("工場");
  await expectAgreement(run, kintone, { appId: spaceApp.id });
});

describe("who may not manage the app", () => {
  it("gets every record, one problem that names the settings, and one that others may be hidden", async () => {
    const run = await kintone.backUp([target(spaceApp.id)], { as: { username: "sato" } });
    expect(run.outcome.status).toBe("partial");
    expect(run.problems.sort()).toEqual(["RECORDS_MAY_BE_HIDDEN", "SETTINGS_NOT_READABLE"]);
    await expectAgreement(run, kintone, { appId: spaceApp.id });
    const gaps = run.facts("8").missing.filter(({ code }) => code === "NOT_READABLE");
    expect(gaps.map(({ path }) => path).sort()).toEqual(
      expect.arrayContaining([
        "8/settings/app/acl.json",
        "8/settings/app/customize.json",
        "8/settings/app/plugins.json",
      ]),
    );
  });

  it("with a token likewise", async () => {
    spaceApp.tokens.push({ token: "secret-token", view: true, add: false, edit: false, delete: false, manage: false });
    const run = await kintone.backUp([target(spaceApp.id)], { as: { apiTokens: ["secret-token"] } });
    expect(run.outcome.status).toBe("partial");
    expect(run.problems).toEqual(["SETTINGS_NOT_READABLE"]);
    await expectAgreement(run, kintone, { appId: spaceApp.id });
    for (const bytes of run.contents.values()) expect(Buffer.from(bytes).includes("secret-token")).toBe(false);
    expect(run.log).not.toContain("secret-token");
  });
});
