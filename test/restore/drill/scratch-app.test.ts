import { describe, expect, it } from "vitest";
import { addInspections } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { restorableKintone } from "../archived-app";
import { ALL, drillsIn } from "./drilling";

const kintone = restorableKintone();
const { domain } = kintone;
const { drill, foresee, remember } = drillsIn(kintone);

const SPACE = 88;
const GUEST = { spaceId: SPACE } as const;

async function inGuestSpace(members: readonly string[]) {
  domain.spaces.byId.clear();
  const space = domain.spaces.add({
    id: SPACE,
    name: "取引先",
    isGuest: true,
    administrators: ["admin"],
    members: ["admin"],
  });
  const own = addInspections(domain, { records: 6, ...GUEST });
  const archived = await kintone.archive(own.id, { guestSpaceId: String(SPACE) });
  space.members = [...members];
  return { own, archived };
}

const scratchApps = (own: App) => [...domain.apps.values()].filter(({ id }) => id !== own.id);

describe("what is in a guest space", () => {
  it("is drilled within that space, and the same app is used again", async () => {
    const { archived } = await inGuestSpace(["admin"]);
    expect(await foresee(archived)).toMatchObject({ scratch: { name: "[復元訓練] 検査" }, expected: 6 });
    const { outcome, scratch } = await drill(archived);
    expect([outcome.verdict, scratch!.spaceId, scratch!.records.size]).toEqual(["passed", SPACE, 0]);
    const present = { appId: String(scratch!.id), guestSpaceId: String(SPACE), records: 0 };
    expect((await foresee(archived)).scratch).toMatchObject({ present });
    expect((await drill(archived)).scratch).toBe(scratch);
  });

  it("is drilled nowhere else where nobody may make apps there, and it is said why", async () => {
    const { own, archived } = await inGuestSpace([]);
    const { outcome } = await drill(archived);
    expect(outcome).toMatchObject({
      ...{ verdict: "stopped", stopped: { code: "NO_PERMISSION", facts: { guestSpaceId: String(SPACE) } } },
    });
    expect(scratchApps(own)).toEqual([]);
  });
});

describe("an app of a drill that was broken off", () => {
  it.each(["before-telling", "when-told"] as const)("is found by the next drill: %s", async (killed) => {
    const own = addInspections(domain, { records: 4 });
    const archived = await kintone.archive(own.id);
    expect((await drill(archived, { killed })).outcome.verdict).toBe("stopped");
    const [left, ...more] = scratchApps(own);
    expect([more, left!.live]).toEqual([[], undefined]);
    expect((await foresee(archived)).scratch.present).toEqual({ appId: String(left!.id), records: 0 });
    const { outcome, scratch } = await drill(archived);
    expect([outcome.verdict, scratch]).toEqual(["passed", left]);
    expect([scratch!.settings.general.name, scratchApps(own)]).toEqual(["[復元訓練] 検査", [left]]);
  });

  it("is not taken from somebody else, nor when it is live under such a name", async () => {
    const own = addInspections(domain, { records: 4 });
    const archived = await kintone.archive(own.id);
    remember([{ operatorCode: "sato", startedAt: new Date() }]);
    await drill(archived, { killed: "before-telling" });
    const [left] = scratchApps(own);
    remember([{ operatorCode: "sato", startedAt: new Date(), scratchAppId: String(left!.id) }]);
    expect((await foresee(archived)).scratch.present).toBeUndefined();
    remember([{ operatorCode: "admin", startedAt: new Date() }]);
    left!.deploy("admin");
    expect((await foresee(archived)).scratch.present).toBeUndefined();
  });
});

describe("what a drill would take", () => {
  it.each([
    ["a few records", 3],
    ["more than a batch", 130],
  ])("is no less than what it takes, and not much more, of %s", async (_what, records) => {
    const own = addInspections(domain, { records });
    const archived = await kintone.archive(own.id);
    const foreseen = await foresee(archived, ALL, 100);
    const { outcome, sent } = await drill(archived);
    // How often it is asked whether the app is live depends on how busy this machine is.
    const taken = sent.filter(({ path, method }) => path !== "preview/app/deploy.json" || method === "POST").length;
    expect(foreseen).toMatchObject({ archived: records, expected: records, files: outcome.counts.files });
    expect(foreseen.requests).toBeGreaterThanOrEqual(taken);
    expect(foreseen.requests).toBeLessThan(taken + 40);
    expect(foreseen.isOverBudget).toBe(foreseen.requests > 100);
  });
});
