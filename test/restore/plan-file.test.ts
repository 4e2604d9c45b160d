import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/root";
import { type PlanFile, toPlanFile, wrongPlan } from "../../src/restore/plan/plan-file";
import { parsePlanFile } from "../../src/restore/plan/read-plan-file";
import type { RestorePlan } from "../../src/restore/plan/restore-plan";
import type { RestoreChoices } from "../../src/restore/plan/restore-choices";
import { EVERYTHING } from "./write/restore";

const plan: RestorePlan = {
  add: ["3", "9"],
  putBack: [{ id: "5", presentId: "12", revision: "2", fields: ["数量"] }],
  remove: [],
};
const decided: RestoreChoices = {
  ...EVERYTHING,
  remove: "surplus",
  selection: { ids: ["3"], condition: '判定 in ("良")', changed: { from: "2026-11-01T00:00:00Z" }, onlyDeleted: true },
  bytes: true,
  ...{ fields: ["数量"], renamed: { 品番: "品目" }, leftOutFields: ["備考"], leftOutRecords: ["7"] },
  given: { 顧客: "不明", 担当: ["sato"] },
  replaced: { users: { tanaka: "sato", gone: null }, organizations: {}, groups: {} },
  options: { 判定: { 良: "合格" } },
  confirmed: { large: true, removals: { appName: "検査", records: 3 } },
};
const file: Omit<PlanFile, "planned"> = {
  archive: { runId: "20261123T030000Z-4f9a1c", digest: "a".repeat(64) },
  archivedApp: "12",
  app: { baseUrl: "https://example.cybozu.com", appId: "12", guestSpaceId: "5", name: "検査" },
  matching: { by: "key", field: "品番" },
  choices: decided,
  asking: { now: "2026-11-30T00:00:00Z", timeZone: "Asia/Tokyo" },
};

function read(text: string): PlanFile {
  const parsed = parsePlanFile(text);
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.file;
}

/** The file with something in it changed, as JSON. */
function changed(change: (whole: Record<string, never>) => void): string {
  const whole = JSON.parse(toPlanFile({ ...file, planned: plan })) as Record<string, never>;
  change(whole);
  return JSON.stringify(whole);
}

describe("a plan as a file", () => {
  it("is read as it was written", () => {
    const { planned, ...others } = read(toPlanFile({ ...file, planned: plan }));
    expect(others).toEqual({ formatVersion: 1, ...file });
    expect(planned).toMatchObject({ add: 2, putBack: 1, remove: 0 });
  });

  it("that people write needs no more than what is decided in it", () => {
    const { archive, archivedApp, app } = file;
    const written = { formatVersion: 1, archive, archivedApp, app: { ...app, baseUrl: "https://example.cybozu.com/" } };
    const {
      choices,
      matching,
      planned,
      app: read_,
    } = read(JSON.stringify({ ...written, choices: { addMissing: true } }));
    expect(choices).toEqual({ ...EVERYTHING, putBack: false });
    expect([matching, planned, read_.baseUrl]).toEqual([{ by: "id" }, undefined, "https://example.cybozu.com"]);
  });

  it("is described by an example that can be carried out", () => {
    const page = readFileSync(path.join(root, "docs/restore-plan.md"), "utf8");
    const { choices } = read(/```json\n(.*?)```/s.exec(page)?.[1] ?? "");
    expect(choices).toMatchObject({ renamed: { price: "unit_price" }, confirmed: { large: true } });
    const undescribed = Object.keys(decided).filter((member) => !page.includes(`\`${member}\``));
    expect(undescribed).toEqual([]);
  });

  it.each<[string, string, object]>([
    ["is no JSON", "{", { reason: "not-json" }],
    [
      "is of a newer program",
      changed((whole) => Object.assign(whole, { formatVersion: 2 })),
      { reason: "newer-version", version: 2 },
    ],
    ["is another file", "[]", { reason: "no-plan" }],
    ["lacks something", changed((whole) => delete whole.archive), { reason: "missing", field: "archive" }],
    [
      "has a slip of the pen",
      changed((whole) => Object.assign(whole.choices!, { leftoutFields: ["a"] })),
      { reason: "unknown-name", field: "choices.leftoutFields" },
    ],
    [
      "has ids that are none",
      changed((whole) => Object.assign(whole.choices!, { leftOutRecords: ["1", "x"] })),
      { reason: "unreadable", field: "choices.leftOutRecords.1" },
    ],
    [
      "has another moment",
      changed((whole) => Object.assign(whole.choices!, { selection: { changed: { to: "yesterday" } } })),
      { reason: "unreadable", field: "choices.selection.changed.to" },
    ],
    [
      "has a digest that is none",
      changed((whole) => Object.assign(whole.archive!, { digest: "ab" })),
      { reason: "unreadable", field: "archive.digest" },
    ],
  ])("that %s is refused by name", (_what, text, problem) => {
    expect(parsePlanFile(text)).toEqual({ problems: [problem] });
  });

  it("is for one archive, one app, and exactly what was shown", () => {
    const whole = read(toPlanFile({ ...file, planned: plan }));
    const { archive, archivedApp, app } = file;
    const atHand = { archive, archivedApp, app, plan };
    expect(wrongPlan(whole, atHand)).toBeUndefined();
    expect(wrongPlan(whole, { ...atHand, archive: { ...archive, digest: "b".repeat(64) } })).toMatchObject({
      reason: "another-archive",
    });
    expect(wrongPlan(whole, { ...atHand, app: { ...app, appId: "13" } })).toEqual({
      ...{ reason: "another-app", expected: "https://example.cybozu.com/k/guest/5/12/" },
      found: "https://example.cybozu.com/k/guest/5/13/",
    });
    const [change] = plan.putBack;
    const later = { ...plan, putBack: [{ ...change!, revision: "3" }] };
    expect(wrongPlan(whole, { ...atHand, plan: later })).toMatchObject({
      reason: "another-plan",
      found: { putBack: 1 },
    });
    const { planned: _planned, ...byHand } = whole;
    expect(wrongPlan(byHand, { ...atHand, plan: later })).toBeUndefined();
  });
});
