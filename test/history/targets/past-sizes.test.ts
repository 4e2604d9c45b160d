import { expect, it } from "vitest";
import type { RunOutcome, TargetResult } from "../../../src/domain/outcome";
import { createHistory } from "../../../src/history/runs/run-records";
import { pastSizes } from "../../../src/history/targets/past-sizes";
import { createInMemoryStore } from "../management-app/in-memory-store";
import { failure, outcome, success } from "../runs/runs";

type Told = Pick<TargetResult, "status" | "bytes"> & { appId: string; guestSpaceId?: string };

/** The history as it really writes runs, the oldest first. */
async function historyOf(...runs: Array<{ status: RunOutcome["status"]; bytes: number; results: Told[] }>) {
  const time = { now: new Date("2026-11-23T03:00:00Z") };
  const { store } = createInMemoryStore(time);
  for (const [index, { status, bytes, results }] of runs.entries()) {
    const startedAt = new Date(Date.UTC(2026, 10, index + 1));
    const clock = { now: () => time.now };
    const history = createHistory(store, { describe: () => "", pluginVersion: "1", clock });
    const start = { ...outcome, runId: `run-${index + 1}`, startedAt };
    await history.begin(start);
    const told = results.map(({ appId, guestSpaceId, ...result }) => ({
      ...success,
      ...result,
      problems: result.status === "success" ? [] : failure.problems,
      target: { ...success.target, appId, ...(guestSpaceId && { guestSpaceId }) },
    }));
    await history.finish({ ...start, status, bytes, results: told }, "log");
  }
  return pastSizes(store);
}

const day = (number: number) => new Date(Date.UTC(2026, 10, number));

it("tells the bytes of each target's newest success, and how much was left of them in the zips", async () => {
  const past = await historyOf(
    { status: "success", bytes: 50, results: [{ appId: "11", status: "success", bytes: 100 }] },
    {
      status: "success",
      bytes: 60,
      results: [
        { appId: "11", status: "success", bytes: 200 },
        { appId: "12", guestSpaceId: "3", status: "success", bytes: 40 },
      ],
    },
  );
  expect(past?.of({ appId: "11" })).toBe(200);
  expect(past?.of({ appId: "12", guestSpaceId: "3" })).toBe(40);
  expect(past?.of({ appId: "12" })).toBeUndefined();
  expect(past?.zippedShare).toBe(0.25);
  expect(past?.lastRun).toEqual(day(2));
});

it("takes an incomplete target only when there is no success of it, and a failed one never", async () => {
  const past = await historyOf(
    {
      status: "partial",
      bytes: 50,
      results: [
        { appId: "11", status: "success", bytes: 100 },
        { appId: "12", status: "partial", bytes: 30 },
        { appId: "13", status: "failed", bytes: 5 },
      ],
    },
    { status: "partial", bytes: 50, results: [{ appId: "11", status: "partial", bytes: 7 }] },
  );
  expect(past?.lastRun).toEqual(day(2));
  expect(["11", "12", "13"].map((appId) => past?.of({ appId }))).toEqual([100, 30, undefined]);
});

it("learns nothing from runs whose archive did not arrive, and says so when there are no others", async () => {
  const results: Told[] = [{ appId: "11", status: "success", bytes: 100 }];
  expect(await historyOf()).toBeUndefined();
  expect(
    await historyOf({ status: "failed", bytes: 0, results }, { status: "cancelled", bytes: 10, results }),
  ).toBeUndefined();
});

it("judges the compression by a whole run when there is one", async () => {
  const whole = {
    status: "success" as const,
    bytes: 20,
    results: [{ appId: "11", status: "success" as const, bytes: 100 }],
  };
  const broken = {
    status: "partial" as const,
    bytes: 9,
    results: [{ appId: "12", status: "success" as const, bytes: 10 }],
  };
  expect((await historyOf(whole, broken))?.zippedShare).toBe(0.2);
  expect((await historyOf(broken))?.zippedShare).toBe(0.9);
});
