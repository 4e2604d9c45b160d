import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, expect, it } from "vitest";
import { addLinkedApps, CUSTOMERS, PROJECTS } from "../../restore/apps/linked-apps";
import { type Ended, endOf, namesIn, unattended } from "./unattended";

const command = unattended();
const { domain } = command;
let folder: string;
let settings: string;
let before: ReadonlySet<number>;

beforeAll(async () => {
  domain.deployMilliseconds = 1;
  addLinkedApps(domain);
  const [customers, projects] = [CUSTOMERS, PROJECTS].map((id) => domain.apps.get(id)!);
  const customer = customers!.addRecord({
    顧客コード: { value: "C-1" },
    顧客名: { value: "山田製作所" },
    単価: { value: "7" },
  });
  projects!.addRecord({
    ...{ 案件番号: { value: "P-1" }, 案件名: { value: "治具" }, 顧客: { value: "C-1" } },
    明細: { value: [{ value: { 納入先: { value: "C-1" } } }] },
  });
  const record = { 主な案件: { value: "P-1" } };
  await command.witness().record.updateRecord({ app: CUSTOMERS, id: customer.id, record });
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

const rebuilding = (...more: string[]) => command.start(["rebuild", "--file", settings, "--lang", "en", ...more]);
const rebuild = (...more: string[]): Promise<Ended> => endOf(rebuilding(...more));
const REASON = ["--reason", "the apps were deleted"];
const newApps = () => [...domain.apps.values()].filter(({ id }) => !before.has(id));
const names = () => newApps().map(({ settings: { general } }) => general.name);
const records = async (name: string) => {
  const app = newApps().find(({ settings: { general } }) => general.name === name)!.id;
  const { records: all } = await command.witness().record.getRecords({ app });
  return all.map((each) => Object.fromEntries(Object.entries(each).map(([code, { value }]) => [code, value])));
};
const leftOver = async () => (await namesIn(folder)).filter((name) => name.startsWith(".unfinished_rebuild"));

it("says what it would make, and makes nothing, in a dry run", async () => {
  const { code, out } = await rebuild("--dry-run", "--app", String(PROJECTS), "--name-suffix", " (2)");
  expect([code, out]).toEqual([0, expect.stringMatching(/"案件" .*as "案件 \(2\)", outside of spaces/)]);
  expect(out).toContain(`which are not made anew: ${CUSTOMERS}`);
  expect(newApps()).toEqual([]);
});

it("makes apps anew, and tells what is left to do and where old ids are", async () => {
  const { code, out, err } = await rebuild(...REASON);
  expect([code, err]).toEqual([0, expect.anything()]);
  expect(names().sort()).toEqual(["案件", "得意先"].sort());
  expect(out).toMatch(/^The apps were made, with everything/);
  expect(await records("案件")).toEqual([
    expect.objectContaining({ 案件番号: "P-1", 顧客: "C-1", 顧客名: "山田製作所", 合計: "14" }),
  ]);
  expect(await records("得意先")).toEqual([
    expect.objectContaining({ 顧客コード: "C-1", 主な案件: "P-1", 主な案件名: "治具" }),
  ]);
  expect(out).toContain('Give the app its code "PJ"');
  expect(out).toMatch(/customize\/desktop\/js\/2-案件\.js:2: app 101: const customers = \{ app: 101 \};/);
  const file = /Everything in a file: (.*\.rebuild\.jsonl)/.exec(out)?.[1] ?? "";
  const lines = (await readFile(file, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { kind: string });
  expect([...new Set(lines.map(({ kind }) => kind))]).toEqual(["app", "to-do", "old-id"]);
  expect(await leftOver()).toEqual([]);
});

it("goes on with --resume after it was killed, and makes no app twice", async () => {
  domain.faults.add({ when: { method: "PUT", path: "preview/app/views.json" }, do: { kind: "silent", bytes: 0 } });
  const child = rebuilding(...REASON);
  const ended = endOf(child);
  await expect.poll(() => newApps().some(({ preview }) => "一覧" in preview.views), { timeout: 30_000 }).toBe(true);
  child.kill("SIGKILL");
  await ended;
  domain.faults.clear();
  expect(await leftOver()).toHaveLength(1);

  const silent = await rebuild(...REASON);
  expect([silent.code, silent.err]).toEqual([3, expect.stringMatching(/broken off.*--resume.*--discard/s)]);
  const { code, err } = await rebuild("--resume");
  expect([code, err]).toEqual([0, expect.anything()]);
  expect(names().sort()).toEqual(["案件", "得意先"].sort());
  expect(await leftOver()).toEqual([]);
});

it("gives up with --discard, and names the apps that stay", async () => {
  domain.faults.add({ when: { method: "PUT", path: "preview/app/views.json" }, do: { kind: "silent", bytes: 0 } });
  const child = rebuilding(...REASON);
  const ended = endOf(child);
  await expect.poll(() => newApps().some(({ preview }) => "一覧" in preview.views), { timeout: 30_000 }).toBe(true);
  child.kill("SIGKILL");
  await ended;
  domain.faults.clear();
  const { code, out } = await rebuild("--discard");
  expect(code).toBe(1);
  for (const { id } of newApps()) expect(out).toContain(String(id));
  expect(await leftOver()).toEqual([]);
});

it("names an app, too, that it never heard of, when it gives up", async () => {
  domain.faults.add({ when: { method: "POST", path: "preview/app.json" }, do: { kind: "silent", bytes: 0 } });
  const child = rebuilding(...REASON);
  const ended = endOf(child);
  await expect.poll(() => newApps().length, { timeout: 30_000 }).toBe(1);
  child.kill("SIGKILL");
  await ended;
  domain.faults.clear();
  const { code, out } = await rebuild("--discard");
  expect([code, out]).toEqual([1, expect.stringMatching(new RegExp(`stay as they are.*App ID ${newApps()[0]!.id}`))]);
});

it("makes nothing as long as nobody decided about people who are gone", async () => {
  domain.people.users.delete("sato");
  try {
    const { code, err } = await rebuild(...REASON);
    expect([code, err]).toEqual([3, expect.stringContaining('user "sato"')]);
    expect(newApps()).toEqual([]);
    const left = await rebuild("--leave-out-people", ...REASON);
    expect([left.code, left.out]).toEqual([
      2,
      expect.stringContaining('permissions for records: not set, as user "sato" is gone'),
    ]);
  } finally {
    domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  }
});
