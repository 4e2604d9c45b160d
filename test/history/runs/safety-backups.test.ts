import { beforeAll, describe, expect, it } from "vitest";
import type { RecordStore } from "../../../src/domain/record-store";
import { createRestores } from "../../../src/history/restores/restore-records";
import { earlierArchives } from "../../../src/history/runs/earlier-archives";
import { createHistory } from "../../../src/history/runs/run-records";
import { usedRequests } from "../../../src/history/runs/used-requests";
import { lastResults } from "../../../src/history/targets/last-results";
import { pastResults } from "../../../src/history/targets/past-results";
import { pastSizes } from "../../../src/history/targets/past-sizes";
import { targetNews } from "../../../src/history/targets/target-news";
import { appsInKintone } from "../management-app/app-in-kintone";
import * as restores from "../restores/restores";
import { outcome, success } from "./runs";

const makeApp = appsInKintone();
const other = { ...success, target: { ...success.target, recordId: "2", appId: "12" } };
const regular = { ...outcome, results: [success, other] };
/** Of app 11 alone, before it is restored. */
const safety = {
  ...outcome,
  ...{ runId: "safety", trigger: "restore" as const, status: "success" as const, bytes: 50, requests: 30 },
  results: [{ ...success, records: 7, bytes: 99, requests: 30 }],
};

describe("a backup of one app before it is restored", () => {
  let store: RecordStore;
  beforeAll(async () => {
    const { store: made, time } = makeApp();
    store = made;
    const options = { pluginVersion: "1", clock: { now: () => time.now } };
    for (const run of [regular, safety]) {
      const history = createHistory(store, { describe: () => "", ...options });
      await history.begin(run);
      await history.finish(run, "log");
    }
    const work = createRestores(store, { describe: () => "", ...options });
    await work.begin(restores.start, "{}");
    await work.finish(restores.outcome, { report: [], ids: new Map() });
  });

  it("hides from nobody that an app of the run before is a target no more", async () => {
    const { lost } = await targetNews(store, [success.target]);
    expect(lost.map(({ appId }) => appId)).toEqual(["12"]);
  });

  it("is not what a target came to last, nor what is typical of it", async () => {
    expect((await lastResults(store))({ appId: "11" })?.run.runId).toBe(outcome.runId);
    expect((await pastResults(store))({ appId: "11" })?.records).toBe(success.records);
    expect((await pastSizes(store))?.of({ appId: "11" })).toBe(success.bytes);
  });

  it("is no archive that the next run takes anything over from", async () => {
    const archives = await earlierArchives(store, outcome.operator.code);
    expect(archives.map(({ runId }) => runId)).toEqual([outcome.runId]);
  });

  it("uses requests of the app's day, and so does the restore", async () => {
    const used = await usedRequests(store, new Date("2026-11-23T04:00:00Z"));
    expect([used.of("11"), used.of("12")]).toEqual([12 + 30 + 41, 12]);
  });
});

it("an app that was not prepared for restores tells what its runs used", async () => {
  const { app, store, time } = makeApp();
  const history = createHistory(store, { describe: () => "", pluginVersion: "1", clock: { now: () => time.now } });
  await history.begin(regular);
  await history.finish(regular, "log");
  delete app.settings.properties.record_type!.options!.restore;
  const used = await usedRequests(store, new Date("2026-11-23T04:00:00Z"));
  expect(used.of("11")).toBe(12);
});
