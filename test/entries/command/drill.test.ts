import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, expect, it } from "vitest";
import { allLinks } from "../../../src/history/chain/all-links";
import { checkChain } from "../../../src/history/chain/check-chain";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRecordStore } from "../../../src/kintone/writing/record-store";
import { addInspections } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { endOf, namesIn, unattended } from "./unattended";

const command = unattended();
const { domain } = command;

let apps: App[];
let folder: string;
let settings: string;

beforeAll(async () => {
  apps = [addInspections(domain, { records: 30 }), addInspections(domain, { records: 4, name: "検査（別）" })];
  for (const { id } of apps) command.register({ target_app_id: String(id) });
  folder = path.join(command.place, "archives");
  expect((await command.run(folder)).code).toBe(0);
  settings = await command.settingsFile(folder);
});
afterEach(() => domain.faults.clear());

const drill = (...more: string[]) =>
  endOf(command.start(["drill", "--file", settings, "--lang", "en", "--reason", "monthly", ...more]));

async function lastDrills(): Promise<Array<Record<string, { value: unknown }>>> {
  const query = 'record_type in ("drill") order by $id asc';
  return (await command.witness().record.getRecords({ app: command.appId, query })).records;
}

it("drills each app of the archive, tells of it, and writes each into the history, in one chain with the runs", async () => {
  const { code, out, err } = await drill("--sample", "5", "--seed", "2026-11");
  expect([code, err]).toEqual([0, expect.anything()]);
  expect(out).toMatch(/検査 \(\d+\): passed\. Every record that was restored is as in the archive\./);
  expect(out).toContain("of 30 records (seed 2026-11)");
  expect(out).toContain("The records in the scratch app were deleted.");
  const [first, second, ...more] = await lastDrills();
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    ...{ drill_verdict: { value: "passed" }, drill_reason: { value: "monthly" }, drill_scope: { value: "sample" } },
    ...{ drill_app_id: { value: String(apps[0]!.id) }, drill_archived: { value: "30" }, run_lock: { value: "" } },
    ...{ drill_archive_known: { value: "known" }, drill_different: { value: "0" }, run_status: { value: "success" } },
  });
  expect(second).toMatchObject({ drill_app_name: { value: "検査（別）" }, drill_archived: { value: "4" } });
  const report = await readFile(path.join(folder, /Report: .*?([^/]+\.drill\.jsonl)/.exec(out)?.[1] ?? ""), "utf8");
  const [file] = first!.drill_report!.value as [{ fileKey: string }];
  expect(new TextDecoder().decode(await command.witness().file.downloadFile(file))).toBe(report);

  const { baseUrl } = JSON.parse(await readFile(settings, "utf8")) as { baseUrl: string };
  const connection = createPasswordConnection({ baseUrl, username: "admin", password: "kintone", userAgent: "test" });
  const links = await checkChain(allLinks(createRecordStore(connection, { appId: command.appId })));
  expect(links).toMatchObject({ chained: 3, breaks: [], hidden: [] });
});

it("uses the scratch app again, and fails with its records kept when one is damaged before it is read back", async () => {
  const [before] = await lastDrills();
  const scratch = domain.apps.get(Number(before!.drill_scratch_app_id!.value))!;
  expect(scratch.records.size).toBe(0);
  domain.faults.add({ when: { method: "GET", path: "records.json" }, do: { kind: "latency", milliseconds: 400 } });
  const child = command.start(["drill", "--file", settings, "--lang", "en", "--app", String(apps[0]!.id), "--all"]);
  const ended = endOf(child);
  await expect.poll(() => scratch.records.size, { timeout: 60_000, interval: 20 }).toBe(30);
  const [first] = [...scratch.records.ascending()];
  const record = { 品番: { value: "damaged" } } as never;
  await command.witness().record.updateRecord({ app: scratch.id, id: first!.id, record });
  const { code, out } = await ended;
  expect([code, out]).toEqual([1, expect.stringContaining("- record 1: other values (品番)")]);
  expect(out).toContain("Write the corrective action into the record of the drill");
  const drills = await lastDrills();
  expect(drills.at(-1)).toMatchObject({
    ...{ drill_scratch_app_id: { value: String(scratch.id) }, drill_verdict: { value: "failed" } },
    ...{ drill_different: { value: "1" }, drill_identical: { value: "29" }, drill_scratch_fate: { value: "kept" } },
  });
  expect(scratch.records.size).toBe(30);
  expect((await namesIn(folder)).filter((name) => name.startsWith("."))).toEqual([]);
});

it("does not drill beyond the requests of the day, unless somebody says so", async () => {
  const whole = JSON.parse(await readFile(settings, "utf8")) as { settings: object };
  const scarce = path.join(command.place, "scarce.json");
  await writeFile(scarce, JSON.stringify({ ...whole, settings: { ...whole.settings, requestsPerAppAndDay: 20 } }));
  const before = (await lastDrills()).length;
  const asked = ["drill", "--file", scarce, "--lang", "en", "--app", String(apps[1]!.id), "--all"];
  const { code, err } = await endOf(command.start(asked));
  expect([code, err]).toEqual([1, expect.stringMatching(/API requests of the scratch app, and \d+ are left today/)]);
  expect((await lastDrills()).length).toBe(before);
  expect((await endOf(command.start([...asked, "--confirm", "requests"]))).code).toBe(0);
});

it.each([
  [["--confirm", "all"], "--confirm takes requests"],
  [["--sample", "0"], "--sample takes a number of records"],
  [["--all", "--seed", "1"], "--all excludes --sample and --seed"],
  [["--app", "x"], "--app takes the id of an app"],
])("does nothing when it is asked wrongly: %j", async (args, said) => {
  const { code, err } = await drill(...args);
  expect([code, err]).toEqual([3, expect.stringContaining(said)]);
});

it("does nothing with an API token, which makes no app", async () => {
  const env = { ...process.env, KINTONE_USERNAME: "", KINTONE_PASSWORD: "", KINTONE_API_TOKEN: "abc" };
  const { code, err } = await endOf(command.start(["drill", "--file", settings, "--lang", "en"], { env }));
  expect([code, err]).toEqual([3, expect.stringContaining("API tokens cannot")]);
});
