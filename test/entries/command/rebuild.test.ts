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
