import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OpenArchive } from "../../../src/archive/reading/open-archive";
import type { AppWorkshop } from "../../../src/domain/app-workshop";
import { BackupError } from "../../../src/domain/errors";
import type { App } from "../../emulator/domain/app";
import { addLinkedApps, CUSTOMERS, PROJECTS } from "./linked-apps";
import { idsOf, memoryRebuildJournal, pictureOf, rebuildableKintone } from "./rebuilding";

const kintone = rebuildableKintone((domain) => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.people.addUser({ code: "tanaka", name: "田中", password: "kintone", language: "en" });
  addLinkedApps(domain);
});
const { domain } = kintone;
const BOTH = [String(PROJECTS), String(CUSTOMERS)];
let archive: OpenArchive;
let before: ReadonlySet<number>;

beforeEach(async () => {
  archive ??= await kintone.archive(BOTH);
  before = new Set(domain.apps.keys());
});
afterEach(() => {
  for (const id of domain.apps.keys()) if (!before.has(id)) domain.apps.delete(id);
  domain.faults.clear();
});

const newApps = (): App[] => [...domain.apps.values()].filter(({ id }) => !before.has(id));
const called = (name: string): App => newApps().find(({ preview }) => preview.general.name.startsWith(name))!;

/** What the official client sees of the new apps is what it sees of the old ones, with names and ids as they are now. */
async function expectSame(now: ReadonlyMap<string, string>, but: (picture: Picture) => void = () => undefined) {
  const client = kintone.witness();
  for (const [old, app] of now) {
    const wanted = (await pictureOf(client, old, now)) as Picture;
    wanted.settings.name = `${wanted.settings.name}（復元）`;
    but(wanted);
    expect(await pictureOf(client, app)).toEqual(wanted);
  }
}
type Picture = Record<string, never> & { settings: { name: string }; views: { views: Record<string, object> } };

test("apps that look each other up, also in tables, get everything that they had, and all that names an old id is told", async () => {
  const { apps, told, toDos, oldIds } = await kintone.rebuild(archive);
  expect(told).toEqual([]);
  await expectSame(idsOf(apps.values()));
  expect(toDos.map(({ folder, what }) => `${folder} ${what}`).sort()).toEqual([
    "101 lookup-search",
    "101 tokens-and-webhooks",
    "102 app-code",
    "102 lookup-search",
    "102 old-ids",
    "102 tokens-and-webhooks",
  ]);
  const found = oldIds.map(({ where, line, appId }) => ["file" in where ? where.file : where.way, line, appId]);
  expect(found).toEqual([
    ["$.description", 1, "101"],
    ["$.layout[1].fields[0].label", 1, "101"],
    ["$.content", 1, "101"],
    ["customize/desktop/js/2-案件.js", 2, "101"],
    ["customize/desktop/js/2-案件.js", 3, "102"],
  ]);
});

test("somebody who speaks another language makes apps with the archive's codes of built-in fields", async () => {
  const { apps, told } = await kintone.rebuild(archive, { as: "tanaka" });
  const [refused, ...others] = told;
  expect(others).toEqual([expect.objectContaining({ setting: "app/customize", what: "refused" })]);
  expect(refused).toMatchObject({
    setting: "app/views",
    name: "画面",
    what: "refused",
    error: { answer: { code: "CB_NO02" } },
  });
  const codes = (id: string) => Object.keys(domain.apps.get(Number(id))!.live!.properties).sort();
  for (const { archived, app } of apps.values()) expect(codes(app.appId)).toEqual(codes(archived.facts.appId));
});

test("nobody else sees a new app before its permissions are there", async () => {
  const rights: unknown[] = [];
  await kintone.rebuild(archive, {
    records: async (apps) => {
      for (const { app } of apps.values()) rights.push(domain.apps.get(Number(app.appId))!.live!.appAcl);
    },
  });
  const closed = [
    expect.objectContaining({ entity: { type: "CREATOR", code: null }, appEditable: true, recordViewable: true }),
    expect.objectContaining({
      entity: { type: "GROUP", code: "everyone" },
      recordViewable: false,
      recordAddable: false,
    }),
  ];
  expect(rights).toEqual([closed, closed]);
});

test("one app alone keeps looking up the other one where that is still there, and is without lookups where nothing stands for it", async () => {
  const one = { ...archive, targets: archive.targets.filter(({ appId }) => appId === String(PROJECTS)) };
  const kept = await kintone.rebuild(one, { choices: { apps: { [CUSTOMERS]: String(CUSTOMERS) } } });
  expect(kept.told).toEqual([]);
  await expectSame(idsOf(kept.apps.values()));
  for (const id of idsOf(kept.apps.values()).values()) domain.apps.delete(Number(id));

  const { told, apps } = await kintone.rebuild(one);
  expect(told.map(({ setting, name, what }) => [setting, name, what])).toEqual([
    ["app/form/fields", "顧客", "other-app"],
    ["app/form/fields", "顧客", "no-lookup"],
    ["app/form/fields", "納入先", "other-app"],
    ["app/form/fields", "納入先", "no-lookup"],
    ["app/actions", "顧客を登録", "other-app"],
  ]);
  const [id = ""] = idsOf(apps.values()).values();
  const { properties } = await kintone.witness().app.getFormFields({ app: id });
  expect(properties.顧客).toMatchObject({ type: "SINGLE_LINE_TEXT", required: false });
  expect(properties.顧客).not.toHaveProperty("lookup");
  expect(properties.合計).toMatchObject({ expression: "SUM(金額) + 単価" });
});

