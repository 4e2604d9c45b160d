import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunStart } from "../../../src/domain/outcome";
import type { AppRecord } from "../../../src/domain/record-store";
import { japanese } from "../../../src/history/app-definition/japanese";
import { checkChain } from "../../../src/history/chain/check-chain";
import { lookAtApp, prepareApp } from "../../../src/history/preparation/preparation";
import { allRuns } from "../../../src/history/runs/all-runs";
import { createHistory } from "../../../src/history/runs/run-records";
import { createTargets } from "../../../src/history/targets/targets";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { retrying } from "../../../src/kintone/connection/retrying";
import { createSettingsDesk } from "../../../src/kintone/settings/settings-desk";
import { createRecordStore } from "../../../src/kintone/writing/record-store";
import type { App } from "../../emulator/domain/app";
import { createDomain } from "../../emulator/domain/domain";
import { type Emulator, startEmulator } from "../../emulator/server";
import { outcome, success } from "../runs/runs";

const BEGIN = new Date("2026-11-23T00:00:00Z");
const MINUTE = 60_000;
const time = { now: BEGIN };
const domain = createDomain({ now: () => time.now });
let emulator: Emulator;
let app: App;

beforeAll(async () => {
  for (const code of ["admin", "sato", "ito"]) domain.people.addUser({ code, name: code, password: "kintone" });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());
beforeEach(async () => {
  time.now = BEGIN;
  app = domain.createApp("バックアップ管理", "admin", {});
  const desk = createSettingsDesk(connectionOf("admin", fetch), { appId: String(app.id) });
  const preparer = { user: "admin", labels: japanese };
  const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
  await prepareApp(desk, preparer, await lookAtApp(desk, preparer), { report: () => undefined, pause });
});

const connectionOf = (username: string, network: typeof fetch) =>
  createPasswordConnection({ baseUrl: emulator.url, username, password: "kintone", userAgent: "test", fetch: network });

/** An operator's access; the answer to every change of a record is lost once when `loses`. */
function storeOf(operator: string, loses: boolean) {
  const lost = new Set<string>();
  const network: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const change = `${init?.method} ${String(init?.body)}`;
    if (!loses || init?.method !== "PUT" || lost.has(change)) return answer;
    lost.add(change);
    throw new TypeError("network error");
  };
  const limits = { retries: 3, minTimeout: 1, maxTimeout: 2 };
  return createRecordStore(retrying(connectionOf(operator, network), limits), { appId: String(app.id) });
}

const historyOf = (operator: string, loses: boolean) =>
  createHistory(storeOf(operator, loses), {
    describe: ({ error }) => error.code,
    pluginVersion: "0.1.0",
    clock: { now: () => time.now },
  });
const startOf = (runId: string, code: string): RunStart => ({
  ...{ runId, trigger: "button", startedAt: time.now },
  operator: { code, name: code },
});
const endOf = (start: RunStart) => ({ ...outcome, ...start, finishedAt: new Date(time.now.getTime() + MINUTE) });
async function runs(): Promise<AppRecord[]> {
  const read: AppRecord[] = [];
  for await (const run of allRuns(storeOf("admin", false))) read.push(run);
  return read;
}
const statuses = async () =>
  (await runs()).map((run) => [run.run_id!.value, run.run_status!.value, run.run_lock!.value]);

describe.each([false, true])("in a prepared app, with answers lost: %s", (loses) => {
  it("an operator's run reports, ends and tells its targets", async () => {
    const record = app.addRecord({
      record_type: { value: "target" },
      target_app_id: { value: "11" },
      target_enabled: { value: ["enabled"] },
    });
    const history = historyOf("sato", loses);
    const start = startOf("a", "sato");
    await history.begin(start);
    await history.report(outcome.results);
    await history.finish(endOf(start), "log");
    expect(await statuses()).toEqual([["a", "partial", ""]]);
    const target = { ...success.target, recordId: String(record.id) };
    await createTargets(storeOf("sato", loses)).recordResults([{ ...success, target }], time.now, false);
    expect(app.records.get(record.id)?.values.target_last_status).toBe("success");
  });

  it("another operator takes a dead run over, and the chain holds", async () => {
    await historyOf("sato", loses).begin(startOf("dead", "sato"));
    time.now = new Date(BEGIN.getTime() + 20 * MINUTE);
    const start = startOf("next", "ito");
    const history = historyOf("ito", loses);
    await history.begin(start);
    await history.finish(endOf(start), "log");
    expect(await statuses()).toEqual([
      ["dead", "interrupted", ""],
      ["next", "partial", ""],
    ]);
    expect(await checkChain(allRuns(storeOf("admin", false)))).toMatchObject({ breaks: [], chained: 2 });
  });

  it("a run that comes back after it was taken over tells its end in a record of its own", async () => {
    const late = historyOf("sato", loses);
    const start = startOf("late", "sato");
    await late.begin(start);
    time.now = new Date(BEGIN.getTime() + 20 * MINUTE);
    await historyOf("ito", loses).begin(startOf("next", "ito"));
    await late.report(outcome.results);
    await late.finish(endOf(start), "log");
    expect((await statuses()).map(([, status]) => status)).toEqual(["interrupted", "running", "partial"]);
  });
});
