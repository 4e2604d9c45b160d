import { expect, it } from "vitest";
import { createHistory } from "../../../src/history/runs/run-records";
import { pastResults } from "../../../src/history/targets/past-results";
import { createInMemoryStore } from "../management-app/in-memory-store";
import { failure, outcome, success } from "../runs/runs";

it("are those of each target's newest success, with how much was left of the run in its zips", async () => {
  const time = { now: new Date("2026-11-23T03:00:00Z") };
  const { store } = createInMemoryStore(time);
  const told = (appId: string, bytes: number, more: Partial<typeof success> = {}) => ({
    ...{ ...success, ...more, bytes, records: bytes * 2, attachments: 3, seconds: 5 },
    target: { ...success.target, appId },
  });
  const runs = [
    { bytes: 100, results: [told("11", 400)] },
    { bytes: 50, results: [told("11", 60), told("12", 40, { status: "partial", problems: failure.problems })] },
  ];
  for (const [index, { bytes, results }] of runs.entries()) {
    const history = createHistory(store, { describe: () => "", pluginVersion: "1", clock: { now: () => time.now } });
    const start = { ...outcome, runId: `run-${index}`, startedAt: new Date(Date.UTC(2026, 10, index + 1)) };
    await history.begin(start);
    await history.finish({ ...start, status: "partial", bytes, results }, "log");
  }
  const past = await pastResults(store);
  expect(past({ appId: "11" })).toEqual({
    ...{ records: 120, attachments: 3, bytes: 60, seconds: 5, zippedShare: 0.5 },
    at: new Date(Date.UTC(2026, 10, 2)),
  });
  expect(past({ appId: "12" })).toBeUndefined();
  expect(past({ appId: "11", guestSpaceId: "3" })).toBeUndefined();
});
