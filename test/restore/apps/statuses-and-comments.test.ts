import { beforeEach, describe, expect, it } from "vitest";
import { foreseenRecords } from "../../../src/restore/apps/records/foreseen-records";
import type { SetOrder } from "../../../src/restore/apps/records/set-world";
import { backedUpKintone } from "../../backup/whole-runs/run-against";
import type { App } from "../../emulator/domain/app";
import { qualityProcess } from "../../emulator/sample/quality-process";
import { dyingAt, nothingKept, type Step } from "./kept-set";
import { attempt, cells, expectAsPlanned, lookup, restored, smallSet, startProcess, table, text } from "./small-set";

const kintone = backedUpKintone();
const { domain } = kintone;
domain.people.addUser({ code: "takahashi", name: "高橋", password: "kintone" });
beforeEach(() => domain.apps.clear());

const STATUSES = ["起票", "調査中", "対策中", "承認待ち", "完了"];
const PEOPLE = [[], ["takahashi"], ["takahashi"], ["takahashi", "sato"], []];

/** An app of records in all statuses, and its archive. */
async function inProcess(records = 7) {
  const set = smallSet(kintone, { issues: () => [text("題")] });
  const issues = set.app("issues");
  startProcess(domain, issues, qualityProcess);
  for (let n = 0; n < records; n += 1) {
    const at = n % STATUSES.length;
    const system = { status: STATUSES[at] ?? "", assignees: PEOPLE[at] ?? [], creator: "sato" };
    issues.addRecord(cells({ 題: `t${n}` }), system);
  }
  const archive = await set.archived();
  const renewed = (start?: number) => {
    const fresh = set.renewed(archive, start);
    startProcess(domain, fresh.app("issues"), qualityProcess);
    return { app: fresh.app("issues"), order: { ...fresh.order, status: true } satisfies SetOrder };
  };
  return { issues, renewed, set };
}

const shown = async (app: App) =>
  (await kintone.witness().record.getAllRecords({ app: app.id }))
    .sort((one, other) => Number(one.$id?.value) - Number(other.$id?.value))
    .map((record) => ["題", "ステータス", "作業者"].map((code) => record[code]?.value));

const processOf = async (app: App) => {
  const { revision: _, ...process } = await kintone.witness().app.getProcessManagement({ app: app.id });
  return process;
};

describe("status and assignees of the records of a new app", () => {
  it("come back by a process that gives way again", async () => {
    const { issues, renewed } = await inProcess();
    const { app, order } = renewed();
    const { run, told, sent } = await restored(kintone, order);
    expectAsPlanned(run);
    expect(await shown(app)).toEqual(await shown(issues));
    expect(await processOf(app)).toEqual(await processOf(issues));
    expect(run.apps).toMatchObject([{ statuses: { restored: 5, notRestored: 0 } }]);
    expect(told.filter(({ kind }) => kind === "status")).toMatchObject(
      ["2", "3", "4", "5", "7"].map((id) => ({ app: "10", id, newId: id, outcome: "restored" })),
    );
    const paths = sent.map(({ method, path }) => `${method} ${path}`);
    expect(paths.filter((path) => path === "PUT records/status.json")).toHaveLength(1);
    expect(paths.filter((path) => path === "POST bulkRequest.json")).toHaveLength(1);
  });

  it("are told of, and of whom, where somebody cannot be named, or a status is not there any more", async () => {
    const { renewed } = await inProcess();
    const { app, order } = renewed();
    const { 完了: _done, ...states } = qualityProcess.states ?? {};
    const actions = (qualityProcess.actions ?? []).filter(({ to }) => to !== "完了");
    startProcess(domain, app, { enable: true, states, actions });
    const replaced = { users: { sato: null }, organizations: {}, groups: {} };
    const apps = order.apps.map((each) => ({ ...each, decided: { replaced } }));
    const { run, told } = await restored(kintone, { ...order, apps });
    expect(run.apps).toMatchObject([{ statuses: { restored: 4, notRestored: 1 } }]);
    expect(told).toContainEqual({
      ...{ kind: "status", app: "10", id: "5", newId: "5", status: "完了", outcome: "not-restored", why: "no-status" },
    });
    expect((await shown(app))[3]).toMatchObject(["t3", "承認待ち", [{ code: "takahashi" }]]);
  });

  it("stay as they are, and each is told, where nobody asked for them", async () => {
    const { renewed } = await inProcess();
    const { app, order } = renewed();
    const { run, told } = await restored(kintone, { ...order, status: false });
    expect(run.apps).toMatchObject([{ left: { statuses: 5 } }]);
    expect(told.filter(({ kind }) => kind === "status")).toMatchObject(
      ["2", "3", "4", "5", "7"].map((id) => ({ id, outcome: "left" })),
    );
    expect((await shown(app)).map(([, status]) => status)).toEqual(Array.from({ length: 7 }, () => "起票"));
  });

  it("are not said to be there where kintone begins the process anew", async () => {
    domain.opposites.add("state-after-process");
    const { renewed } = await inProcess();
    const { order } = renewed();
    const { run, told } = await restored(kintone, order).finally(() => domain.opposites.clear());
    expect(run.apps).toMatchObject([{ statuses: { restored: 0, notRestored: 5 } }]);
    expect(told.filter((line) => line.kind === "status" && line.outcome === "restored")).toEqual([]);
  });

  it("are given up where the process cannot give way, and it stays what it was", async () => {
    const { issues, renewed } = await inProcess();
    const { app, order } = renewed();
    app.nextDeployment = "FAIL";
    const { run } = await restored(kintone, order);
    expect(run).toMatchObject({ isWhole: true, apps: [{ statuses: { error: { code: "REFUSED" } } }] });
    expect(await processOf(app)).toEqual(await processOf(issues));
  });
});

