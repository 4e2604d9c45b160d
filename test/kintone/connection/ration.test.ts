import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BackupError, cancelledByUser } from "../../../src/domain/errors";
import type { UsedUp } from "../../../src/domain/request-budget";
import type { ApiRequest, Connection } from "../../../src/kintone/connection/connection";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";

const of = (app: string): ApiRequest => ({ method: "GET", path: "records", query: { app } });
const file: ApiRequest = { method: "GET", path: "file", app: "12", query: { fileKey: "1" } };
const locked = new BackupError("UNAVAILABLE", "503", { retryable: true });

/** A kintone of which so many requests may be made, for each app and day. */
function createWorld(perAppAndDay: number) {
  const world = { sent: [] as string[], told: [] as UsedUp[], trouble: [] as BackupError[] };
  const answer = async (request: ApiRequest): Promise<never> => {
    world.sent.push(String(request.app ?? request.query?.app));
    const trouble = world.trouble.shift();
    if (trouble) throw trouble;
    return "answer" as never;
  };
  const base = {
    json: answer,
    stream: async (request: ApiRequest) => {
      await answer(request);
      return new Blob(["bytes"]).stream();
    },
  } as unknown as Connection;
  const stop = new AbortController();
  const run = createRunConnection(base, { requestsAtOnce: 6, signal: stop.signal });
  const left = (appId: string) => Math.max(0, perAppAndDay - run.requestsToday(appId));
  run.keepToBudget({ left }, (usedUp) => world.told.push(usedUp));
  return { world, stop, ...run };
}

const inAMinute = () => vi.advanceTimersByTimeAsync(60_000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
  vi.setSystemTime("2026-11-22T23:00:00Z");
});
afterEach(() => {
  vi.useRealTimers();
});

describe("an app of which no more may be asked today", () => {
  it("waits until 9:00 in Japan and goes on by itself; everything about it counts, and others do not wait", async () => {
    const { world, reading } = createWorld(3);
    const asked = [of("12"), of("12"), of("12"), of("12")].map((request) => reading.json(request));
    const opened = reading.stream(file);
    await reading.json(of("13"));
    await inAMinute();
    expect(world.sent.toSorted()).toEqual(["12", "12", "12", "13"]);
    expect(world.told.at(-1)).toEqual({ apps: ["12"], until: new Date("2026-11-23T09:00:00+09:00") });

    await vi.advanceTimersByTimeAsync(3_540_000);
    expect(await Promise.all(asked)).toHaveLength(4);
    expect(await new Response(await opened).text()).toBe("bytes");
    expect(world.sent).toHaveLength(6);
    expect(world.told.at(-1)).toMatchObject({ apps: [] });
  });

  it("tells of it at once, and each minute, as a sign of life", async () => {
    const { world, reading } = createWorld(1);
    await reading.json(of("12"));
    void reading.json(of("12"));
    await vi.advanceTimersByTimeAsync(0);
    expect(world.told).toHaveLength(1);
    await inAMinute();
    await inAMinute();
    expect(world.told).toHaveLength(3);
  });

  it("is asked once more only within the budget, and as often as ever when it is another day", async () => {
    const { world, reading } = createWorld(2);
    world.trouble = Array.from({ length: 5 }, () => locked);
    const asked = reading.json(of("12"));
    await vi.advanceTimersByTimeAsync(3_500_000);
    expect(world.sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(world.sent).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect([await asked, world.sent.length]).toEqual(["answer", 6]);
  });

  it("does not keep anybody who cancels, and nothing is sent afterwards", async () => {
    const { world, reading, stop } = createWorld(1);
    await reading.json(of("12"));
    const refused = expect(reading.json(of("12"))).rejects.toMatchObject({ code: "CANCELLED" });
    await inAMinute();
    stop.abort(cancelledByUser());
    await refused;
    await vi.advanceTimersByTimeAsync(48 * 3_600_000);
    expect([world.sent.length, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it("is written to, and asked whether the run's user is there, all the same", async () => {
    const { world, reading, asking, writing } = createWorld(1);
    await reading.json(of("12"));
    await asking.json(of("12"));
    await writing.json(of("12"));
    expect(world.sent).toHaveLength(3);
  });
});
