import { expect, it } from "vitest";
import { createHeartbeat } from "../../src/engine/heartbeat";

/** A history whose reports the test lets through one by one. */
function createSlowHistory() {
  const waiting: Array<() => void> = [];
  const history = {
    begin: async () => undefined,
    report: () => new Promise<void>((resolve) => waiting.push(resolve)),
    finish: async () => "1",
  };
  return { history, waiting };
}

it("reports every half minute, one report at a time", async () => {
  const { history, waiting } = createSlowHistory();
  let seconds = 0;
  const heartbeat = createHeartbeat(history, { now: () => new Date(seconds * 1000) }, []);
  for (; seconds < 100; seconds += 1) heartbeat.beat();
  expect(waiting).toHaveLength(1);
  waiting[0]!();
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  heartbeat.beat();
  expect(waiting).toHaveLength(2);
});

it("stops only when the report under way has arrived, and reports no more", async () => {
  const { history, waiting } = createSlowHistory();
  let seconds = 0;
  const heartbeat = createHeartbeat(history, { now: () => new Date(seconds * 1000) }, []);
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
