import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addInspection, addInspections, newFile } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { type Ended, endOf, namesIn, unattended } from "./unattended";

const command = unattended();
const { domain } = command;
let app: App;
let other: App;
let folder: string;
let settings: string;
let differences: string;
/** Of the first run, which has both apps as they were at the beginning. */
let zip: string;

beforeAll(async () => {
  app = addInspections(domain, { records: 30 });
  other = addInspections(domain, { records: 2, name: "ほかの検査" });
  for (const { id } of [app, other]) {
    command.register({ target_app_id: String(id), target_include: ["records", "attachments", "settings"] });
  }
  folder = path.join(command.place, "archives");
  expect((await command.run(folder)).code).toBe(0);
  zip = path.join(folder, (await namesIn(folder))[0]!);
  settings = await command.settingsFile(folder);
});
beforeEach(({ task }) => {
  differences = path.join(command.place, `${task.id}.jsonl`);
});
afterEach(() => domain.faults.clear());

const compare = (...args: string[]): Promise<Ended> =>
  endOf(command.start(["compare", "--file", settings, ...args], { timeout: 60_000 }));
const update = (id: number, record: object) =>
  command.witness().record.updateRecord({ app: app.id, id, record: record as never });
const linesOf = async (file: string) =>
  (await readFile(file, "utf8"))
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it("finds nothing right after a backup, in the folder of the settings file", async () => {
  const { code, out } = await compare("--lang", "en", "--bytes", "--differences", differences);
  expect(out).toMatch(/^Nothing differs/);
  for (const part of [path.basename(zip), 'App "検査"', "equal: 30", 'App "ほかの検査"', "equal: 2"]) {
    expect(out).toContain(part);
  }
  expect(code).toBe(0);
  expect(await linesOf(differences)).toMatchObject([
    { app: String(app.id), kind: "compared", counts: { equal: 30 }, condition: "", excludedFields: [] },
    { app: String(other.id), kind: "compared", counts: { equal: 2 } },
  ]);
});

describe("where people went on working", () => {
  beforeAll(async () => {
    await command.witness().record.deleteRecords({ app: app.id, ids: [3] });
    await update(6, { 品番: { value: "\u001b[31mP6" }, 測定: { value: [{ value: { 項目: { value: "a" } } }] } });
    await update(10, { 添付: { value: [newFile(domain, "図面.txt", "drawing XX")] } });
    addInspection(domain, app, 31);
  });

  it("tells what was deleted, changed and added, on the screen and in a file", async () => {
    const { code, out, err } = await compare(
      ...[zip, "--app", String(app.id), "--bytes", "--lang", "ja", "--differences", differences],
    );
    expect(err).not.toMatch(/UNEXPECTED|予期しない/);
    expect(out).toContain("アプリにないレコード（1件）");
    expect(out).toContain("- レコード（ID 3）\n");
    expect(out).toMatch(/- レコード（ID 6）（admin、.*）: 品番: 「P-6」 → 「.?\[31mP6」; 測定: （空） → 1行\n/);
    expect(out).toMatch(/- レコード（ID 10）（.*）: 添付 図面\.txt（10 バイト）: 名前とサイズは同じで、内容が違います/);
    expect(out).toContain("- レコード（ID 31）\n");
    expect(out).not.toContain("ほかの検査");
    expect(out).not.toContain("\u001b");
    expect(code).toBe(1);

    const lines = await linesOf(differences);
    expect(lines.every((line) => line.app === String(app.id))).toBe(true);
    expect(lines).toMatchObject([
      { kind: "missing", id: "3" },
      {
        ...{ kind: "differs", id: "6", present: { id: "6", revision: "2" }, changed: { by: "admin" } },
        fields: [
          { field: "品番", role: "written", archived: "P-6", present: "\u001b[31mP6" },
          { field: "測定", archived: [], present: [{ value: { 項目: { value: "a" } } }] },
        ],
      },
      { kind: "differs", id: "10", fields: [{ field: "添付", ofBytes: true }] },
      { kind: "newer", id: "31", revision: "1" },
      { kind: "compared", counts: { archived: 30, present: 30, equal: 27, missing: 1, differs: 2, newer: 1 } },
    ]);
  });

  it("never writes over a file that is there", async () => {
    await writeFile(differences, "of another comparison");
    const { code, out, err } = await compare(zip, "--lang", "zh", "--differences", differences);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(`已有文件“${differences}”（未被覆盖）`);
    expect(await readFile(differences, "utf8")).toBe("of another comparison");
  });

  it("takes the newest of several runs that is there whole, unless told otherwise", async () => {
    expect((await command.run(folder)).code).toBe(0);
    const newest = (await namesIn(folder)).find((name) => !zip.endsWith(name))!;
    const now = await compare("--lang", "en");
    expect(now).toMatchObject({ code: 0, out: expect.stringContaining(newest) });
    const [, runId = ""] = /run (\S+) of/.exec((await compare(zip, "--lang", "en")).out) ?? [];
    const then = await compare("--run", runId, "--lang", "en");
    expect(then).toMatchObject({ code: 1, out: expect.stringContaining(path.basename(zip)) });
    const never = await compare("--run", "never", "--lang", "en");
    expect(never).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/no zip file of run never.*There are/s),
    });
    expect(never.err).toContain(runId);
  });
});

