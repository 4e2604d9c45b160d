import { beforeEach, describe, expect, it } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import { createHeartbeat } from "../../../src/domain/heartbeat";
import type { TargetResult } from "../../../src/domain/outcome";
import type { RecordStore, RecordValues } from "../../../src/domain/record-store";
import { createHistory } from "../../../src/history/runs/run-records";
import { createInMemoryStore } from "../management-app/in-memory-store";
import { failure, start, success } from "./runs";

const HOURS = 3;
const network = new BackupError("NETWORK", "The answer was lost", { retryable: true });

describe("the edits of a run's record while it is under way", () => {
  const time = { now: start.startedAt };
  let app: ReturnType<typeof createInMemoryStore>;
  let edits: RecordValues[];
  let update: RecordStore["update"];
  const history = () =>
    createHistory(
      {
        ...app.store,
        async update(changes) {
          edits.push(...changes.map(({ record }) => record));
          await update(changes);
        },
      },
      { describe: ({ error }) => error.code, pluginVersion: "0.1.0", clock: { now: () => time.now } },
    );
  const tables = () => edits.filter((edit) => "run_results" in edit).length;
  const cell = (code: string) => app.records()[0]?.[code]?.value;

  beforeEach(() => {
    time.now = start.startedAt;
    app = createInMemoryStore(time);
    edits = [];
    ({ update } = app.store);
  });

  /** Something happens every five seconds; resolves to the longest time in which the record stayed as it was, in minutes. */
  async function runFor(hours: number, resultsAfter: (minutes: number) => TargetResult[]): Promise<number> {
    const runs = history();
    await runs.begin(start);
    let results: TargetResult[] = [];
    const heartbeat = createHeartbeat(
      { now: () => time.now },
      { news: () => results.length, report: () => runs.report(results) },
    );
    let [last, longest, seen] = [start.startedAt.getTime(), 0, 0];
    for (let second = 0; second < hours * 3600; second += 5) {
      time.now = new Date(start.startedAt.getTime() + second * 1000);
      results = resultsAfter(second / 60);
      heartbeat.beat();
      await new Promise(setImmediate);
      if (edits.length > seen) last = time.now.getTime();
      seen = edits.length;
      longest = Math.max(longest, (time.now.getTime() - last) / 60_000);
    }
    await heartbeat.stop();
    return longest;
  }

  it("of three hours with four targets are fifty at most, and four with the table of results", async () => {
    const longest = await runFor(HOURS, (minutes) => Array.from({ length: Math.floor(minutes / 40) }, () => success));
    expect(tables()).toBe(4);
    expect(edits.length).toBeLessThanOrEqual(50);
    // Silence is judged by kintone's update time, cut to the minute: a run is taken for dead after fifteen.
    expect(longest).toBeLessThan(5);
    expect(cell("run_records")).toBe("4800");
  });

  it("of three hours with a thousand targets are one every two minutes", async () => {
    await runFor(HOURS, (minutes) => Array.from({ length: Math.floor(minutes * 6) }, () => success));
    expect(edits.length).toBeLessThanOrEqual(90);
  });

  it("tell only what is new: without a new result, that the run is alive", async () => {
    const runs = history();
    await runs.begin(start);
    await runs.report([]);
    await runs.report([success]);
    await runs.report([success]);
    await runs.report([success, failure]);
    expect(edits.map((edit) => Object.keys(edit).length > 1)).toEqual([false, true, false, true]);
    expect(edits[2]).toEqual({ run_reported_exact: { value: time.now.toISOString() } });
  });

  it.each([["before the work"], ["after it"]])("tell again what was told when the answer was lost %s", async (when) => {
    const runs = history();
    await runs.begin(start);
    await runs.report([success]);
    update = async (changes) => {
      if (when === "after it") await app.store.update(changes);
      throw network;
    };
    await expect(runs.report([success, failure])).rejects.toMatchObject({ cause: network });
    ({ update } = app.store);
    await runs.report([success, failure]);
    expect((cell("run_results") as unknown[]).length).toBe(2);
    await runs.report([success, failure]);
    expect(tables()).toBe(3);
  });

  it("tell again what could not be told, because somebody changed the record meanwhile", async () => {
    const runs = history();
    await runs.begin(start);
    update = async (changes) => {
      await app.store.update([{ id: "1", record: { run_message: { value: "a note" } } }]);
      await app.store.update(changes);
    };
    await runs.report([success]);
    ({ update } = app.store);
    expect(cell("run_records")).not.toBe("1200");
    await runs.report([success]);
    expect(cell("run_records")).toBe("1200");
  });

  it("come soon after one that failed, so that no single lost answer makes a run look dead", async () => {
    let attempts = 0;
    let [told, longest] = [start.startedAt.getTime(), 0];
    update = async (changes) => {
      if ((attempts += 1) % 3 !== 0) throw network;
      await app.store.update(changes);
      longest = Math.max(longest, time.now.getTime() - told);
      told = time.now.getTime();
    };
    await runFor(HOURS, () => []);
    expect(longest / 60_000).toBe(5);
  });
});
