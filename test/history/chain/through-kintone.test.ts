import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunOutcome } from "../../../src/domain/outcome";
import type { AppRecord, RecordStore } from "../../../src/domain/record-store";
import { formFields } from "../../../src/history/app-definition/fields";
import { japanese } from "../../../src/history/app-definition/japanese";
import { checkChain } from "../../../src/history/chain/check-chain";
import { allLinks } from "../../../src/history/chain/all-links";
import { createHistory } from "../../../src/history/runs/run-records";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRecordStore } from "../../../src/kintone/writing/record-store";
import { createDomain, type NewApp } from "../../emulator/domain/domain";
import { type Emulator, startEmulator } from "../../emulator/server";
import { failure, outcome, success } from "../runs/runs";
import { describeProblem, outcomes } from "./random-runs";

const BEGIN = new Date("2026-11-23T00:00:00Z");
const MINUTE = 60_000;
const account = { username: "admin", password: "kintone" };

describe("the chain, written to kintone and read back", () => {
  const time = { now: BEGIN };
  const domain = createDomain({ now: () => time.now });
  domain.people.addUser({ code: account.username, name: "管理者", password: account.password });
  let emulator: Emulator;
  let app: string;
  let store: RecordStore;
  let client: KintoneRestAPIClient;

  beforeAll(async () => {
    emulator = await startEmulator({ domain });
    client = new KintoneRestAPIClient({ baseUrl: emulator.url, auth: account });
  });
  afterAll(() => emulator.close());
  beforeEach(() => makeApp());

  function makeApp(settings: NewApp["settings"] = {}) {
    const properties = formFields(japanese) as unknown as NewApp["properties"];
    const 備考 = { type: "SINGLE_LINE_TEXT", code: "備考", label: "備考" };
    const added = domain.addApp({
      name: "バックアップ管理",
      creator: "admin",
      properties: { ...properties, 備考 } as NewApp["properties"],
      settings,
    });
    app = String(added.id);
    const connection = createPasswordConnection({ baseUrl: emulator.url, ...account, userAgent: "test", fetch });
    store = createRecordStore(connection, { appId: app });
  }

  const history = () =>
    createHistory(store, { describe: describeProblem, pluginVersion: "0.1.0", clock: { now: () => time.now } });

  async function remember(run: RunOutcome) {
    const runs = history();
    await runs.begin(run);
    await runs.report(run.results);
    await runs.finish(run, `log of ${run.runId}`);
  }

  async function readOfficially(): Promise<AppRecord[]> {
    const records = await client.record.getAllRecordsWithId({ app, condition: 'record_type in ("run")' });
    return records as unknown as AppRecord[];
  }

  it("holds whatever the runs were", async () => {
    await fc.assert(
      fc.asyncProperty(outcomes({ minLength: 1, maxLength: 4 }), async (runs) => {
        makeApp();
        for (const run of runs) await remember(run);
        expect(await checkChain(allLinks(store))).toMatchObject({ chained: runs.length, breaks: [], hidden: [] });
        expect(await checkChain(await readOfficially())).toMatchObject({ holds: { runs: runs.length }, breaks: [] });
      }),
      { numRuns: 12 },
    );
  });

  it("holds in an app that keeps no decimal places", async () => {
    makeApp({ numberPrecision: { digits: "16", decimalPlaces: "0", roundingMode: "UP" } });
    await remember({ ...outcome, results: [{ ...success, seconds: 12.34 }] });
    expect((await checkChain(allLinks(store))).breaks).toEqual([]);
  });

  it("holds over a run that was taken over and came back, and two that ended at the same time", async () => {
    const run = (runId: string) => ({ ...outcome, runId });
    time.now = BEGIN;
    const silent = history();
    await silent.begin(run("a"));
    await silent.report([success, { ...failure, status: "running" }]);
    time.now = new Date(BEGIN.getTime() + 17 * MINUTE);
    await remember(run("b"));
    await silent.report([success, failure]);
    await silent.finish(run("a"), "");
    await Promise.all([history().finish(run("c"), ""), history().finish(run("d"), "")]);
    const records = await readOfficially();
    expect(records.map((record) => record.run_id?.value)).toEqual(
      expect.arrayContaining(["a", "b", "a-returned", "c", "d"]),
    );
    expect(await checkChain(records)).toMatchObject({ holds: { runs: 5 }, breaks: [] });
  });

  it("holds when a record was saved with other people's fields, and breaks when a fact was changed or a run deleted", async () => {
    for (const runId of ["a", "b", "c"]) await remember({ ...outcome, runId });
    const [, second] = await readOfficially();
    const id = String(second?.$id?.value);
    await client.record.updateRecord({ app, id, record: { 備考: { value: "確認済み" } } });
    expect((await checkChain(allLinks(store))).breaks).toEqual([]);

    await client.record.updateRecord({ app, id, record: { run_records: { value: "1201" } } });
    const changed = await checkChain(allLinks(store));
    expect(changed).toMatchObject({
      holds: { runs: 1 },
      breaks: [{ kind: "changed", run: { recordId: id, runId: "b" } }],
    });

    await client.record.deleteRecords({ app, ids: [id] });
    expect((await checkChain(allLinks(store))).breaks).toMatchObject([{ kind: "missing", run: { runId: "c" } }]);
  });
});
