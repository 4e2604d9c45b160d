import { beforeEach, describe, expect, it } from "vitest";
import { addInspection, addInspections, inspectionProperties } from "../backup/whole-runs/inspections";
import type { App } from "../emulator/domain/app";
import { compareForms } from "../../src/restore/compare/compared-forms";
import type { Matching } from "../../src/restore/compare/matching";
import { whyNotExact } from "../../src/restore/plan/why-not-exact";
import { restorableKintone } from "./archived-app";
import { EVERYTHING, restore } from "./write/restore";

const kintone = restorableKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

const BY_KEY: Matching = { by: "key", field: "品番" };
const keyed = { ...inspectionProperties, 品番: { ...inspectionProperties.品番, unique: true } };
const into = (app: App, matching: Matching = BY_KEY) => ({ appId: String(app.id), matching });
const values = (app: App, code: string) => [...app.records.ascending()].map((record) => record.values[code]);

/** An archive of ten records, and an app with the same form in which others have the same ids. */
async function archiveAndOther(properties: object = keyed) {
  const own = addInspections(domain, { records: 10, properties: properties as never });
  const archived = await kintone.archive(own.id);
  const other = domain.addApp({ name: "検査（別）", creator: "admin", properties: properties as never });
  return { archived, other };
}

describe("restoring into another app with the same fields", () => {
  it("knows records by a key: puts back those that are there, adds the others, and leaves what the archive does not have", async () => {
    const { archived, other } = await archiveAndOther();
    for (const number of [777, 9, 3]) addInspection(domain, other, number);
    const record = { 数量: { value: "0" } } as never;
    await kintone.witness().record.updateRecord({ app: other.id, id: 2, record });
    const { plan, written, left, counts } = await restore(kintone, archived, { into: into(other) });
    expect(plan).toMatchObject({
      add: ["1", "2", "4", "5", "6", "7", "8", "10"],
      putBack: [{ id: "9", presentId: "2", fields: ["数量"] }],
    });
    expect(written).toMatchObject({ counts: { added: 8, "put-back": 1, refused: 0 } });
    expect(left.filter(({ kind }) => kind !== "explained")).toEqual([]);
    expect(counts).toMatchObject({ archived: 10, present: 11, missing: 0, differs: 0, surplus: 0, newer: 0 });
    expect(new Set(values(other, "品番")).size).toBe(11);
    expect(values(other, "数量").slice(0, 3)).toEqual(["777", "9", "3"]);
  });

  it("knows records by a number, too", async () => {
    const properties = { ...inspectionProperties, 数量: { ...inspectionProperties.数量, unique: true } };
    const { archived, other } = await archiveAndOther(properties);
    other.addRecord({ 品番: { value: "P-7" }, 数量: { value: "7" } });
    const { plan } = await restore(kintone, archived, { into: into(other, { by: "key", field: "数量" }) });
    expect(plan).toMatchObject({ putBack: [{ id: "7", presentId: "1" }] });
    expect(plan.add).toHaveLength(9);
  });

  it("knows records without a key by the ids that they got, and gives none of them to two", async () => {
    const own = addInspections(domain, { records: 3, properties: keyed as never });
    for (const id of [1, 2]) {
      const record = { 品番: { value: "" } } as never;
      await kintone.witness().record.updateRecord({ app: own.id, id, record });
    }
    const archived = await kintone.archive(own.id);
    const other = domain.addApp({ name: "検査（別）", creator: "admin", properties: keyed as never });
    const { written, left } = await restore(kintone, archived, { into: into(other) });
    expect(written.counts).toMatchObject({ added: 3 });
    expect(left).toEqual([]);
    expect(other.records.size).toBe(3);

    const again = await restore(kintone, archived, { into: into(other), putBack: written.newIds });
    expect([again.plan.add, again.plan.putBack]).toEqual([[], []]);
    // Somebody gave one of them the key of another, whose record is gone.
    await kintone.witness().record.deleteRecords({ app: other.id, ids: [3] });
    const record = { 品番: { value: "P-3" } } as never;
    await kintone.witness().record.updateRecord({ app: other.id, id: 1, record });
    const { plan } = await restore(kintone, archived, { into: into(other), putBack: written.newIds });
    expect(plan).toMatchObject({ add: ["3"], putBack: [{ id: "1", presentId: "1", fields: ["品番"] }] });
  });

  it("adds everything where records are known by nothing, and nothing of it a second time", async () => {
    const { archived, other } = await archiveAndOther(inspectionProperties);
    for (const number of [1, 2]) addInspection(domain, other, number);
    const nothing = into(other, { by: "nothing" });
    const { written, left } = await restore(kintone, archived, { into: nothing });
    expect(written.counts).toMatchObject({ added: 10, "put-back": 0 });
    expect(left).toEqual([]);
    expect(values(other, "品番").slice(-10)).toEqual(Array.from({ length: 10 }, (_, index) => `P-${index + 1}`));
    const again = await restore(kintone, archived, { into: nothing, putBack: written.newIds });
    expect(again.plan).toEqual({ add: [], putBack: [], remove: [] });
    expect(other.records.size).toBe(12);
  });

  it("is refused where records could not be told apart, or all would be there twice", async () => {
    const { archived, other } = await archiveAndOther();
    const { source } = kintone.access();
    const why = (appId: string, matching?: Matching) => compareForms(archived, { appId }, source, matching);
    const here = String(other.id);
    expect(await why(here)).toMatchObject({ reason: "another-app" });
    expect(await why(here, { by: "key", field: "数量" })).toEqual({ reason: "no-key", field: "数量", keys: ["品番"] });
    expect(await why(here, { by: "key", field: "constructor" })).toMatchObject({ reason: "no-key" });
    expect(await why(archived.facts.appId, { by: "nothing" })).toEqual({ reason: "same-app", app: "検査" });
    expect(await why(archived.facts.appId, BY_KEY)).toMatchObject({ matching: BY_KEY });
    expect(whyNotExact(archived.facts, BY_KEY)).toEqual({ reason: "another-app" });
    expect(whyNotExact(archived.facts)).toBeUndefined();
  });

  it("stops before anything is known wrongly when who restores may not see the key", async () => {
    const { archived, other } = await archiveAndOther();
    addInspection(domain, other, 1);
    const entity = { type: "USER", code: "sato" };
    other.change({
      fieldAcl: [{ code: "品番", entities: [{ entity, accessibility: "NONE", includeSubs: false }] }] as never,
    });
    other.deploy("admin");
    const hidden = restore(kintone, archived, { into: into(other), choices: EVERYTHING, userCode: "sato" });
    await expect(hidden).rejects.toMatchObject({ code: "FIELD_NOT_READABLE", facts: { field: "品番" } });
  });
});
