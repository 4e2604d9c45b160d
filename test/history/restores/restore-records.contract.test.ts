import type { FileCellItem } from "../../../src/archive/records/kintone-app";
import { describe, expect, it } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import type { ComparisonOutcome } from "../../../src/domain/restore-outcome";
import { allLinks } from "../../../src/history/chain/all-links";
import { checkChain } from "../../../src/history/chain/check-chain";
import { recordComparison } from "../../../src/history/restores/compared";
import { createRestores } from "../../../src/history/restores/restore-records";
import { messagesFor } from "../../../src/screens/text/run/language";
import { describeProblem } from "../../../src/screens/text/run/problem-sentence";
import { createHistory } from "../../../src/history/runs/run-records";
import { restoresContract } from "../../contracts/restores";
import { outcome as runOutcome, start as runStart } from "../runs/runs";
import { compared, start, stopped } from "./restores";
import { appsInKintone } from "../management-app/app-in-kintone";

const appInKintone = appsInKintone();

restoresContract("an app in kintone", async () => {
  const { app, domain, time, store } = appInKintone();
  domain.faults.clear();
  const options = { pluginVersion: "0.1.0", clock: { now: () => time.now } };
  return {
    ...{ store, time },
    restores: () => createRestores(store, { describe: ({ error }) => error.code, ...options }),
    history: () => createHistory(store, { describe: ({ error }) => error.code, ...options }),
    async tamper(record, code) {
      const [item] = record[code]!.value as FileCellItem[];
      const fileKey = await store.upload({ name: item!.name, data: new Blob(['["1","999"]\n']) });
      await store.update([{ id: String(record.$id?.value), record: { [code]: { value: [{ fileKey }] } } }]);
    },
    close() {
      app.change({ appAcl: [] });
      app.deploy("admin");
    },
    age() {
      const { properties } = app.settings;
      const kept = Object.entries(properties).filter(([code]) => !/^(restore_|drill_|disposal_|run_places)/.test(code));
      app.change({ properties: Object.fromEntries(kept) });
      delete app.preview.properties.record_type!.options!.restore;
      app.deploy("admin");
    },
  };
});

describe("a comparison that somebody wants remembered", () => {
  const remember = async (more: Partial<ComparisonOutcome> = {}) => {
    const { store, time } = appInKintone();
    const options = { describe: () => "why not", pluginVersion: "0.1.0", clock: { now: () => time.now } };
    const history = createHistory(store, options);
    await history.begin(runStart);
    await recordComparison(store, { ...compared, ...more }, ["one\n"], options);
    await history.finish(runOutcome, "");
    const records = await store.find("order by $id asc limit 500");
    return { records, store };
  };

  it("is a link of the chain, whatever is under way, with what it found", async () => {
    const { records, store } = await remember();
    expect(records[1]).toMatchObject({
      ...{ record_type: { value: "restore" }, restore_kind: { value: "comparison" }, run_status: { value: "success" } },
      ...{ restore_verdict: { value: "differs" }, restore_reason: { value: compared.reason }, run_lock: { value: "" } },
      ...{ restore_planned_add: { value: "3" }, restore_planned_remove: { value: "1" }, restore_added: { value: "" } },
    });
    expect(await store.download(records[1]!.restore_report!.value[0]!.fileKey)).toBe("one\n");
    expect(await checkChain(allLinks(store))).toMatchObject({ chained: 2, breaks: [] });
  });

  it("that was not possible says why", async () => {
    const { records } = await remember({ verdict: "unable", unable: new BackupError("APP_NOT_FOUND", "no") });
    expect(records[1]).toMatchObject({ run_status: { value: "failed" }, run_message: { value: "why not" } });
  });
});

it("a restore that was cancelled is told as one, in the words for restores", async () => {
  const { store, time } = appInKintone();
  const messages = messagesFor("en");
  const restores = createRestores(store, {
    ...{ describe: (problem) => describeProblem(messages, problem), pluginVersion: "1" },
    clock: { now: () => time.now },
  });
  await restores.begin(start, "{}");
  const cancelled = { ...stopped, stopped: new BackupError("CANCELLED", "no") };
  const id = await restores.finish(cancelled, { report: [], ids: new Map() });
  const [record] = await store.find(`$id = ${id} limit 1`);
  expect([record?.run_status?.value, record?.run_message?.value]).toEqual([
    ...["cancelled", "The restore was cancelled and is not complete."],
  ]);
});

describe("the chain", () => {
  it.each([
    ["restore_reason", "別の理由"],
    ["restore_verdict", "as-planned"],
    ["restore_added", "9"],
    ["restore_safety_run_id", ""],
    ["record_type", "run"],
  ])("breaks where somebody changes %s of a restore", async (code, value) => {
    const { store, time } = appInKintone();
    const restores = createRestores(store, {
      ...{ describe: () => "", pluginVersion: "1", clock: { now: () => time.now } },
    });
    await restores.begin(start, "{}");
    const id = await restores.finish(stopped, { report: [], ids: new Map() });
    await store.update([{ id, record: { [code]: { value } } }]);
    expect((await checkChain(allLinks(store))).breaks).toMatchObject([{ kind: "changed" }]);
  });

  it("of runs breaks where somebody makes one look like a restore", async () => {
    const { store, time } = appInKintone();
    const history = createHistory(store, { describe: () => "", pluginVersion: "1", clock: { now: () => time.now } });
    await history.begin(runStart);
    const id = await history.finish(runOutcome, "");
    await store.update([{ id, record: { record_type: { value: "restore" } } }]);
    expect((await checkChain(allLinks(store))).breaks).toMatchObject([{ kind: "changed" }]);
  });
});