it("goes on with other apps when one is gone, and names it with what helps", async () => {
  domain.apps.delete(other.id);
  const { code, out, err } = await compare(zip, "--lang", "en", "--differences", differences);
  domain.apps.set(other.id, other);
  expect(code).toBe(2);
  expect(out).toContain(`App ${other.id} does not exist. Deleted less than 14 days ago?`);
  expect(out).toContain('App "検査"');
  expect(out).toContain("in the archive: 30");
  expect(err).toContain("Not every app could be compared. Nothing was changed.");
  expect((await linesOf(differences)).at(-1)).toMatchObject({ app: String(other.id), kind: "not-compared" });
});

it("does not take another app of that id for the one of the archive", async () => {
  const { createdAt } = other;
  other.createdAt = "2020-01-01T00:00:00.000Z";
  const { code, out } = await compare(zip, "--app", String(other.id), "--lang", "en");
  other.createdAt = createdAt;
  expect(out).toMatch(/App \d+ is now "ほかの検査" by admin, made .*2020.*; the archive is of "ほかの検査"/);
  expect(code).toBe(2);
});

it("compares nothing with an archive that is damaged, and leaves no file", async () => {
  const place = path.join(command.place, "damaged");
  await mkdir(place);
  const copy = path.join(place, path.basename(zip));
  await copyFile(zip, copy);
  const bytes = await readFile(copy);
  // In the packed records, behind the name in their local header.
  bytes[bytes.indexOf(`${app.id}/records.jsonl`) + 100]! ^= 1;
  await writeFile(copy, bytes);
  const { code, out, err } = await compare(place, "--lang", "en", "--differences", differences);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain("This is not a sound archive. Nothing was compared, and nothing was changed.");
  expect(err).toMatch(/ {2}- .*records\.jsonl.*(DAMAGED|MISMATCH)/);
  expect(await namesIn(path.dirname(differences))).not.toContain(path.basename(differences));
});

it("ends at once when it is cancelled, and says that nothing was changed", async () => {
  domain.faults.add({ when: { method: "GET", path: "records.json" }, do: { kind: "latency", milliseconds: 20_000 } });
  const child = command.start(["compare", "--file", settings, zip, "--lang", "en"]);
  const ended = endOf(child);
  let told = "";
  child.stderr!.on("data", (text) => (told += String(text)));
  await expect.poll(() => told, { timeout: 15_000 }).toContain('Comparing "検査"');
  child.kill("SIGINT");
  const { code, err } = await ended;
  expect(code).toBe(2);
  expect(err).toContain("The comparison was cancelled. Nothing was changed.");
});
