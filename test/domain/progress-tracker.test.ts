import { describe, expect, it } from "vitest";
import { RUN_PHASES, type RunProgress, type RunProgressTracker } from "../../src/backup/run-progress";
import { createProgressTracker } from "../../src/domain/progress-tracker";
import { target } from "../backup/scripted-run";

/** A tracker whose clock the test moves. */
function createTracked() {
  const time = { seconds: 0 };
  const seen: RunProgress[] = [];
  const tracker = createProgressTracker(RUN_PHASES, { now: () => new Date(time.seconds * 1000) }, (progress) =>
    seen.push(progress),
  );
  return { time, seen, tracker, last: () => seen.at(-1)! };
}

function readRecords(count: number, tracker: RunProgressTracker): void {
  for (let read = 0; read < count; read += 1) tracker.recordsRead(1);
}

describe("the time left", () => {
  it("is told from the share of the records that is done", () => {
    const { time, tracker, last } = createTracked();
    tracker.phase("reading");
    tracker.expect({ records: 100, requests: 100 });
    time.seconds = 10;
    readRecords(25, tracker);
    expect(last()).toMatchObject({ records: { done: 25, total: 100 }, secondsLeft: 30 });
  });

  it("is not guessed too early, nor without a total, nor when there turned out to be more", () => {
    const { time, tracker, last } = createTracked();
    tracker.phase("reading");
    time.seconds = 10;
    readRecords(3, tracker);
    expect(last()).not.toHaveProperty("secondsLeft");
    tracker.expect({ records: 100, requests: 100 });
    expect(last()).not.toHaveProperty("secondsLeft");
    readRecords(98, tracker);
    expect(last()).toMatchObject({ records: { done: 101, total: 100 } });
    expect(last()).not.toHaveProperty("secondsLeft");
  });

  it("does not count the time of a volume that was packed in between", () => {
    const { time, tracker, last } = createTracked();
    tracker.phase("reading");
    tracker.expect({ records: 100, requests: 100 });
    time.seconds = 10;
    readRecords(50, tracker);
    tracker.bytesFetched(7);
    tracker.phaseOverBytes("packing", 1000);
    time.seconds = 500;
    tracker.bytesWorkedOn(400);
    expect(last()).toMatchObject({ phase: "packing", bytes: { done: 400, total: 1000 }, secondsLeft: 735 });
    tracker.phase("reading");
    expect(last()).toMatchObject({ phase: "reading", bytes: { done: 7 }, secondsLeft: 10 });
  });
});

it("tells each time that apps wait, as a sign of life, and guesses no time from then on", () => {
  const { time, seen, tracker, last } = createTracked();
  const wait = { until: new Date("2026-11-23T00:00:00Z"), survives: true };
  tracker.phase("reading");
  tracker.expect({ records: 100, requests: 100 });
  time.seconds = 10;
  readRecords(25, tracker);
  const told = seen.length;
  tracker.heldBack([target("12")], wait);
  tracker.heldBack([target("12")], wait);
  expect(seen).toHaveLength(told + 2);
  expect(last()).toMatchObject({ heldBack: { apps: [{ appId: "12", appName: "App 12" }], ...wait } });
  tracker.heldBack([], wait);
  time.seconds = 36_000;
  readRecords(25, tracker);
  expect(last()).not.toHaveProperty("heldBack");
  expect(last()).not.toHaveProperty("secondsLeft");
});

it("does not tell how many attachments there are before every record was read", () => {
  const { tracker, last } = createTracked();
  tracker.attachmentFound();
  tracker.attachmentFound();
  tracker.attachmentSettled();
  expect(last().attachments).toEqual({ done: 1 });
  tracker.allTargetsRead();
  expect(last().attachments).toEqual({ done: 1, total: 2 });
});
