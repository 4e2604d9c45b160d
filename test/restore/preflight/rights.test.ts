import { beforeEach, describe, expect, it } from "vitest";
import { addInspections } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { restorableKintone } from "../archived-app";
import { checkedRestore, obstacle } from "./checked-restore";

const kintone = restorableKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

const remove = (app: App, ids: number[]) => kintone.witness().record.deleteRecords({ app: app.id, ids });
const update = (app: App, id: number) =>
  kintone.witness().record.updateRecord({ app: app.id, id, record: { 数量: { value: "999" } } });
const sato = { type: "USER", code: "sato" };

/** Three records: the first one is gone, the others differ, and a fourth one is not in the archive. */
async function scene(acl: Partial<App["preview"]>) {
  const app = addInspections(domain, { records: 3 });
  const archived = await kintone.archive(app.id);
  await remove(app, [1]);
  for (const id of [2, 3]) await update(app, id);
  app.addRecord({ 品番: { value: "new" } });
  app.change(acl);
  app.deploy("admin");
  const look = async (userCode: string) =>
    (await checkedRestore(kintone, archived, { userCode, choices: { remove: "surplus-and-newer" } })).obstacles;
  return { app, look };
}

const rights = (...lacking: string[]) => {
  const flags = ["appEditable", "recordViewable", "recordAddable", "recordEditable", "recordDeletable"];
  const others = ["recordImportable", "recordExportable"];
  return Object.fromEntries([...flags, ...others].map((flag) => [flag, !lacking.includes(flag)])) as never as object;
};
const appAcl = (...lacking: string[]) => ({
  appAcl: [{ entity: sato, includeSubs: false, ...rights(...lacking) }] as never,
});

describe("rights", () => {
  it("are all there: nothing is said", async () => {
    const { look } = await scene({});
    const obstacles = await look("admin");
    expect(obstacles.filter(({ code }) => /RIGHT|FIELD|MANAGED/.test(code))).toEqual([]);
  });

  it("on the app are known to those who manage it", async () => {
    const { look } = await scene(appAcl("recordAddable", "recordDeletable"));
    const lacking = (await look("sato")).filter(({ code }) => code === "RIGHT");
    expect(lacking).toMatchObject([
      { right: "add", lacking: "certain", weight: "stops", ways: [{ way: "leave-mode", mode: "add" }] },
      { right: "remove", lacking: "certain", weight: "stops" },
    ]);
  });

  it("of others are known for records that are there, and not for new ones", async () => {
    const { look } = await scene(appAcl("appEditable", "recordEditable"));
    const obstacles = await look("sato");
    expect(obstacle(obstacles, "RIGHT")).toMatchObject({ right: "add", lacking: "unknown", weight: "told" });
    expect(obstacle(obstacles, "NOT_MANAGED")).toMatchObject({ records: 1 });
    expect(obstacle(obstacles, "RECORD_RIGHT")).toMatchObject({
      ...{ right: "putBack", weight: "asks", records: { ids: ["2", "3"] } },
      ways: [
        { way: "leave-out-records", ids: ["2", "3"] },
        { way: "leave-mode", mode: "putBack" },
      ],
    });
  });

  it("on single records and fields stand in the way of these alone", async () => {
    const entities = [{ entity: sato, viewable: true, editable: true, deletable: false, includeSubs: false }];
    const readOnly = entities.map((entity) => ({ ...entity, editable: false }));
    const { look } = await scene({
      recordAcl: [
        { filterCond: '判定 in ("良")', entities: readOnly },
        { filterCond: "", entities },
      ] as never,
      fieldAcl: [
        { code: "数量", entities: [{ entity: sato, accessibility: "READ", includeSubs: false }] },
        { code: "品番", entities: [{ entity: sato, accessibility: "NONE", includeSubs: false }] },
      ] as never,
      ...appAcl("appEditable"),
    });
    const obstacles = await look("sato");
    expect(obstacles.filter(({ code }) => code === "RECORD_RIGHT")).toMatchObject([
      { right: "putBack", records: { ids: ["2"] } },
      { right: "remove", records: { ids: ["4"] } },
    ]);
    expect(obstacle(obstacles, "FIELD_NOT_EDITABLE")).toMatchObject({ field: "数量", records: { ids: ["3", "1"] } });
    expect(obstacle(obstacles, "FIELD_HIDDEN")).toMatchObject({ field: "品番", weight: "asks" });
  });
});
