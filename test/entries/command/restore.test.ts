import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { addInspection, addInspections, newFile } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { picture } from "./pictures";
import { type Ended, endOf, namesIn, unattended } from "./unattended";

const command = unattended();
const { domain } = command;
const REASON = ["--reason", "somebody was wrong"];

/** For each test an app of ten records of its own; all of them are in one archive. */
const apps: App[] = [];
let app: App;
let folder: string;
let settings: string;
let archived: unknown;

beforeAll(async () => {
  for (let number = 0; number < 17; number += 1) apps.push(addInspections(domain, { records: 10 }));
  for (const { id } of apps) command.register({ target_app_id: String(id) });
  folder = path.join(command.place, "archives");
  expect((await command.run(folder)).code).toBe(0);
  settings = await command.settingsFile(folder);
});
beforeEach(() => {
  app = apps.shift()!;
  archived = picture(app);
});
afterEach(() => domain.faults.clear());

const restoring = (...more: string[]) =>
  command.start(["restore", "--file", settings, "--app", String(app.id), "--lang", "en", ...more]);
const restore = (...more: string[]): Promise<Ended> => endOf(restoring(...more));
const remove = (...ids: number[]) => command.witness().record.deleteRecords({ app: app.id, ids });
const update = (id: number, record: object) =>
  command.witness().record.updateRecord({ app: app.id, id, record: record as never });
const byNumber = (one: unknown, other: unknown) =>
  Number((one as { 数量: string }).数量) - Number((other as { 数量: string }).数量);

it("tells what each mode would do, and changes nothing, when none is given", async () => {
  await remove(3);
  await update(5, { 品番: { value: "wrong" } });
  addInspection(domain, app, 11);
  const before = picture(app);
  const { code, out } = await restore();
  expect(out).toContain("--add-missing adds 1 record");
  expect(out).toContain("--put-back gives 1 record the values of the archive");
  expect(out).toContain("deletes 0 records; with --and-newer also 1");
  expect(code).toBe(0);
  expect(picture(app)).toEqual(before);
});

it("adds what is missing with its files, and says who had made it", async () => {
  await remove(3, 10);
  const { code, out } = await restore("--add-missing", ...REASON);
  expect(out).toMatch(/^Restored: kintone has everything as it was planned\./);
  expect(out).toContain("added: 2");
  expect(code).toBe(0);
  expect([...picture(app).values()]).toHaveLength(10);
  expect(picture(app).get(11)).toEqual((archived as Map<number, unknown>).get(3));
  expect(picture(app).get(12)).toEqual((archived as Map<number, unknown>).get(10));

  // The history knows their new numbers: they are not missing, and a comparison that is recorded says so.
  const args = [
    "compare",
    "--file",
    settings,
    "--app",
    String(app.id),
    "--lang",
    "en",
    "--record",
    "--reason",
    "audit",
  ];
  const compared = await endOf(command.start(args));
  expect(compared.out).toMatch(/equal: 10\b/);
  expect(compared.code).toBe(0);
  const id = /In the history: record (\d+)/.exec(compared.out)?.[1] ?? "";
  const told = await command.registered(id);
  expect(told).toMatchObject({ restore_kind: "comparison", restore_verdict: "same", restore_reason: "audit" });
  expect(told.restore_archive_known).toBe("known");
});

it("puts back what differs, in chosen fields only where some are chosen", async () => {
  await update(5, { 品番: { value: "wrong" }, 数量: { value: "999" } });
  await update(10, { 添付: { value: [newFile(domain, "図面.txt", "another")] } });
  const chosen = await restore("--put-back", "--fields", "品番", ...REASON);
  expect(chosen.out).toContain("put back: 1");
  expect(picture(app).get(5)).toMatchObject({ 品番: "P-5", 数量: "999" });
  const { code, out } = await restore("--put-back", "--attachments-only", ...REASON);
  expect([out, code]).toEqual([expect.stringContaining("put back: 1"), 0]);
  expect(picture(app).get(5)).toMatchObject({ 数量: "999" });
  expect((await restore("--put-back", ...REASON)).code).toBe(0);
  expect(picture(app)).toEqual(archived);
});