describe("comments of the records of a new app", () => {
  async function commented() {
    const { issues, set } = await inProcess(3);
    for (let n = 1; n <= 12; n += 1) {
      issues.addComment(1, { text: `comment ${n} `, creator: "sato", createdAt: `2026-11-02T0${n % 10}:00:00Z` });
    }
    const mentions = [{ code: "takahashi", type: "USER" }] as never;
    issues.addComment(3, { text: "高橋 \n見てください ", creator: "admin", mentions });
    issues.addComment(3, { text: "長".repeat(65_535), creator: "sato", createdAt: "2026-11-02T15:00:00Z" });
    const archive = await set.archived();
    return {
      renewed(start?: number) {
        const { order, app } = set.renewed(archive, start);
        return { app: app("issues"), order: { ...order, comments: true } satisfies SetOrder };
      },
    };
  }

  async function textsOf(app: App, record: number): Promise<string[]> {
    const { record: asked } = kintone.witness();
    const of = { app: app.id, record, order: "asc" } as const;
    const pages = [await asked.getRecordComments(of), await asked.getRecordComments({ ...of, offset: 10 })];
    return pages.flatMap(({ comments }) => comments.map(({ text: words }) => words.trimEnd()));
  }

  it("say who wrote them and when, in their order, and mention nobody", async () => {
    const { renewed } = await commented();
    const { app, order } = renewed();
    const { run, told } = await restored(kintone, order);
    expectAsPlanned(run);
    expect(run.apps).toMatchObject([{ comments: { restored: 2, notRestored: 0 } }]);
    expect(told.filter(({ kind }) => kind === "comments")).toMatchObject([
      { id: "1", newId: "1", comments: 12, outcome: "restored" },
      { id: "3", newId: "3", comments: 2, outcome: "restored" },
    ]);
    const first = await textsOf(app, 1);
    expect(first[0]).toBe("[佐藤 (sato), 2026-11-02 10:00]\ncomment 1");
    expect(first.map((words) => words.split("\n")[1])).toEqual(
      Array.from({ length: 12 }, (_, at) => `comment ${at + 1}`),
    );
    const [second, ...parts] = await textsOf(app, 3);
    expect(second).toMatch(/^\[管理者 \(admin\), .*\]\n高橋 \n見てください$/);
    expect(parts.map((part) => part.split("\n")[0])).toEqual([
      "[佐藤 (sato), 2026-11-03 00:00] (1/2)",
      "[佐藤 (sato), 2026-11-03 00:00] (2/2)",
    ]);
    expect(parts.map((part) => part.split("\n")[1]).join("")).toBe("長".repeat(65_535));
    const { comments } = await kintone.witness().record.getRecordComments({ app: app.id, record: 3 });
    expect(comments.flatMap(({ mentions }) => mentions)).toEqual([]);
  });

  it("are told record by record when kintone takes none", async () => {
    const { renewed } = await commented();
    const { app, order } = renewed();
    app.change({ general: { ...app.preview.general, enableComments: false } });
    app.deploy("admin");
    const { run, told } = await restored(kintone, order);
    expect(run).toMatchObject({ isWhole: true, apps: [{ comments: { restored: 0, notRestored: 2 } }] });
    expect(told).toContainEqual(
      expect.objectContaining({ kind: "comments", id: "1", outcome: "not-restored", why: "refused" }),
    );
  });

  it.each(["before", "after"])(
    "are there once, whenever the process is killed, or an answer lost, %s it is done",
    async (when) => {
      const { renewed } = await commented();
      const { app: whole, order: all } = renewed(1000);
      let steps = 0;
      const counting: Step = (work) => work().finally(() => (steps += 1));
      await attempt(kintone, all, { step: counting });
      const expected = [await textsOf(whole, 1), await textsOf(whole, 3)];
      // The last steps are those of comments.
      for (let at = steps - 16; at <= steps; at += 3) {
        const { app, order } = renewed(2000 + at);
        const kept = nothingKept();
        const lost = domain.faults.add({
          when: { method: "POST", path: "record/comment.json", nth: 5 },
          do: { kind: "drop", after: when === "after" },
        });
        await attempt(kintone, order, { kept, step: dyingAt(at, when === "after") }).catch(() => undefined);
        const { run } = await restored(kintone, order, kept);
        domain.faults.remove(lost);
        expectAsPlanned(run);
        expect([at, await textsOf(app, 1), await textsOf(app, 3)]).toEqual([at, ...expected]);
      }
    },
  );
});