describe("what kintone refuses is left out and told, and the rest goes on:", () => {
  const refuse = (method: string, path: string, body: object, nth?: number) =>
    domain.faults.add({
      when: { method, path, ...(nth !== undefined && { nth }) },
      do: {
        kind: "answer",
        status: 400,
        body: JSON.stringify({ code: "CB_VA01", id: "x", message: "入力内容が正しくありません。", ...body }),
      } as never,
    });

  test("a graph, found by halving", async () => {
    refuse("PUT", "preview/app/reports.json", {});
    const { told, apps } = await kintone.rebuild(archive);
    expect(told).toEqual([
      expect.objectContaining({
        folder: "102",
        step: "graphs",
        setting: "app/reports",
        name: "顧客別",
        what: "refused",
      }),
    ]);
    expect(Object.keys(called("案件").live!.views)).toContain("画面");
    expect(apps.size).toBe(2);
  });

  test("permissions, and then the app stays its maker's alone", async () => {
    refuse("PUT", "preview/record/acl.json", {});
    const { told, toDos } = await kintone.rebuild(archive);
    expect(told).toEqual([expect.objectContaining({ folder: "102", setting: "record/acl", what: "refused" })]);
    expect(toDos.filter(({ what }) => what === "permissions")).toEqual([
      { folder: "102", what: "permissions", settings: ["record/acl"] },
      { folder: "102", what: "permissions", settings: ["app/acl"] },
    ]);
    expect(called("案件").live!.appAcl.at(-1)).toMatchObject({ recordViewable: false });
    expect(called("得意先").live!.appAcl).toHaveLength(3);
  });

  test("what an update fails with, found a piece at a time", async () => {
    let failing = true;
    const { told } = await kintone.rebuild(archive, {
      workshop: (real) => ({
        ...real,
        async deploy(apps) {
          for (const { app } of apps) {
            const made = domain.apps.get(Number(app.appId))!;
            if (failing && "倍" in made.preview.properties) made.nextDeployment = "FAIL";
          }
          await real.deploy(apps);
        },
      }),
    });
    failing = false;
    expect(told).toEqual([
      expect.objectContaining({
        folder: "102",
        step: "related-records",
        setting: "app/form/fields",
        name: "倍",
        what: "not-deployed",
      }),
      // It lists all fields of the form.
      expect.objectContaining({ step: "views", name: "（作業者が自分）", what: "refused" }),
    ]);
    expect(Object.keys(called("案件").live!.properties)).toContain("合計");
  });
});

test("people who are gone are left out or replaced, but never of permissions", async () => {
  domain.people.users.delete("sato");
  try {
    const { told, toDos } = await kintone.rebuild(archive);
    const shown = told.map(({ setting, name, what }) => [setting, name, what]);
    expect(shown).toEqual([
      ["app/form/fields", "担当", "person"],
      ["app/status", "承認待ち", "person"],
      ["app/notifications/general", "1", "person"],
      ["record/acl", undefined, "not-set"],
    ]);
    expect(toDos.some(({ folder, what }) => folder === "102" && what === "permissions")).toBe(true);
    expect(called("案件").live!.recordAcl).toEqual([]);
    expect(called("案件").live!.appAcl.at(-1)).toMatchObject({ recordViewable: false });
    for (const { id } of newApps()) domain.apps.delete(id);

    const replaced = { users: { sato: "tanaka" }, organizations: {}, groups: {} };
    await kintone.rebuild(archive, { choices: { replaced } });
    expect(called("案件").live!.recordAcl[0]!.entities[1]!.entity).toEqual({ type: "USER", code: "tanaka" });
  } finally {
    domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  }
});

test("an answer that is lost is found out about, and nothing is made or sent twice", async () => {
  const lost: Array<[method: string, path: string]> = [
    ["POST", "preview/app.json"],
    ["POST", "preview/app/form/fields.json"],
    ["PUT", "preview/app/status.json"],
    ["POST", "preview/app/deploy.json"],
  ];
  for (const [method, path] of lost) {
    domain.faults.add({ when: { method, path, times: 1 }, do: { kind: "drop", after: true } });
  }
  const { told, apps } = await kintone.rebuild(archive);
  expect(told).toEqual([]);
  expect(newApps()).toHaveLength(2);
  await expectSame(idsOf(apps.values()));
});

test("a change that was sent twice, as browsers do it, is known to be done", async () => {
  let sent = 0;
  const { told, apps } = await kintone.rebuild(archive, {
    workshop: (real) => ({
      ...real,
      settings(app) {
        const desk = real.settings(app);
        return {
          ...desk,
          async change(change, revision) {
            sent += 1;
            if (sent % 4 === 0) await desk.change(change, revision);
            return desk.change(change, revision);
          },
        };
      },
    }),
  });
  expect([told, sent > 8]).toEqual([[], true]);
  await expectSame(idsOf(apps.values()));
});