it("restores exactly, with deletions as many as were said, and can be undone by its safety backup", async () => {
  await remove(2);
  await update(5, { 品番: { value: "wrong" } });
  addInspection(domain, app, 11);
  const before = picture(app);
  const exact = ["--exact", "--and-newer", "--app-name", "検査", ...REASON];
  const other = await restore(...exact, "--expect-deletions", "2");
  expect([other.code, other.err]).toEqual([3, expect.stringContaining("1 record would be deleted, not 2")]);
  expect(picture(app)).toEqual(before);

  const { code, out } = await restore(...exact, "--expect-deletions", "1");
  expect(code).toBe(0);
  expect([...picture(app).values()].sort(byNumber)).toEqual([...(archived as Map<number, unknown>).values()]);

  const undo = /To undo the restore: kintone-backup (restore .*)/.exec(out)?.[1] ?? "";
  const args = [...undo.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  const undone = await endOf(command.start([...args, "--lang", "en"]));
  expect([undone.code, undone.err]).toEqual([0, expect.anything()]);
  expect([...picture(app).values()].sort(byNumber)).toEqual([...before.values()].sort(byNumber));
});

it("goes on with --resume after it was killed in the middle of an answer, and adds nothing twice", async () => {
  await remove(1, 2, 3);
  domain.faults.add({ when: { method: "POST", path: "records.json" }, do: { kind: "silent", bytes: 0 } });
  const child = restoring("--add-missing", ...REASON);
  const ended = endOf(child);
  await expect.poll(() => app.records.size, { timeout: 30_000 }).toBeGreaterThan(7);
  child.kill("SIGKILL");
  await ended;
  domain.faults.clear();
  const names = (await namesIn(folder)).filter((name) => name.startsWith(".unfinished_restore"));
  expect(names).toHaveLength(1);

  const silent = await restore("--add-missing", ...REASON);
  expect([silent.code, silent.err]).toEqual([3, expect.stringMatching(/broken off.*--resume.*--discard/s)]);
  const { code, out } = await restore("--resume");
  expect([code, out]).toEqual([0, expect.stringContaining("added: 3")]);
  expect(app.records.size).toBe(10);
  expect((await namesIn(folder)).filter((name) => name.startsWith(".unfinished_restore"))).toEqual([]);
});

it("gives up a restore that was killed, and tells the history what it had written", async () => {
  await remove(1, 2);
  domain.faults.add({ when: { method: "POST", path: "records.json", times: 1 }, do: { kind: "silent", bytes: 0 } });
  const child = restoring("--add-missing", ...REASON);
  const ended = endOf(child);
  await expect.poll(() => app.records.size, { timeout: 30_000 }).toBe(10);

  // Another folder knows nothing of it; the history does.
  const elsewhere = await command.settingsFile(path.join(command.place, "elsewhere"));
  const zip = path.join(
    folder,
    (await namesIn(folder)).find((name) => /^kintone-backup_.*zip$/.test(name))!,
  );
  const refused = await endOf(
    command.start([
      "restore",
      "--file",
      elsewhere,
      zip,
      "--app",
      String(apps[0]!.id),
      "--add-missing",
      ...REASON,
      "--lang",
      "en",
    ]),
  );
  settings = await command.settingsFile(folder);
  expect([refused.code, refused.err]).toEqual([3, expect.stringContaining("under way")]);

  child.kill("SIGKILL");
  await ended;
  const { code, out } = await restore("--discard");
  expect([code, out]).toEqual([1, expect.stringMatching(/given up.*nobody knows whether they were written.*1, 2/s)]);
  const told = await command.registered(/record (\d+)/.exec(out.slice(out.indexOf("history")))?.[1] ?? "");
  expect(told).toMatchObject({ restore_verdict: "stopped", restore_undecided: "2" });
  expect((await restore("--resume")).err).toContain("There is no restore that was broken off");
});

it("gives an end to a restore whose app is gone when it is gone on with", async () => {
  await remove(1, 2);
  domain.faults.add({ when: { method: "POST", path: "records.json", times: 1 }, do: { kind: "silent", bytes: 0 } });
  const child = restoring("--add-missing", ...REASON);
  const ended = endOf(child);
  await expect.poll(() => app.records.size, { timeout: 30_000 }).toBe(10);
  child.kill("SIGKILL");
  await ended;
  domain.faults.clear();
  domain.apps.delete(app.id);
  const { code, out } = await restore("--resume");
  expect([code, out]).toEqual([1, expect.stringMatching(/ended before everything.*GAIA_AP01.*history/s)]);
  expect((await restore("--resume")).err).toContain("There is no restore that was broken off");
});

it("looks for what was added when the answer is lost", async () => {
  await remove(4, 5);
  domain.faults.add({ when: { method: "POST", path: "records.json", times: 1 }, do: { kind: "drop", after: true } });
  const { code, out } = await restore("--add-missing", ...REASON);
  expect([code, out]).toEqual([0, expect.stringContaining("added: 2")]);
  expect(app.records.size).toBe(10);
});

it("begins nothing while something stands in the way, and says what can be done about it", async () => {
  await remove(1, 2);
  const { 判定, ...others } = app.preview.properties;
  const { 良: _gone, ...options } = 判定!.options as Record<string, never>;
  app.change({ properties: { ...others, 判定: { ...判定!, options } } });
  app.deploy("admin");
  const { code, err } = await restore("--add-missing", ...REASON);
  expect(err).toMatch(/Nothing was changed, as this stands in the way:.*判定.*良.*--plan/s);
  expect([code, app.records.size]).toEqual([3, 8]);
});

it("ends with 2 when kintone refuses a record, and names it with kintone's words", async () => {
  await remove(1, 2);
  const errors = { "records[1].判定.value": { messages: ["この値は使えません。"] } };
  const body = JSON.stringify({ code: "CB_VA01", id: "x", message: "入力内容が正しくありません。", errors });
  domain.faults.add({
    when: { method: "POST", path: "records.json", times: 1 },
    do: { kind: "answer", status: 400, contentType: "application/json", body },
  });
  const { code, out } = await restore("--add-missing", ...REASON);
  expect(out).toMatch(/Record 2.*kintone did not take it.*判定: この値は使えません/);
  expect([code, app.records.size]).toEqual([2, 9]);
  const name = (await namesIn(folder)).filter((each) => each.endsWith(".report.jsonl")).at(-1)!;
  const lines = (await readFile(path.join(folder, name), "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as object);
  expect(lines).toContainEqual(expect.objectContaining({ kind: "record", id: "1", outcome: "added" }));
  expect(lines).toContainEqual(
    expect.objectContaining({
      id: "2",
      outcome: "refused",
      error: expect.objectContaining({ kintone: expect.objectContaining({ code: "CB_VA01" }) }),
    }),
  );
  expect(lines.at(-1)).toMatchObject({ kind: "restored", verdict: "explained", counts: { added: 1, refused: 1 } });
});

it("carries out a plan that was written before, and only when it still comes to the same", async () => {
  await remove(2, 4);
  const plan = path.join(folder, `${app.id}.restore-plan.json`);
  const dry = await restore("--add-missing", "--dry-run", "--write-plan", plan);
  expect([dry.code, app.records.size]).toEqual([0, 8]);
  await remove(6);
  const otherwise = await restore("--plan", plan, ...REASON);
  expect([otherwise.code, app.records.size], otherwise.out).toEqual([3, 7]);
  const { planned: _planned, ...byHand } = JSON.parse(await readFile(plan, "utf8")) as { planned: unknown };
  await writeFile(plan, JSON.stringify(byHand));
  const { code, err } = await restore("--plan", plan, ...REASON);
  expect([code, app.records.size], err).toEqual([0, 10]);
});

it("chooses records by what they were in the archive, with API tokens, too", async () => {
  await remove(2, 4, 6);
  const rights = { view: true, add: true, edit: true, delete: false, manage: false };
  app.tokens.push({ token: "of-app", ...rights });
  domain.apps.get(Number(command.appId))!.tokens.push({ token: "of-management", ...rights });
  const env = { KINTONE_USERNAME: "", KINTONE_PASSWORD: "", KINTONE_API_TOKEN: "of-app,of-management" };
  const args = ["restore", "--file", settings, "--app", String(app.id), "--lang", "en", "--add-missing", ...REASON];
  const { code, out, err } = await endOf(command.start([...args, "--where", '数量 > "3"', "--ids", "2,4"], { env }));
  // Who made it is the token's administrator now: it may not say otherwise.
  expect([code, out], err).toEqual([2, expect.stringContaining("added: 1")]);
  expect(err).not.toContain("UNEXPECTED");
  expect(picture(app).get(11)).toMatchObject({ 品番: "P-4" });
});

it.each([
  ["no reason", ["--add-missing"], /--reason is missing/],
  ["an unknown option", ["--ad-missing"], /Unknown option/],
  ["deletions without their number", ["--exact", ...REASON], /--expect-deletions/],
  ["two apps", ["--app", "9999", "--add-missing", ...REASON], /takes one --app/],
  ["a run that is not there", ["--run", "never", "--add-missing", ...REASON], /no zip file of run never/],
])("changes nothing and ends with 3: %s", async (_what, args, words) => {
  await remove(1);
  const { code, err } = await restore(...args);
  expect([code, err]).toEqual([3, expect.stringMatching(words)]);
  expect(app.records.size).toBe(9);
});
