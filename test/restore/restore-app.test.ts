import { beforeEach, describe, expect, it } from "vitest";
import { addInspection, addInspections } from "../backup/whole-runs/inspections";
import type { App } from "../emulator/domain/app";
import { restorableKintone } from "./archived-app";
import { restoredApp } from "./restored-app";
import { EVERYTHING } from "./write/restore";

const kintone = restorableKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

const restored = (appId: number, changes?: Parameters<typeof restoredApp>[2]) => restoredApp(kintone, appId, changes);

/** From sato. */
function hide(app: App, filterCond: string): void {
  const entity = { type: "USER", code: "sato" };
  const entities = [{ entity, viewable: false, editable: false, deletable: false, includeSubs: false }];
  app.change({ recordAcl: [{ filterCond, entities }] as never });
  app.deploy("admin");
}

const remove = (id: number, ids: number[]) => kintone.witness().record.deleteRecords({ app: id, ids });

describe("a restore of an app", () => {
  it("is as planned when everything is in kintone again, secured before the first write", async () => {
    const app = addInspections(domain, { records: 20 });
    const { outcome, steps, writes } = await restored(app.id, {
      damage: async () => void (await remove(app.id, [4, 10])),
    });
    expect(outcome).toMatchObject({ verdict: "as-planned", deviations: [], written: { counts: { added: 2 } } });
    expect([steps, writes.length]).toEqual([["kept", "secured"], 1]);
  });

  it("writes nothing when what is there now cannot be secured", async () => {
    const app = addInspections(domain, { records: 3 });
    const secure = () => Promise.reject(new Error("no room"));
    const damage = async () => void (await remove(app.id, [1]));
    await expect(restored(app.id, { secure, damage })).rejects.toThrow("no room");
    expect(app.records.size).toBe(2);
  });

  it("does not add what somebody else put back after it was compared", async () => {
    const app = addInspections(domain, { records: 6 });
    let again = 0;
    const { outcome, results } = await restored(app.id, {
      damage: async () => void (await remove(app.id, [2, 4])),
      async secure() {
        again = addInspection(domain, app, 4);
      },
      putBackNow: async () => new Map([["4", String(again)]]),
    });
    expect(outcome).toMatchObject({ verdict: "explained", written: { counts: { added: 1, "changed-meanwhile": 1 } } });
    expect(results).toMatchObject([
      { id: "4", outcome: "changed-meanwhile" },
      { id: "2", outcome: "added" },
    ]);
    expect(app.records.size).toBe(6);
  });

  it("is explained when kintone refuses some of it, each with its reason", async () => {
    const app = addInspections(domain, { records: 4 });
    const { outcome, results } = await restored(app.id, {
      async damage() {
        await remove(app.id, [1, 2]);
        const { 判定, ...others } = app.preview.properties;
        const { 良: _gone, ...options } = 判定!.options as Record<string, never>;
        app.change({ properties: { ...others, 判定: { ...判定!, options } } });
        app.deploy("admin");
      },
      choices: { ...EVERYTHING, putBack: false },
    });
    expect(outcome).toMatchObject({ verdict: "explained", notReached: 0 });
    expect(results.map(({ outcome: what }) => what).sort()).toEqual(["added", "refused"]);
  });

  it("leaves somebody who is gone where nothing else happened, and has nobody twice where something did", async () => {
    const properties = {
      ...{ 担当: { type: "USER_SELECT", code: "担当", label: "担当" } },
      品名: { type: "SINGLE_LINE_TEXT", code: "品名", label: "品名" },
    };
    const app = domain.addApp({ name: "台帳", creator: "admin", properties: properties as never });
    domain.people.addUser({ code: "gone", name: "退職", password: "x" });
    for (const 品名 of ["ばね", "ねじ", "板"])
      app.addRecord({ 品名: { value: 品名 }, 担当: { value: [{ code: "gone" }, { code: "sato" }] } });
    const rename = (id: number, value: string) =>
      kintone.witness().record.updateRecord({ app: app.id, id, record: { 品名: { value } } });
    const { outcome } = await restored(app.id, {
      choices: { ...EVERYTHING, replaced: { ...EVERYTHING.replaced, users: { gone: "sato" } } },
      async damage() {
        for (const name of ["板ばね", "ばね"]) await rename(1, name);
        await rename(2, "釘");
        await remove(app.id, [3]);
        domain.people.users.delete("gone");
      },
    });
    expect(outcome).toMatchObject({
      plan: { add: ["3"], putBack: [{ id: "2", fields: ["品名"] }] },
      verdict: "as-planned",
    });
    expect(app.records.get(4)?.values["担当"]).toEqual(["sato"]);
    expect(app.records.get(2)?.values["担当"]).toEqual(["gone", "sato"]);
  });

  it("looks for what was put back before under the id that it got, as that may be hidden", async () => {
    const app = addInspections(domain, { records: 4 });
    let newId = 0;
    const putBack = new Map<string, string>();
    const { outcome, results } = await restored(app.id, {
      userCode: "sato",
      putBack,
      async damage() {
        await remove(app.id, [2]);
        newId = addInspection(domain, app, 2);
        putBack.set("2", String(newId));
        hide(app, '判定 in ("良")');
      },
    });
    expect(results).toEqual([
      { id: "2", outcome: "hidden" },
      { id: "4", outcome: "hidden" },
    ]);
    expect([outcome, app.records.size]).toMatchObject([{ verdict: "explained" }, 4]);
  });

  it.each([
    ["planned by who may not see all", undefined],
    ["that somebody else planned", { add: ["2", "3", "4"], putBack: [], remove: [] }],
  ])("adds nothing of which it cannot be told that it is not there, unseen: %s", async (_what, plan) => {
    const app = addInspections(domain, { records: 4 });
    const { outcome, results } = await restored(app.id, {
      ...(plan && { plan }),
      userCode: "sato",
      async damage() {
        await remove(app.id, [3]);
        hide(app, '判定 in ("良")');
      },
    });
    expect(results.filter(({ outcome: what }) => what === "hidden").map(({ id }) => id)).toEqual(["2", "4"]);
    expect(outcome).toMatchObject({ plan: { add: ["2", "3", "4"] } });
    expect(app.records.size).toBeLessThanOrEqual(4);
  });

  it.each([["of records that meet a condition", { query: '判定 in ("良")' }, { reason: "condition" }]] as const)(
    "never deletes by an archive %s",
    async (_what, target, refused) => {
      const app = addInspections(domain, { records: 4 });
      const { outcome, writes } = await restored(app.id, { target, choices: { ...EVERYTHING, remove: "surplus" } });
      expect([outcome, writes]).toMatchObject([{ refused }, []]);
    },
  );
});
