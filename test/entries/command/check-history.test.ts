import { appendFile, copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { NO_KEYS } from "../../../src/archive/encryption/keys";
import { tmpdir } from "node:os";
import path from "node:path";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addTargets } from "../../../scripts/add-targets";
import { checkHistoryOnNode } from "../../../src/entries/command/check-history";
import { runOnNode } from "../../../src/entries/command/run";
import { formFields } from "../../../src/history/app-definition/fields";
import { japanese } from "../../../src/history/app-definition/japanese";
import { createHistory } from "../../../src/history/runs/run-records";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRecordStore } from "../../../src/kintone/writing/record-store";
import { messagesFor } from "../../../src/screens/text/run/language";
import { DEFAULT_SETTINGS } from "../../../src/settings/settings";
import { sha256 } from "../../archive/archive-fixture";
import { addInspections } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { createDomain, type NewApp } from "../../emulator/domain/domain";
import { type Emulator, startEmulator } from "../../emulator/server";
import { outcome } from "../../history/runs/runs";

type Cells = Record<string, { value: unknown }>;

const ADMIN = { username: "admin", password: "kintone" };
const AUDITOR = { username: "suzuki", password: "kintone" };
const domain = createDomain();
for (const { username, password } of [ADMIN, AUDITOR])
  domain.people.addUser({ code: username, name: username, password });

let emulator: Emulator;
let client: KintoneRestAPIClient;
let management: App;
let folder: string;
/** `$id`s of runs of `kintone-backup`, the last one with two volumes. */
let ids: string[];
let zips: string[];

beforeAll(async () => {
  emulator = await startEmulator({ domain });
  client = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: ADMIN });
  folder = await mkdtemp(path.join(tmpdir(), "kbm-history-"));
  const properties = formFields(japanese) as unknown as NewApp["properties"];
  const viewer = { entity: { type: "USER", code: "suzuki" }, recordViewable: true };
  const all = { recordViewable: true, recordAddable: true, recordEditable: true, recordDeletable: true };
  const acl = [{ entity: { type: "USER", code: "admin" }, appEditable: true, ...all }, viewer];
  management = domain.addApp({ name: "バックアップ管理", creator: "admin", properties, acl });
  const target = addInspections(domain, { records: 3 });
  await addTargets(client, String(management.id), [{ appId: String(target.id) }]);
  for (const filePrefix of ["first", "second", "third"]) await backUp(filePrefix);
  await rememberTwoVolumes();
  ids = (await runs()).map(({ $id }) => String($id?.value));
  zips = (await readdir(folder)).sort();
  expect([ids.length, zips.length]).toEqual([4, 5]);
});
afterAll(async () => {
  await emulator?.close();
  await rm(folder, { recursive: true, force: true });
});

async function backUp(filePrefix: string): Promise<void> {
  const file = { ...settingsFile(), settings: { ...DEFAULT_SETTINGS, filePrefix } };
  const { status } = await runOnNode(file, ADMIN, {
    messages: messagesFor("en"),
    pluginVersion: "1",
    report: () => undefined,
    resume: false,
    keys: NO_KEYS,
    note: () => undefined,
    signal: new AbortController().signal,
  });
  expect(status).toBe("success");
}

/** A real volume is full at 64 MiB. */
async function rememberTwoVolumes(): Promise<void> {
  const volumes = ["fourth.zip", "fourth.part02.zip"].map((name) => ({
    name,
    size: name.length,
    sha256: sha256(name),
  }));
  for (const { name } of volumes) await writeFile(path.join(folder, name), name);
  const store = createRecordStore(
    createPasswordConnection({ baseUrl: emulator.url, ...ADMIN, userAgent: "test", fetch }),
    {
      appId: String(management.id),
    },
  );
  const clock = { now: () => new Date() };
  const history = createHistory(store, { describe: ({ error }) => error.message, pluginVersion: "1", clock });
  const run = { ...outcome, runId: "two-volumes", volumes };
  await history.begin(run);
  await history.finish(run, "log");
}

const settingsFile = () => ({
  baseUrl: emulator.url,
  app: String(management.id),
  folder,
  places: [{ kind: "folder" as const, name: "folder", path: folder }],
  settings: DEFAULT_SETTINGS,
});

async function runs(): Promise<Cells[]> {
  const query = 'record_type in ("run") order by $id asc';
  return (await client.record.getRecords({ app: management.id, query })).records as Cells[];
}

/** As an auditor, who may view and nothing else. */
async function check(kept: string[] = [], credentials: Parameters<typeof checkHistoryOnNode>[1] = AUDITOR) {
  const checked = await checkHistoryOnNode(settingsFile(), credentials, {
    zips: kept,
    language: "en",
    pluginVersion: "1",
    outputs: { progressLine: () => ({ report: () => undefined, end: () => undefined }) },
  });
  return "unusable" in checked ? { sound: undefined, report: checked.unusable } : checked;
}

const runIdOf = async (id: string | undefined) => {
  const { record } = await client.record.getRecord({ app: management.id, id: id ?? "" });
  return String((record as Cells).run_id?.value);
};

