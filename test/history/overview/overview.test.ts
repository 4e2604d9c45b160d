import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RunOutcome } from "../../../src/domain/outcome";
import type { AppRecord, RecordStore } from "../../../src/domain/record-store";
import { answerOf } from "../../../src/history/chain/verdict";
import { NO_FILTER, runsFor } from "../../../src/history/overview/filter";
import { selectionOf } from "../../../src/screens/history/evidence/selection";
import { overviewOf } from "../../../src/history/overview/overview";
import { readHistory } from "../../../src/history/overview/read-history";
import { seriesOf } from "../../../src/history/overview/series";
import { toldRun } from "../../../src/history/overview/told-run";
import { finishedRun, startedRun } from "../../../src/history/runs/run-fields";
import { describeProblem, outcomes, recordsOf } from "../chain/random-runs";
import { failure, outcome, success } from "../runs/runs";
import { result, target, told, toldRestore } from "./told";

const surroundings = {
  apps: [],
  now: new Date("2026-11-30T00:00:00Z"),
  timeZone: "Asia/Tokyo",
  locale: "ja",
  drillDays: 90,
};
const nothing = { holds: undefined, chained: 0, earlier: 0, unfinished: 0, breaks: [], hidden: [] };

/** Answers by `$id`, a page at a time, as kintone does. */
function storeOf(records: readonly AppRecord[]): { store: RecordStore; queries: string[] } {
  const queries: string[] = [];
  const find = async (query: string) => {
    queries.push(query);
    const [, type, after, limit] =
      /^\(?record_type in \("(\w+)"(?:, "restore", "drill", "disposal")?\)(?: or target_app_id > "0" or target_scope in \(.*?\)\))? and \$id > (\d+) order by \$id asc limit (\d+)$/.exec(
        query,
      )!;
    return records
      .filter((record) => record.record_type?.value === type && Number(record.$id?.value) > Number(after))
      .slice(0, Number(limit));
  };
  const never = () => Promise.reject(new Error("Nothing may be written"));
  return { store: { find, add: never, addAll: never, update: never, upload: never, download: never }, queries };
}

const written = (run: RunOutcome) => ({ ...startedRun(run, "1"), ...finishedRun(run, describeProblem) }) as AppRecord;

describe("what is kept of a run", () => {
  it("is what its record says", () => {
    expect(toldRun({ ...written(outcome), $id: { type: "__ID__", value: "7" } } as AppRecord)).toMatchObject({
      ...{ recordId: "7", runId: outcome.runId, status: "partial", trigger: "button", operator: "佐藤 昇" },
      ...{ records: 1200, attachments: 34, bytes: 1_073_741_866, requests: 77, archiveDigest: "c".repeat(64) },
      startedAt: "2026-11-23T03:00:07.123Z",
      seconds: 292.876,
      results: [
        {
          key: "11",
          appName: success.target.appName,
          status: "success",
          records: 1200,
          bytes: 5_678_901,
          seconds: 12,
          asked: success.asked,
        },
        {
          key: "3/12",
          appName: failure.target.appName,
          status: "failed",
          errorCode: "NO_PERMISSION",
          asked: failure.asked,
        },
      ],
    });
  });

  it("survives whatever somebody wrote into it, and fields that may not be seen", () => {
    expect(toldRun({})).toMatchObject({ recordId: "", status: undefined, seconds: undefined, results: [] });
    const spoilt = { ...written(outcome), run_status: { value: "great" }, run_bytes: { value: "viele" } } as AppRecord;
    expect(toldRun(spoilt)).toMatchObject({ status: undefined, bytes: 0 });
    const minutes = { ...written(outcome), run_started_exact: { value: "" } } as AppRecord;
    expect(toldRun(minutes).startedAt).toBe("2026-11-23T03:00:00Z");
  });
});

