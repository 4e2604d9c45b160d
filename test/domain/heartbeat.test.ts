import { expect, it } from "vitest";
import { createHeartbeat } from "../../src/domain/heartbeat";

/** Reports that the test lets through one by one. */
function createSlowReports() {
  const waiting: Array<() => void> = [];
  const report = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { report, waiting };
}

/** A clock whose seconds the test sets, and news that it tells. */
function createWorld() {
  const world = { seconds: 0, news: 0 };
  return { world, clock: { now: () => new Date(world.seconds * 1000) }, news: () => world.news };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

it("reports every four minutes, or two when there is news, one report at a time", async () => {
  const { report, waiting } = createSlowReports();
  const { world, clock, news } = createWorld();
  const heartbeat = createHeartbeat(clock, { news, report });
  const beatUntil = (end: number) => {
    for (; world.seconds < end; world.seconds += 1) heartbeat.beat();
  };
  beatUntil(240);
  expect(waiting).toHaveLength(0);
  beatUntil(600);
  expect(waiting).toHaveLength(1);
  waiting[0]!();
  await settled();
  heartbeat.beat();
  expect(waiting).toHaveLength(2);
  waiting[1]!();
  await settled();
  world.news += 1;
  beatUntil(720);
  expect(waiting).toHaveLength(2);
  beatUntil(721);
  expect(waiting).toHaveLength(3);
  waiting[2]!();
  await settled();
  beatUntil(720 + 240);
  expect(waiting).toHaveLength(3);
});

it("tries again half a minute after a report that failed, and takes its news for untold", async () => {
  const { world, clock, news } = createWorld();
  let reports = 0;
  const report = () => ((reports += 1) < 3 ? Promise.reject(new Error("lost")) : Promise.resolve());
  const heartbeat = createHeartbeat(clock, { news, report });
  world.news = 1;
  for (const [seconds, expected] of [
    [119, 0],
    [120, 1],
    [149, 1],
    [150, 2],
    [180, 3],
    [300, 3],
    [419, 3],
    [420, 4],
  ] as const) {
    world.seconds = seconds;
    heartbeat.beat();
    await settled();
    expect([seconds, reports]).toEqual([seconds, expected]);
  }
});

it("stops only when the report under way has arrived, and reports no more", async () => {
  const { report, waiting } = createSlowReports();
  const { world, clock, news } = createWorld();
  const heartbeat = createHeartbeat(clock, { news, report });
  world.seconds = 240;
  heartbeat.beat();
  let stopped = false;
  const stopping = heartbeat.stop().then(() => (stopped = true));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(stopped).toBe(false);
  waiting[0]!();
  await stopping;
  world.seconds = 1000;
  heartbeat.beat();
  expect(waiting).toHaveLength(1);
});
