import { beforeEach, describe, expect, it } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import { type Obstacle } from "../../../src/restore/preflight/obstacle";
import { asksForComparing, decided } from "../../../src/restore/preflight/way";
import { addInspections, newFile } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { happen } from "../../emulator/faults/events";
import { restorableKintone } from "../archived-app";
import { EVERYTHING, restore } from "../write/restore";
import { checkedRestore, obstacle } from "./checked-restore";

const kintone = restorableKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

const remove = (app: App, ids: number[]) => kintone.witness().record.deleteRecords({ app: app.id, ids });
const update = (app: App, ids: number[]) =>
  kintone.witness().record.updateRecords({
    app: app.id,
    records: ids.map((id) => ({ id, record: { 数量: { value: "999" } } })),
  });
const codes = (obstacles: readonly Obstacle[]) => obstacles.map(({ code, weight }) => `${code} ${weight}`);

describe("before a restore", () => {
  it("nothing stands in the way of an ordinary one, and nothing is written", async () => {
    const app = addInspections(domain, { records: 4 });
    const archived = await kintone.archive(app.id);
    await remove(app, [1]);
    const { obstacles, sent } = await checkedRestore(kintone, archived);
    expect(codes(obstacles)).toEqual(["NOTIFICATIONS told"]);
    expect(sent.filter(({ method }) => method !== "GET")).toEqual([]);
    expect(sent.length).toBeLessThan(16);
  });

  it("nothing is to be done", async () => {
    const app = addInspections(domain, { records: 2 });
    expect(codes((await checkedRestore(kintone, await kintone.archive(app.id))).obstacles)).toEqual([
      "NOTHING_TO_DO told",
    ]);
  });

  it("stops where the form became another one since it was compared, or the app is in maintenance", async () => {
    const app = addInspections(domain, { records: 2 });
    const archived = await kintone.archive(app.id);
    await remove(app, [1]);
    const planned = () => {
      app.change({ properties: { ...app.preview.properties } });
      app.deploy("admin");
    };
    expect(codes((await checkedRestore(kintone, archived, { planned })).obstacles)).toEqual(["FORM_CHANGED stops"]);
    const closed = (on: boolean) => happen({ name: "maintenance-mode", app: app.id, on }, domain, undefined as never);
    const { obstacles } = await checkedRestore(kintone, archived, { planned: () => closed(true) });
    expect(obstacles).toMatchObject([{ code: "NOT_READABLE", error: { answer: { code: "GAIA_NO02" } } }]);
    closed(false);
  });

  it("says which chosen records are not in the archive, and why a condition cannot be answered", async () => {
    const app = addInspections(domain, { records: 3 });
    const archived = await kintone.archive(app.id);
    app.addRecord({ 品番: { value: "surplus" } });
    await remove(app, [1]);
    const ids = { selection: { ids: ["1", "4", "999"] }, remove: "surplus-and-newer" as const };
    const { obstacles } = await checkedRestore(kintone, archived, { choices: ids });
    expect(obstacles).toMatchObject([
      { code: "RECORDS_UNKNOWN", weight: "stops", records: { count: 1, ids: ["999"] } },
    ]);
    const condition = { selection: { condition: 'ない = 1 or 判定 in ("優")' } };
    const { obstacles: unanswered } = await checkedRestore(kintone, archived, { choices: condition });
    expect(unanswered).toMatchObject([
      { code: "CONDITION", problems: [{ code: "UNKNOWN_FIELD" }, { code: "UNKNOWN_OPTION" }] },
    ]);
  });

  it("asks before an archive that the history does not know is used, or when it cannot be asked", async () => {
    const app = addInspections(domain, { records: 2 });
    const archived = await kintone.archive(app.id);
    await remove(app, [1]);
    const told = async (isTold: () => Promise<boolean>, confirmed = {}) =>
      obstacle(
        (
          await checkedRestore(kintone, archived, {
            parts: { restores: { isTold, untold: async () => [] } },
            choices: { confirmed },
          })
        ).obstacles,
        "ARCHIVE_NOT_TOLD",
      );
    const way = { way: "confirm", what: "archiveNotTold" } as const;
    expect(await told(async () => false)).toEqual({ code: "ARCHIVE_NOT_TOLD", weight: "asks", ways: [way] });
    const error = new BackupError("HISTORY_UNWRITABLE", "no");
    expect(await told(() => Promise.reject(error))).toMatchObject({ weight: "asks", error });
    expect(await told(async () => false, decided(EVERYTHING, way).confirmed)).toMatchObject({ weight: "told" });
  });

  describe("where an earlier restore did not tell what it added", () => {
    const untold = async () => [{ restoreId: "R", startedAt: "2026-11-30T01:00:00Z", operator: "佐藤", adds: 3 }];
    const parts = { restores: { isTold: async () => true, untold } };

    /** Of three records that are gone, two were added again, and one of those was changed since. */
    async function halfDone() {
      const app = addInspections(domain, { records: 30 });
      const archived = await kintone.archive(app.id);
      await remove(app, [10, 11, 12]);
      const { written } = await restore(kintone, archived, {
        choices: { ...EVERYTHING, selection: { ids: ["10", "11"] } },
      });
      const id = Number(written.newIds.get("11"));
      await kintone.witness().record.updateRecord({ app: app.id, id, record: { 数量: { value: "1" } } });
      return archived;
    }

    it("names it, and the records that are there already, and asks before any is added", async () => {
      const archived = await halfDone();
      const { obstacles, plan } = await checkedRestore(kintone, archived, { parts });
      expect(plan.add).toEqual(["10", "11", "12"]);
      const found = obstacle(obstacles, "UNTOLD_RESTORES");
      expect(found).toMatchObject({
        ...{ weight: "asks", restores: await untold(), records: { count: 1, ids: ["10"] } },
        ways: [{ way: "leave-out-records", ids: ["10"] }, { way: "confirm" }, { way: "leave-mode", mode: "add" }],
      });
      const [leaveOut, confirm] = found!.ways;
      const choices = decided(decided(EVERYTHING, leaveOut!), confirm!);
      const after = await checkedRestore(kintone, archived, { parts, choices });
      expect(after.plan.add).toEqual(["11", "12"]);
      expect(obstacle(after.obstacles, "UNTOLD_RESTORES")).toMatchObject({ weight: "told", ways: [] });
    });

    it("lets no record be left out whose like is to be deleted", async () => {
      const archived = await halfDone();
      const choices = { remove: "surplus-and-newer" as const };
      const { obstacles, plan } = await checkedRestore(kintone, archived, { parts, choices });
      expect(plan.remove).toHaveLength(2);
      expect(obstacle(obstacles, "UNTOLD_RESTORES")).toMatchObject({
        records: { count: 0 },
        ways: [{ way: "confirm" }, {}],
      });
    });

    it("is silent where nothing is added", async () => {
      const archived = await halfDone();
      const { obstacles } = await checkedRestore(kintone, archived, { parts, choices: { addMissing: false } });
      expect(obstacle(obstacles, "UNTOLD_RESTORES")).toBeUndefined();
    });
  });

  it("asks for the name and the number before anything is deleted, and counts what is newer", async () => {
    const app = addInspections(domain, { records: 3 });
    await remove(app, [2]);
    const archived = await kintone.archive(app.id);
    for (let more = 0; more < 2; more += 1) app.addRecord({ 品番: { value: "newer" } });
    const choices = { remove: "surplus-and-newer" as const };
    const { obstacles } = await checkedRestore(kintone, archived, { choices });
    const removals = obstacle(obstacles, "REMOVALS");
    expect(removals).toMatchObject({ weight: "asks", appName: "検査", records: 2, newer: 2 });
    const confirmed = decided({ ...EVERYTHING, ...choices }, removals!.ways[0]!);
    expect(
      obstacle((await checkedRestore(kintone, archived, { choices: confirmed })).obstacles, "REMOVALS"),
    ).toMatchObject({ weight: "told" });
    app.addRecord({ 品番: { value: "one more" } });
    const other = obstacle((await checkedRestore(kintone, archived, { choices: confirmed })).obstacles, "REMOVALS");
    expect(other).toMatchObject({ weight: "asks", records: 3, confirmed: { records: 2 } });
  });

  it("deletes nothing by an archive that does not have every record", async () => {
    const app = addInspections(domain, { records: 3 });
    const archived = await kintone.archive(app.id, { query: '判定 in ("良")' });
    const { obstacles } = await checkedRestore(kintone, archived, { choices: { remove: "surplus" } });
    expect(obstacle(obstacles, "NOT_EXACT")).toMatchObject({ weight: "stops", why: { reason: "condition" } });
  });

  it("asks a second time when more than half of an app is changed", async () => {
    const app = addInspections(domain, { records: 41 });
    const archived = await kintone.archive(app.id);
    const ids = (last: number) => [...Array(last)].map((_, at) => at + 1);
    await update(app, ids(20));
    expect(obstacle((await checkedRestore(kintone, archived)).obstacles, "LARGE")).toBeUndefined();
    await update(app, ids(21));
    const { obstacles } = await checkedRestore(kintone, archived);
    expect(obstacle(obstacles, "LARGE")).toMatchObject({ weight: "asks", touched: 21, present: 41 });
    const { obstacles: confirmed } = await checkedRestore(kintone, archived, {
      choices: { confirmed: { large: true } },
    });
    expect(obstacle(confirmed, "LARGE")).toMatchObject({ weight: "told" });
  });

  it("tells which files the archive lacks, and that it has none at all", async () => {
    const app = addInspections(domain, { records: 0 });
    for (const name of ["a.txt", "b.txt"]) app.addRecord({ 添付: { value: [newFile(domain, name, name)] } });
    const archived = await kintone.archive(app.id);
    const [path] = [...archived.entries.keys()].filter((each) => each.includes("b.txt"));
    const lacking = { ...archived, entries: new Map([...archived.entries].filter(([each]) => each !== path)) };
    const without = await kintone.archive(app.id, {
      include: { records: true, attachments: false, comments: true, settings: true, administration: true },
    });
    await remove(app, [1, 2]);
    expect(obstacle((await checkedRestore(kintone, lacking)).obstacles, "FILES_MISSING")).toMatchObject({
      ...{ weight: "told", files: 1, examples: [{ id: "2", file: "b.txt" }], records: { ids: ["2"] } },
    });
    const entry = { ...archived.entries.get(path!)!, size: 2 ** 30 + 1 };
    const large = { ...archived, entries: new Map([...archived.entries, [path!, entry]]) };
    const { obstacles } = await checkedRestore(kintone, large);
    expect(obstacle(obstacles, "FILE_TOO_LARGE")).toMatchObject({ weight: "asks", id: "2", file: "b.txt" });
    const none = (await checkedRestore(kintone, without)).obstacles;
    expect([
      obstacle(none, "NO_ATTACHMENTS")?.fields.map(({ field }) => field),
      obstacle(none, "FILES_MISSING"),
    ]).toEqual([["添付", "写真"], undefined]);
  });

  it("tells of a process, of categories, of whom it may notify, and of the day's requests", async () => {
    const properties = {
      品番: { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番" },
      カテゴリー: { type: "CATEGORY", code: "カテゴリー", label: "カテゴリー", enabled: true },
    };
    const app = domain.addApp({ name: "検査", creator: "admin", properties: properties as never });
    for (const 品番 of ["1", "2"]) app.addRecord({ 品番: { value: 品番 } });
    const archived = await kintone.archive(app.id);
    await remove(app, [1, 2]);
    app.change({
      process: { ...app.preview.process, enable: true },
      generalNotifications: { ...app.preview.generalNotifications, notifications: [] },
    });
    app.deploy("admin");
    const day = { left: 100, perAppAndDay: 5000 };
    const { obstacles } = await checkedRestore(kintone, archived, { parts: { day } });
    expect(codes(obstacles)).toEqual(["REQUESTS told", "PROCESS told"]);
    expect(obstacle(obstacles, "PROCESS")).toMatchObject({ records: 2 });
    const few = { parts: { day: { ...day, left: 10 } } };
    const needed = obstacle((await checkedRestore(kintone, archived, few)).obstacles, "REQUESTS");
    expect(needed).toMatchObject({ weight: "asks", left: 10, ways: [{ way: "confirm", what: "overBudget" }] });
    const confirmed = { ...few, choices: { confirmed: { overBudget: true as const } } };
    expect(obstacle((await checkedRestore(kintone, archived, confirmed)).obstacles, "REQUESTS")).toMatchObject({
      weight: "told",
    });
  });
});

it("another comparison is needed for what changes values, and for nothing that only leaves records out", () => {
  const other = (changes: object) => asksForComparing(EVERYTHING, { ...EVERYTHING, ...changes });
  expect([
    other({ renamed: { a: "b" } }),
    other({ options: { a: { b: null } } }),
    other({ leftOutFields: ["a"] }),
  ]).toEqual([true, true, true]);
  expect([
    other({ leftOutRecords: ["1"] }),
    other({ given: { a: "b" } }),
    other({ confirmed: { large: true } }),
  ]).toEqual([false, false, false]);
});