describe("what is foreseen of records", () => {
  it("counts what comes later, what has a status, and whom comments would notify", async () => {
    const set = smallSet(kintone, {
      issues: (id) => [
        text("題", { unique: true }),
        lookup("親", id("issues"), "題"),
        table("関連", lookup("相手", id("others"), "鍵")),
      ],
      others: (id) => [text("鍵", { unique: true }), lookup("元", id("issues"), "題", {}, { required: true })],
      closed: (id) => [text("鍵", { unique: true }), lookup("自", id("closed"), "鍵", {}, { required: true })],
    });
    const issues = set.app("issues");
    startProcess(domain, issues, qualityProcess);
    issues.addRecord(cells({ 題: "1" }), { creator: "sato", modifier: "takahashi" });
    issues.addRecord(cells({ 題: "2", 親: "1" }), { creator: "admin", modifier: "sato", status: "完了" });
    for (const id of [1, 1, 2]) issues.addComment(id, { text: "x", creator: "sato" });
    const archive = await set.archived();
    const apps = [10, 11, 12].flatMap((id) => archive.target(String(id)) ?? []);
    expect(await foreseenRecords(apps, "admin", new AbortController().signal)).toMatchObject({
      closed: [{ from: "12", into: "12", field: "自" }],
      later: [
        { link: { field: "親" }, records: 1 },
        { link: { field: "相手", table: "関連" }, records: 0 },
      ],
      statuses: 1,
      comments: { written: 3, notifications: 5 },
    });
  });
});

describe("a process that is lent", () => {
  it("comes back, whenever the restore is killed, and every record gets where it was", async () => {
    const { issues, renewed } = await inProcess(5);
    let steps = 0;
    const counting: Step = (work) => work().finally(() => (steps += 1));
    await attempt(kintone, renewed(1000).order, { step: counting });
    const expected = [await shown(issues), await processOf(issues)];
    for (let at = steps - 20; at <= steps; at += 3) {
      const { app, order } = renewed(2000 + at);
      const kept = nothingKept();
      await attempt(kintone, order, { kept, step: dyingAt(at, at % 2 === 0) }).catch(() => undefined);
      const { run } = await restored(kintone, order, kept);
      expectAsPlanned(run);
      expect([at, await shown(app), await processOf(app)]).toEqual([at, ...expected]);
    }
  });
});
