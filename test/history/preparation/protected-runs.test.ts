import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type BackupError, toBackupError } from "../../../src/domain/errors";
import type { RunStart, Volume } from "../../../src/domain/outcome";
import type { AppRecord } from "../../../src/domain/record-store";
import { japanese } from "../../../src/history/app-definition/japanese";
import { checkChain } from "../../../src/history/chain/check-chain";
import { lookAtApp, prepareApp } from "../../../src/history/preparation/preparation";
import { allLinks } from "../../../src/history/chain/all-links";
import { confirmSaved } from "../../../src/history/saved/confirm-saved";
import { createHistory } from "../../../src/history/runs/run-records";
import { createTargetChoices } from "../../../src/history/targets/target-choices";
import { createTargetRegister } from "../../../src/history/targets/target-register";
import { createTargets } from "../../../src/history/targets/targets";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { retrying } from "../../../src/kintone/connection/retrying";
import { createSettingsDesk } from "../../../src/kintone/settings/settings-desk";
import { createRecordStore } from "../../../src/kintone/writing/record-store";
import { messagesFor } from "../../../src/screens/text/run/language";
import { describeProblem } from "../../../src/screens/text/run/problem-sentence";
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

const witnessOf = (username: string) =>
  new KintoneRestAPIClient({ baseUrl: emulator.url, auth: { username, password: "kintone" } });

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
const values = (id: number) => app.records.get(id)?.values;
async function runs(): Promise<AppRecord[]> {
  const read: AppRecord[] = [];
  for await (const run of allLinks(storeOf("admin", false))) read.push(run);
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

  it("whoever has the zips of a run writes down that they are saved; then its record is closed, and the chain holds", async () => {
    const ids = ["11", "12", "13"].map(
      (appId) => app.addRecord({ record_type: { value: "target" }, target_app_id: { value: appId } }).id,
    );
    const start = startOf("a", "sato");
    const history = historyOf("sato", loses);
    await history.begin(start);
    await history.finish(endOf(start), "log");
    const [run] = await runs();
    const showing = { runId: "a", by: "伊藤", at: new Date("2026-11-24T01:02:59Z") };
    const [first, second] = outcome.volumes as [Volume, Volume];
    const store = storeOf("ito", loses);
    expect(await confirmSaved(store, { ...showing, files: [first] })).toBe("other-files");
    expect(await confirmSaved(store, { ...showing, files: [first, { ...second, sha256: "d".repeat(64) }] })).toBe(
      "other-files",
    );
    expect(await confirmSaved(store, { ...showing, runId: "b", files: [first, second] })).toBe("no-record");
    expect((await runs())[0]?.$revision?.value).toBe(run?.$revision?.value);

    const renamed = { ...second, name: "b (1).zip" };
    expect(await confirmSaved(store, { ...showing, files: [renamed, first] })).toBe("written");
    const [saved] = await runs();
    expect([saved?.run_saved?.value, saved?.run_saved_at?.value, saved?.run_saved_by?.value]).toEqual([
      ...["saved", "2026-11-24T01:02:00Z", "伊藤"],
    ]);
    // Of the run's targets, the one that was no success has no backup.
    const lastSaved = () => ids.map((id) => app.records.get(id)?.values.target_last_saved || "");
    expect(lastSaved()).toEqual([`${saved?.run_finished_at?.value}`, "", ""]);
    expect(values(ids[0]!)?.target_unsaved_since).toBe(saved?.run_finished_at?.value);
    const [id, record] = [String(run?.$id?.value), { run_message: { value: "改ざん" } }];
    await expect(storeOf("sato", false).update([{ id, record }])).rejects.toMatchObject({ code: "NO_PERMISSION" });
    expect(await checkChain(allLinks(storeOf("admin", false)))).toMatchObject({ breaks: [], chained: 1 });

    // What is known of a later run stays; and what could not be written the first time is written now.
    for (const [known, expected] of [
      ["2026-12-01T00:00:00Z", "2026-12-01T00:00:00Z"],
      ["", saved?.run_finished_at?.value],
    ]) {
      await storeOf("admin", false).update([{ id: String(ids[0]), record: { target_last_saved: { value: known } } }]);
      expect(await confirmSaved(store, { ...showing, files: [first, second] })).toBe("written");
      expect(lastSaved()).toEqual([expected, "", ""]);
    }
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
    expect(await checkChain(allLinks(storeOf("admin", false)))).toMatchObject({ breaks: [], chained: 2 });
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

describe("the targets of a prepared app", () => {
  const targetOf = () =>
    app.addRecord({
      record_type: { value: "target" },
      target_app_id: { value: "11" },
      target_query: { value: "" },
      target_enabled: { value: ["enabled"] },
    });

  it.each([
    ["target_query", "$id > 999999"],
    ["target_include", ["records"]],
    ["target_excluded_fields", "金額"],
    ["target_included_identifiers", "個人番号"],
    ["target_enabled", []],
    ["target_app_id", "12"],
    ["target_guest_space_id", "3"],
  ])("an operator may not change %s; who manages the app may", async (code, value) => {
    const { id } = targetOf();
    const before = values(id);
    const change = [{ id: String(id), record: { [code]: { value } } }];
    const refusal = await storeOf("sato", false).update(change).catch(toBackupError);
    expect(refusal).toMatchObject({ answer: { code: "GAIA_FU01" } });
    expect(values(id)).toEqual(before);
    await storeOf("admin", false).update(change);
    expect(values(id)?.[code]).toEqual(value);
  });

  it("are not deleted by an operator, whatever type they make of them; who manages the app may", async () => {
    const { id } = targetOf();
    const remove = (user: string) => witnessOf(user).record.deleteRecords({ app: app.id, ids: [id] });
    const refused = { code: "CB_NO02" };
    for (const type of ["target", "run", "change"]) {
      await storeOf("admin", false).update([{ id: String(id), record: { record_type: { value: type } } }]);
      await expect(remove("sato")).rejects.toMatchObject(refused);
    }
    await remove("admin");
    expect(values(id)).toBeUndefined();
  });

  it("are told to an operator as closed on purpose", async () => {
    const { id } = targetOf();
    const choices = createTargetChoices(storeOf("sato", false));
    const [chosen] = await choices.enabled();
    const include = { records: true, attachments: false, comments: false, settings: false, administration: false };
    const refusal = await choices.save(chosen!, { ...chosen!.target, include }).catch(toBackupError);
    expect(refusal).toMatchObject({ code: "REFUSED", facts: { managersOnly: true } });
    expect(describeProblem(messagesFor("ja"), { error: refusal as BackupError })).toContain(
      "このアプリを管理する人だけです",
    );
    const added = await createTargetRegister(storeOf("sato", false)).add([
      { appId: "12", appName: "", query: "", enabled: true },
    ]);
    expect(added).toMatchObject({ added: [], failed: [{ appId: "12" }], error: { facts: { managersOnly: true } } });
    expect(values(id)?.target_include).toEqual(["records", "attachments", "comments", "settings"]);
  });

  it("are none when an operator adds a record: the next run has a target without an app, and says so", async () => {
    await storeOf("sato", false).add({ record_type: { value: "target" }, target_app_name: { value: "人事" } });
    expect(await createTargets(storeOf("sato", false)).enabled()).toMatchObject([{ appId: "", appName: "人事" }]);
  });
});
