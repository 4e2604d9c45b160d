import { expect, it } from "vitest";
import { createHistory } from "../../../src/history/runs/run-records";
import { usedRequests } from "../../../src/history/runs/used-requests";
import { appsInKintone } from "../management-app/app-in-kintone";
import { outcome, success } from "./runs";

const makeApp = appsInKintone();

/** Each run asks app 11 for so many requests, and app 12 for one more. */
async function runsAt(runs: Array<{ from: string; to: string; requests: number; ofLastDay?: number }>) {
  const { store, time } = makeApp();
  for (const [index, { from, to, requests, ofLastDay }] of runs.entries()) {
    const history = createHistory(store, {
      ...{ describe: () => "", pluginVersion: "1", clock: { now: () => time.now } },
    });
    const start = { ...outcome, runId: `run-${index}`, startedAt: new Date(from) };
    await history.begin(start);
    const results = ["11", "12"].map((appId, more) => ({
      ...success,
      target: { ...success.target, appId },
      requests: requests + more,
      ...(ofLastDay !== undefined && { requestsOfLastDay: ofLastDay + more }),
    }));
    await history.finish({ ...start, finishedAt: new Date(to), results, requests: 2 * requests + 20 }, "log");
  }
  return { store };
}

it("adds up what the runs of kintone's day used of each app: from 9:00 in Japan on", async () => {
  const { store } = await runsAt([
    { from: "2026-11-22T23:00:00Z", to: "2026-11-22T23:59:00Z", requests: 1000 },
    { from: "2026-11-22T23:50:00Z", to: "2026-11-23T00:10:00Z", requests: 200 },
    { from: "2026-11-23T02:00:00Z", to: "2026-11-23T02:10:00Z", requests: 30 },
  ]);
  const used = await usedRequests(store, new Date("2026-11-23T03:00:00Z"));
  expect([used.day, used.of("11"), used.of("12"), used.of("13")]).toEqual(["2026-11-23", 230, 232, 0]);
});

it("of a run that waited for another day, only what it used on that one", async () => {
  const { store } = await runsAt([
    { from: "2026-11-21T16:00:00Z", to: "2026-11-23T00:10:00Z", requests: 10_400, ofLastDay: 400 },
  ]);
  const used = await usedRequests(store, new Date("2026-11-23T16:00:00Z"));
  expect([used.of("11"), used.of("12")]).toEqual([400, 401]);
});

it("takes the requests of the whole run where its record has none of the app, as it was written before there was a column", async () => {
  const { store } = await runsAt([{ from: "2026-11-23T02:00:00Z", to: "2026-11-23T02:10:00Z", requests: 30 }]);
  const old = {
    ...store,
    find: async (query: string) => {
      const runs = await store.find(query);
      for (const row of runs.flatMap((run) => run.run_results?.value ?? [])) {
        delete (row.value as Partial<typeof row.value>).result_requests;
      }
      return runs;
    },
  };
  expect((await usedRequests(old, new Date("2026-11-23T03:00:00Z"))).of("11")).toBe(80);
});

it("leaves out a run that is under way: nobody else's can be", async () => {
  const { store, time } = makeApp();
  const clock = { now: () => time.now };
  await createHistory(store, { describe: () => "", pluginVersion: "1", clock }).begin(outcome);
  expect((await usedRequests(store, time.now)).of("11")).toBe(0);
});