describe("a history of real runs", () => {
  it("holds from the first to the last, for whoever may view it", async () => {
    const { sound, report } = await check();
    expect(report).toContain("Intact (4 runs)");
    expect(report).toContain(`${await runIdOf(ids[0])}) – `);
    expect(report).toContain(String((await runs()).at(-1)?.run_chain_digest?.value));
    expect(sound).toBe(true);
    management.tokens.push({ token: "to-view", view: true, add: false, edit: false, delete: false, manage: false });
    expect((await check([], { apiTokens: ["to-view"] })).sound).toBe(true);
  });

  it("breaks where a fact was changed, and holds again with the true one", async () => {
    const change = (run_operator_name: string) =>
      client.record.updateRecord({
        app: management.id,
        id: ids[1]!,
        record: { run_operator_name: { value: run_operator_name } },
      });
    await change("somebody else");
    const { sound, report } = await check([folder]);
    expect(sound).toBe(false);
    expect(report).toMatch(new RegExp(`First: .*${await runIdOf(ids[1])}.*#record=${ids[1]}\\n.*were changed`));
    expect(report).toContain("Intact (1 run)");
    expect(report).toMatch(/second_\S+: as the history says\..* But the record of this run does not fit the history\./);
    await change(ADMIN.username);
    expect((await check()).sound).toBe(true);
  });

  it("breaks where a run was added", async () => {
    const record = { record_type: { value: "run" }, run_id: { value: "forged" }, run_status: { value: "success" } };
    const { id } = await client.record.addRecord({ app: management.id, record });
    const { sound, report } = await check();
    expect(sound).toBe(false);
    expect(report).toMatch(new RegExp(`First: .*forged.*#record=${id}\\n.*It has no digest`));
    await client.record.deleteRecords({ app: management.id, ids: [id] });
  });

  it("cannot be checked by who may not view it, or not all of its fields", async () => {
    const { appAcl, fieldAcl } = management.settings;
    const deploy = (change: Parameters<App["change"]>[0]) => {
      management.change(change);
      management.deploy("admin");
    };
    deploy({ appAcl: appAcl.slice(0, 1) });
    await expect(check()).rejects.toMatchObject({ code: "NO_PERMISSION" });
    deploy({ appAcl });
    const nobody = {
      entity: { type: "USER" as const, code: "suzuki" },
      includeSubs: false,
      accessibility: "NONE" as const,
    };
    deploy({ fieldAcl: [{ code: "run_operator_code", entities: [nobody] }] });
    const { sound, report } = await check();
    expect({ sound, report }).toMatchObject({ sound: undefined, report: expect.stringContaining("run_operator_code") });
    expect(report).not.toContain("changed");
    deploy({ fieldAcl });
  });
});

describe("zips beside the history", () => {
  let kept: string;
  afterEach(() => rm(kept, { recursive: true, force: true }));

  /** Copies that may be spoilt. */
  async function keep(names: readonly string[] = zips): Promise<(name: string) => string> {
    kept = await mkdtemp(path.join(tmpdir(), "kbm-kept-"));
    for (const name of names) await copyFile(path.join(folder, name), path.join(kept, name));
    return (name) => path.join(kept, name);
  }

  it("are known, also by another name, and each once", async () => {
    const at = await keep();
    await rename(at("fourth.zip"), at("fourth (1).zip"));
    await mkdir(at("folder.zip"));
    const { sound, report } = await check([kept, at("fourth.part02.zip")]);
    expect(report).toContain("Zip files (5)");
    expect(report.match(/: as the history says/g)).toHaveLength(5);
    expect(report).toContain('where it is called "fourth.zip"');
    expect(report).toContain("use kintone-backup verify");
    expect(sound).toBe(true);
    expect((await check([at("fourth (1).zip"), at("fourth.part02.zip")])).report).toContain(
      "no zip file was given: 3 runs",
    );
  });

  it("are named when the history does not know them, or knows other bytes", async () => {
    const at = await keep();
    await appendFile(at(zips.at(-1)!), "x");
    const changed = await check([kept]);
    expect(changed.sound).toBe(false);
    expect(changed.report).toMatch(/third_\S+: its contents are not those of "third_\S+" in the history/);
    expect(changed.report.match(/: as the history says/g)).toHaveLength(4);
    await writeFile(at("stranger.zip"), "no run made it");
    expect((await check([at("stranger.zip")])).report).toContain("stranger.zip: the history does not know it.");
  });

  it("are named by run when some volumes of it are missing", async () => {
    await keep(["fourth.part02.zip"]);
    const { sound, report } = await check([kept]);
    expect(sound).toBe(false);
    expect(report).toMatch(/two-volumes\): "fourth\.zip" not there/);
    expect(report).toContain("no zip file was given: 3 runs");
  });

  it("must be there", async () => {
    const at = await keep([]);
    expect(await check([kept])).toMatchObject({ sound: undefined, report: expect.stringContaining(kept) });
    await mkdir(at("folder.zip"));
    expect((await check([kept])).report).toContain(`${kept}: there is no zip file`);
    expect((await check([at("nowhere.zip")])).report).toContain("nowhere.zip (ENOENT)");
  });

  it("are unknown when the record of their run was deleted, and the chain names the next run", async () => {
    await keep();
    const next = await runIdOf(ids[2]);
    await client.record.deleteRecords({ app: management.id, ids: [ids[1]!] });
    const { sound, report } = await check([kept]);
    expect(sound).toBe(false);
    expect(report).toMatch(new RegExp(`First: .*${next}.*\\n.*The run before it is not there`));
    expect(report).toMatch(/second_\S+: the history does not know it\./);
    await client.record.deleteRecords({ app: management.id, ids: ids.slice(2).concat(ids[0]!) });
    const empty = await check();
    expect(empty).toMatchObject({ sound: false, report: expect.stringContaining("There is no run to check") });
  });
});