test("whoever is locked out by the app's own permissions is so at the very end, and another attempt knows it", async () => {
  const none = { entity: { type: "GROUP", code: "everyone" } };
  const all = { appEditable: true, recordViewable: true, recordAddable: true, recordEditable: true };
  const closed = domain.addApp({
    ...{ name: "人事", creator: "admin", properties: {} },
    acl: [{ entity: { type: "USER", code: "admin" }, ...all }, none],
  });
  try {
    const ofOne = await kintone.archive([String(closed.id)]);
    before = new Set(domain.apps.keys());
    const journal = memoryRebuildJournal();
    const { told } = await kintone.rebuild(ofOne, { as: "tanaka", journal });
    expect(told).toEqual([]);
    expect(called("人事").live!.appAcl).toEqual(closed.live!.appAcl);
    expect(journal.noted.pop()).toMatchObject({ kind: "finished" });
    expect(await kintone.rebuild(ofOne, { as: "tanaka", journal })).toMatchObject({ told: [] });
    expect(newApps()).toHaveLength(1);
  } finally {
    domain.apps.delete(closed.id);
  }
});

class Killed extends Error {}

/** The process ends at the n-th request that changes something: before kintone hears of it, or before anybody hears of kintone's answer. */
function killing(nth: number, when: "before" | "after") {
  let count = 0;
  const at = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    count += 1;
    if (count > nth || (count === nth && when === "before")) throw new Killed();
    const result = await work();
    if (count === nth) throw new Killed();
    return result;
  };
  const workshop = (real: AppWorkshop): AppWorkshop => ({
    ...real,
    make: (...given) => at(() => real.make(...given)),
    deploy: (...given) => at(() => real.deploy(...given)),
    settings(app) {
      const desk = real.settings(app);
      return { ...desk, change: (...given) => at(() => desk.change(...given)) };
    },
  });
  return { workshop, wasReached: () => count >= nth };
}

/** The process ends when a change is done that adds a field, and before anybody hears of it. */
function killedWhenAdded(code: string, isRefused: (field: object) => boolean = () => false) {
  let isOver = false;
  return (real: AppWorkshop): AppWorkshop => ({
    ...real,
    settings(app) {
      const desk = real.settings(app);
      return {
        ...desk,
        async change(change, revision) {
          if (isOver) throw new Killed();
          const added =
            change.method === "POST" ? (change.body as { properties?: Record<string, object> }).properties : {};
          if (Object.values(added ?? {}).some(isRefused))
            throw new BackupError("REFUSED", "no", { answer: { status: 400, code: "GAIA_IL01" } as never });
          const made = await desk.change(change, revision);
          isOver = added !== undefined && code in added;
          if (isOver) throw new Killed();
          return made;
        },
      };
    },
  });
}

test("what was left out by an attempt that was killed is told by the next one", async () => {
  domain.people.users.delete("sato");
  try {
    const journal = memoryRebuildJournal();
    const killed = kintone.rebuild(archive, { journal, workshop: killedWhenAdded("担当") });
    await expect(killed).rejects.toThrow();
    const { told } = await kintone.rebuild(archive, { journal });
    expect(told).toContainEqual(expect.objectContaining({ setting: "app/form/fields", name: "担当", what: "person" }));
  } finally {
    domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  }
});

test("a lookup that an attempt made an ordinary field is told by the next one", async () => {
  const journal = memoryRebuildJournal();
  const isRefused = (field: object) => "lookup" in field && "code" in field && field.code === "顧客";
  const killed = kintone.rebuild(archive, { journal, workshop: killedWhenAdded("顧客", isRefused) });
  await expect(killed).rejects.toThrow();
  const { told } = await kintone.rebuild(archive, { journal });
  expect(told).toEqual([expect.objectContaining({ name: "顧客", what: "no-lookup" })]);
});

test("killed at any request, another attempt goes on with the same apps and comes to the same", async () => {
  // Every third: they take a second each.
  for (let nth = 1, isOver = false; !isOver; nth += 3) {
    const journal = memoryRebuildJournal();
    const kill = killing(nth, nth % 2 === 0 ? "before" : "after");
    const first = await kintone
      .rebuild(archive, { workshop: kill.workshop, journal })
      .catch((thrown: unknown) => thrown);
    isOver = !kill.wasReached();
    if (!isOver) {
      const isKill = first instanceof Killed || (first instanceof BackupError && first.cause instanceof Killed);
      expect(isKill, `request ${nth}: ${String(first)}`).toBe(true);
      const { told, apps } = await kintone.rebuild(archive, { journal });
      expect([nth, told]).toEqual([nth, []]);
      expect([
        nth,
        newApps()
          .map(({ id }) => String(id))
          .sort(),
      ]).toEqual([nth, [...idsOf(apps.values()).values()].sort()]);
      // The whole picture takes long.
      if (nth % 7 === 0) await expectSame(idsOf(apps.values()));
    }
    for (const { id } of newApps()) domain.apps.delete(id);
  }
}, 120_000);
