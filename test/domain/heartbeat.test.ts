import { expect, it } from "vitest";
import { createHeartbeat } from "../../src/domain/heartbeat";

/** Reports that the test lets through one by one. */
function createSlowReports() {
  const waiting: Array<() => void> = [];
  const report = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { report, waiting };
}

it("reports every half minute, one report at a time", async () => {
  const { report, waiting } = createSlowReports();
  let seconds = 0;
  const heartbeat = createHeartbeat({ now: () => new Date(seconds * 1000) }, report);
  for (; seconds < 100; seconds += 1) heartbeat.beat();
  expect(waiting).toHaveLength(1);
  waiting[0]!();
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  heartbeat.beat();
  expect(waiting).toHaveLength(2);
});

it("stops only when the report under way has arrived, and reports no more", async () => {
  const { report, waiting } = createSlowReports();
  let seconds = 0;
  const heartbeat = createHeartbeat({ now: () => new Date(seconds * 1000) }, report);
  seconds = 40;
  heartbeat.beat();
  let stopped = false;
  const stopping = heartbeat.stop().then(() => (stopped = true));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(stopped).toBe(false);
  waiting[0]!();
  await stopping;
  seconds = 200;
  heartbeat.beat();
  expect(waiting).toHaveLength(1);
});
