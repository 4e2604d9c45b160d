import { copyFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { addInspections } from "../../backup/whole-runs/inspections";
import { endOf, namesIn, unattended } from "./unattended";

const command = unattended();
const { domain } = command;

let folder: string;
let settings: string;
/** Of the app that is backed up. */
let appId: string;

const places = (keep?: object) => ({ places: [{ kind: "folder", name: "nas", path: folder, ...(keep && { keep }) }] });
const ask = (verb: string, ...more: string[]) =>
  endOf(command.start([verb, "--file", settings, "--lang", "en", ...more]));
/** Those that lie there, in the order of their runs: names have no more than the second, and two runs may have the same. */
async function zips(): Promise<string[]> {
  const present = (await namesIn(folder)).filter((name) => name.endsWith(".zip"));
  const volumes = (await cells("run", "run_volumes")) as unknown as Array<
    Array<{ value: { volume_name: { value: string } } }>
  >;
  const told = volumes.flat().map(({ value }) => value.volume_name.value);
  return [...told.filter((name) => present.includes(name)), ...present.filter((name) => !told.includes(name))];
}
const codeIn = (out: string) => /--confirm ([0-9a-f]{12})$/m.exec(out)?.[1] ?? "";

async function records(type: string) {
  const query = `record_type in ("${type}") order by $id asc`;
  return (await command.witness().record.getRecords({ app: command.appId, query })).records;
}
const cells = async (type: string, code: string) => (await records(type)).map((record) => record[code]?.value);

beforeAll(async () => {
  appId = String(addInspections(domain, { records: 3 }).id);
  command.register({ target_app_id: appId });
  folder = path.join(command.place, "archives");
  settings = await command.settingsFile(folder, places());
  for (let run = 0; run < 3; run += 1) expect((await ask("run")).code).toBe(0);
});

it("lets nothing go without a rule", async () => {
  const { code, out } = await ask("prune");
  expect([code, out]).toEqual([0, expect.stringContaining("There is no rule for this place")]);
  expect(await zips()).toHaveLength(3);
});

it("lets nothing go by a rule that nobody has confirmed, and says how to confirm what it shows", async () => {
  settings = await command.settingsFile(folder, places({ last: 1 }));
  const [first, second, third] = await zips();
  const preview = await ask("prune", "--dry-run");
  expect(preview.code).toBe(0);
  expect(preview.out).toContain("Rule: keep last 1");
  expect(preview.out).toMatch(new RegExp(`# \\S+ +${third} .*one of the latest / the last success / the newest`));
  for (const gone of [first, second]) expect(preview.out).toMatch(new RegExp(`x \\S+ +${gone}`));
  expect(preview.out).toMatch(/Goes: 2 \(/);
  const refused = await ask("prune");
  expect([refused.code, codeIn(refused.out)]).toEqual([1, codeIn(preview.out)]);
  expect(await zips()).toHaveLength(3);
  expect(await records("disposal")).toEqual([]);
});

it("holds a run, with the reason in the history; and a preview from before that confirms nothing", async () => {
  const before = codeIn((await ask("prune", "--dry-run")).out);
  const [runId] = await cells("run", "run_id");
  expect((await ask("hold", String(runId), "--reason", "tax audit")).code).toBe(0);
  expect(await ask("hold", "no-such-run", "--reason", "tax audit")).toMatchObject({ code: 2 });
  const stale = await ask("prune", "--place", "nas", "--confirm", before);
  expect([stale.code, stale.out]).toEqual([2, expect.stringContaining("has changed since that preview")]);
  const { out } = await ask("prune", "--dry-run");
  expect(out).toContain("held: tax audit");
  const confirmed = await ask("prune", "--place", "nas", "--confirm", codeIn(out));
  expect([confirmed.code, confirmed.out]).toEqual([0, expect.stringContaining("is confirmed: keep last 1")]);
  expect(await cells("disposal", "disposal_kind")).toEqual(["held", "confirmed"]);
  expect(await zips()).toHaveLength(3);
});

it("removes what the confirmed rule lets go, and leaves a record of it that the check of the history knows", async () => {
  const [first, second, third] = await zips();
  const { code, out } = await ask("prune");
  expect([code, out]).toEqual([0, expect.stringContaining(`${second}: removed.`)]);
  expect(await zips()).toEqual([first, third]);
  const disposal = (await records("disposal")).at(-1)!;
  const [, runId] = await cells("run", "run_id");
  expect(disposal).toMatchObject({
    ...{ disposal_kind: { value: "disposed" }, disposal_verdict: { value: "disposed" }, run_lock: { value: "" } },
    ...{
      disposal_archive_run_id: { value: runId },
      disposal_rule: { value: "last 1" },
      disposal_place: { value: "nas" },
    },
    ...{ disposal_approved_by: { value: "admin" }, run_status: { value: "success" } },
  });
  expect(disposal.disposal_volumes?.value).toMatch(new RegExp(`^deleted [0-9a-f]{64} \\d+ ${second}$`));
  const check = await endOf(command.start(["check-history", settings, "--lang", "en", "--zips", folder]));
  expect([check.code, check.out]).toEqual([0, expect.stringContaining("as the history tells: 1 run")]);
  expect((await ask("prune")).code).toBe(0);
  expect(await cells("disposal", "disposal_kind")).toEqual(["held", "confirmed", "disposed"]);
});

it("goes on after each run that is a success, and after no other", async () => {
  const [held, third] = await zips();
  command.register({ target_app_id: "9999" });
  expect((await ask("run")).code).toBe(1);
  expect(await zips()).toEqual([held, third, expect.any(String)]);
  expect((await ask("prune", "--dry-run")).out).toContain("nothing goes until a backup is a success again");
  command.forgetTargets();
  command.register({ target_app_id: appId });
  const { code, out } = await ask("run");
  expect([code, out]).toEqual([0, expect.stringContaining(`${third}: removed.`)]);
  // The incomplete one went, too.
  expect(await zips()).toEqual([held, expect.any(String)]);
});

it("removes no bytes that are not the history's, and says that they remain", async () => {
  const [held, newest] = await zips();
  const [runId] = await cells("run", "run_id");
  expect((await ask("hold", String(runId), "--release", "--reason", "the audit is over")).code).toBe(0);
  const file = path.join(folder, String(held));
  const bytes = await readFile(file);
  await writeFile(file, Buffer.from(bytes).fill(0, 100, 110));
  const { code, out } = await ask("prune");
  expect([code, out]).toEqual([1, expect.stringContaining("stays: not the bytes of the history")]);
  expect(await zips()).toEqual([held, newest]);
  expect((await cells("disposal", "disposal_verdict")).at(-1)).toBe("remains");
  await writeFile(file, bytes);
  expect((await ask("prune")).code).toBe(0);
  expect(await zips()).toEqual([newest]);
});

it("never takes what it does not know, and goes by no other rule than the confirmed one", async () => {
  const [newest] = await zips();
  const stranger = "kintone-backup_20200101_030000.zip";
  await copyFile(path.join(folder, String(newest)), path.join(folder, stranger));
  const { code, out } = await ask("prune");
  expect([code, out]).toEqual([0, expect.stringMatching(new RegExp(`unknown to the history .*${stranger}`))]);
  expect((await ask("run")).code).toBe(0);
  expect(await zips()).toHaveLength(2);
  settings = await command.settingsFile(folder, places({ daily: 1 }));
  expect((await ask("run")).out).toContain("Another rule was confirmed for this place (keep last 1)");
  expect(await zips()).toHaveLength(3);
});
