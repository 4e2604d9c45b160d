import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, expect, it } from "vitest";
import { addLinkedApps, CUSTOMERS, PROJECTS } from "../../restore/apps/linked-apps";
import type { App } from "../../emulator/domain/app";
import { endOf, namesIn, unattended } from "./unattended";

const command = unattended();
const { domain } = command;
let folder: string;
let settings: string;
let before: ReadonlySet<number>;

const cells = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }])) as never;

beforeAll(async () => {
  domain.deployMilliseconds = 1;
  addLinkedApps(domain);
  const [customers, projects] = [CUSTOMERS, PROJECTS].map((id) => domain.apps.get(id)!) as [App, App];
  const { general } = projects.preview;
  projects.change({ general: { ...general, enableComments: true }, fieldAcl: [] });
  projects.deploy("admin");
  for (const n of [1, 2, 3])
    customers.addRecord(cells({ 顧客コード: `C${n}`, 顧客名: `会社${n}`, 単価: String(n * 100) }));
  const rows = [{ value: cells({ 納入先: "C3" }) }, { value: cells({ 納入先: "C2" }) }];
  projects.addRecord(cells({ 案件番号: "P1", 案件名: "一", 顧客: "C1", 明細: rows }), { creator: "sato" });
  projects.addRecord(cells({ 案件番号: "P2", 案件名: "二", メモ: `/k/${CUSTOMERS}/show#record=1` }), {
    status: "完了",
  });
  customers.addRecord(cells({ 顧客コード: "C4", 主な案件: "P2" }), { creator: "sato" });
  projects.addComment(1, { text: "確認しました", creator: "sato", createdAt: "2026-11-02T00:00:00Z" });
  for (const id of [PROJECTS, CUSTOMERS]) command.register({ target_app_id: String(id) });
  folder = path.join(command.place, "archives");
  const { code, out, err } = await command.run(folder);
  expect([code, out, err]).toEqual([0, expect.anything(), expect.anything()]);
  settings = await command.settingsFile(folder);
  before = new Set(domain.apps.keys());
});
afterEach(() => {
  for (const id of domain.apps.keys()) if (!before.has(id)) domain.apps.delete(id);
  domain.faults.clear();
});

const rebuilding = (...more: string[]) =>
  command.start(["rebuild", "--file", settings, "--lang", "en", "--reason", "the apps were deleted", ...more]);
const rebuild = (...more: string[]) => endOf(rebuilding(...more));
const made = (name: string) =>
  [...domain.apps.values()].find(({ id, settings: { general } }) => !before.has(id) && general.name === name)!;

/** What a record has, but for who has its id. */
const valuesOf = (app: App) =>
  [...app.records.ascending()].map(({ values, creator, createdTime }) => ({ ...plain(values), creator, createdTime }));

function plain(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => [
      code,
      Array.isArray(value) ? value.map((row: { values?: Record<string, unknown> }) => row.values ?? row) : value,
    ]),
  );
}

const linesOf = async (out: string, name: string) =>
  (await readFile(new RegExp(`(/\\S*\\.${name}\\.jsonl)`).exec(out)?.[1] ?? "", "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it("foresees what records will be like, in a dry run", async () => {
  const { code, out } = await rebuild("--dry-run");
  expect(code).toBe(0);
  expect(out).toContain('1 record get the key of "主な案件" of 得意先, which looks into 案件');
  expect(out).toContain("1 record have another status than the first, and begin anew; --status puts it back.");
  expect(out).toContain("1 comment are not written again; --comments does it.");
  const asked = await rebuild("--dry-run", "--comments");
  expect(asked.out).toContain("That may send up to 1 notifications");
});