describe("the history", () => {
  it("is read and checked in pages of 500, and nothing is written", async () => {
    const [runs] = fc.sample(outcomes({ minLength: 6, maxLength: 6 }), 1);
    const { store, queries } = storeOf(await recordsOf(runs!));
    const read: number[] = [];
    const history = await readHistory(store, (count) => void read.push(count));
    expect(read).toEqual([1, 2, 3, 4, 5, 6]);
    expect(answerOf(history.verdict)).toBe("sound");
    expect(history.runs.map(({ runId }) => runId)).toEqual(runs!.map(({ runId }) => runId));
    // Of what became of targets, one more question is asked.
    const pages = queries.filter((query) => !query.includes("change_settings_version"));
    expect([queries.length, pages.length]).toEqual([3, 2]);
    expect(pages.every((query) => query.endsWith(" limit 500"))).toBe(true);
  });

  it("tells of runs once, though the check looked twice, and of fields that are hidden", async () => {
    const [runs] = fc.sample(outcomes({ minLength: 4, maxLength: 4 }), 1);
    const [first, second, ...others] = await recordsOf(runs!);
    const targets = [{ record_type: { value: "target" }, $id: { value: "9" }, target_app_id: { value: "5" } }];
    const running = { ...others.at(-1)!, $id: { value: "8" }, run_status: { value: "running" } } as AppRecord;
    const unlinked = { ...running, run_chain_digest: { value: "" }, run_previous_chain_digest: { value: "" } };
    const changed = { ...second!, run_message: { value: "anders" } } as AppRecord;
    const all = [first!, changed, ...others, unlinked as AppRecord, ...(targets as unknown as AppRecord[])];
    const { store, queries } = storeOf(all);
    const history = await readHistory(store, () => undefined);
    expect(queries).toHaveLength(4);
    expect(history.runs).toHaveLength(5);
    expect(history.verdict.breaks).toMatchObject([{ kind: "changed", run: { recordId: "2" } }]);
    expect(history.hidden).toContain("target_last_success");
    expect(history.hidden).not.toContain("target_app_id");
  });

  it("goes by runs over all targets: a backup of one app before its restore is a run, and no day's backup", () => {
    const safety = told(2, [result("1", { status: "failed" })], { trigger: "restore", isSafetyBackup: true });
    const history = { runs: [told(1, [result("1"), result("2")]), safety], restores: [toldRestore(3)], drills: [] };
    const overview = overviewOf(
      { ...history, targets: [target("1"), target("2")], rules: [], verdict: nothing, hidden: [] },
      surroundings,
    );
    expect([overview.runs.length, overview.runsOverTargets.length]).toEqual([2, 1]);
    expect(overview.targets.map(({ failuresInRow, lastRun }) => [failuresInRow, lastRun?.runId])).toEqual([
      ...[
        [0, "run-1"],
        [0, "run-1"],
      ],
    ]);
    expect(overview.restores.map((restore) => overview.dayOf(restore))).toEqual(["2026-11-03"]);
    const { days } = selectionOf(overview, NO_FILTER);
    expect(days.slice(0, 3).map(({ state }) => state)).toEqual(["success", "none", "none"]);
  });

  it("knows who made of a target what it is no more, where a change was recorded", () => {
    const runs = [told(1, [result("1"), result("2"), result("3")])];
    const departure = { by: "伊藤", at: "2026-11-19T03:00:00Z" };
    const departureOf = (appId: string, became: string) => (appId === "2" && became === "gone" ? departure : undefined);
    const targets = [target("1"), target("3", { enabled: false })];
    const overview = overviewOf(
      { runs, targets, rules: [], restores: [], drills: [], verdict: nothing, hidden: [], departureOf },
      surroundings,
    );
    expect(overview.targets.map((one) => [one.appId, one.standing, one.departure])).toEqual([
      ["1", "enabled", undefined],
      ["2", "gone", departure],
      ["3", "disabled", undefined],
    ]);
  });

  it("of 5,000 runs over 30 targets takes ten times as long as of 500, about", () => {
    const results = Array.from({ length: 30 }, (_, at) => result(String(at)));
    const runs = Array.from({ length: 5000 }, (_, at) => told(at - 4000, results));
    const of = (some: typeof runs) =>
      overviewOf(
        { runs: some, targets: [target("1")], rules: [], restores: [], drills: [], verdict: nothing, hidden: [] },
        surroundings,
      );
    const quickest = (some: typeof runs) =>
      Math.min(
        ...Array.from({ length: 4 }, () => {
          const begin = performance.now();
          of(some);
          return performance.now() - begin;
        }),
      );
    // Compared with each other, as nobody knows what else this machine has to do; what is quadratic takes a hundred times as long.
    expect(quickest(runs) / quickest(runs.slice(-500))).toBeLessThan(40);
    const overview = of(runs);
    expect(overview.targets).toHaveLength(30);
    expect(overview.firstDay).toBe("2015-11-18");
    expect(overview.today).toBe("2026-11-30");
  });
});

describe("duration and size over time", () => {
  it("have a point for each run that gave an archive", () => {
    const runs = [
      told(1, [result("1", { seconds: 5, bytes: 7 })]),
      told(2, [], { status: "failed" }),
      told(3, [], { seconds: undefined }),
    ];
    expect(seriesOf(runs)).toMatchObject([{ from: { recordId: "1" }, seconds: 60, bytes: 1_000_000, runs: 1 }]);
    expect(seriesOf(runsFor(runs, "1"))).toMatchObject([{ seconds: 5, bytes: 7 }]);
    expect(seriesOf(runsFor(runs, "2"))).toEqual([]);
  });

  it("are drawn together when there are many, each run in one point", () => {
    const points = seriesOf(Array.from({ length: 5000 }, (_, at) => told(at + 1, [])));
    expect(points.length).toBeLessThanOrEqual(60);
    expect(points.reduce((sum, { runs }) => sum + runs, 0)).toBe(5000);
    expect(points[1]!.from.recordId).toBe(String(Number(points[0]!.to.recordId) + 1));
  });
});