it("puts the records into the new apps, with their status and comments, and each app's restore into the history", async () => {
  const { code, out, err } = await rebuild("--status", "--comments");
  expect({ code, told: code === 0 ? "" : err + out }).toEqual({ code: 0, told: "" });
  for (const [name, id] of [
    ["得意先", CUSTOMERS],
    ["案件", PROJECTS],
  ] as const) {
    expect(valuesOf(made(name))).toEqual(valuesOf(domain.apps.get(id)!));
  }
  const projects = made("案件");
  expect([...projects.records.ascending()].map(({ status }) => status)).toEqual(
    [undefined, "完了"].map((one) => one ?? "起票"),
  );
  expect(projects.records.comments(1).map(({ text }) => text.trimEnd())).toEqual([
    "[佐藤 (sato), 2026-11-02 00:00]\n確認しました",
  ]);
  expect(out).toContain("案件: 2 records added");
  expect(out).toContain("得意先: keys of lookups put into 1 record");
  expect((await linesOf(out, "records")).map(({ kind }) => kind)).toEqual([
    ...["restored", "restored", "restored", "status", "comments", "old-id"],
  ]);
  const told = (await namesIn(folder)).filter((name) => name.endsWith(".report.jsonl"));
  expect(told).toHaveLength(3);
});

it("goes on after it was killed while records were put in, and none is there twice", async () => {
  domain.faults.add({ when: { method: "PUT", path: "records.json" }, do: { kind: "silent", bytes: 0 } });
  const child = rebuilding("--status", "--comments");
  const ended = endOf(child);
  const isAtIt = () =>
    [...domain.apps.values()].some(({ id, records }) => !before.has(id) && id > PROJECTS && records.size === 4);
  await expect.poll(isAtIt, { timeout: 30_000 }).toBe(true);
  child.kill("SIGKILL");
  await ended;
  domain.faults.clear();
  const { code, err } = await rebuild("--resume");
  expect([code, err]).toEqual([0, expect.anything()]);
  for (const [name, id] of [
    ["得意先", CUSTOMERS],
    ["案件", PROJECTS],
  ] as const) {
    expect(valuesOf(made(name))).toEqual(valuesOf(domain.apps.get(id)!));
  }
  expect(made("案件").records.comments(1)).toHaveLength(1);
  expect((await namesIn(folder)).filter((name) => name.startsWith(".unfinished"))).toEqual([]);
});

it("gives up while records were put in: the history says that it was stopped, and nothing is in the way of the next run", async () => {
  domain.faults.add({ when: { method: "POST", path: "records.json" }, do: { kind: "silent", bytes: 0 } });
  const child = rebuilding();
  const ended = endOf(child);
  const isAtIt = () =>
    [...domain.apps.values()].some(({ id, records }) => !before.has(id) && id > PROJECTS && records.size > 0);
  await expect.poll(isAtIt, { timeout: 30_000 }).toBe(true);
  child.kill("SIGKILL");
  await ended;
  domain.faults.clear();
  const query = 'record_type in ("restore") order by $id desc limit 1';
  const last = async () => (await command.witness().record.getRecords({ app: command.appId, query })).records[0];
  expect(await last()).toMatchObject({ run_status: { value: "running" }, run_lock: { value: "held" } });
  expect((await rebuild("--discard")).code).toBe(1);
  expect(await last()).toMatchObject({
    ...{ run_status: { value: "cancelled" }, restore_verdict: { value: "stopped" }, run_lock: { value: "" } },
  });
  expect((await namesIn(folder)).filter((name) => name.startsWith(".unfinished"))).toEqual([]);
});

it("tells in a dry run which records kintone would not take, before any app is made", async () => {
  const code = { type: "SINGLE_LINE_TEXT", code: "型番", label: "型番" };
  const app = domain.addApp({ name: "型番台帳", creator: "admin", properties: { 型番: code } as never });
  app.addRecord(cells({ 型番: "ABCDEF" }));
  app.change({
    properties: { ...app.preview.properties, 型番: { ...app.preview.properties["型番"]!, maxLength: "3" } },
  });
  app.deploy("admin");
  command.register({ target_app_id: String(app.id) });
  const elsewhere = path.join(command.place, "tightened");
  expect((await command.run(elsewhere)).code).toBe(0);
  const file = await command.settingsFile(elsewhere);
  const args = ["rebuild", "--file", file, "--lang", "en", "--dry-run", "--app", String(app.id)];
  const { code: exit, out } = await endOf(command.start(args));
  expect([exit, out]).toEqual([0, expect.stringMatching(/型番台帳[^]*型番[^]*Nothing was made/)]);
  expect(out).toContain("ABCDEF");
});
