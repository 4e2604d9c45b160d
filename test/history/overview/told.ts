import type { ToldDrill } from "../../../src/history/overview/told-drill";
import type { ToldRestore } from "../../../src/history/overview/told-restore";
import type { ToldResult, ToldRun } from "../../../src/history/overview/told-run";
import type { ToldTarget } from "../../../src/history/overview/told-target";

/** A run as its record would tell it. `$id` and day go with the number: number 1 began on 1 November 2026 at 03:00 in Tokyo. */
export function told(number: number, results: readonly ToldResult[], run: Partial<ToldRun> = {}): ToldRun {
  const startedAt = new Date(Date.UTC(2026, 9, 30 + number, 18, 0, 7, 123));
  return {
    recordId: String(number),
    runId: `run-${number}`,
    startedAt: startedAt.toISOString(),
    type: "run",
    finishedAt: new Date(startedAt.getTime() + 60_000).toISOString(),
    seconds: 60,
    status: "success",
    ...{ trigger: "headless", isSafetyBackup: false },
    operator: "佐藤 昇",
    records: results.reduce((sum, { records }) => sum + records, 0),
    attachments: 0,
    bytes: 1_000_000,
    requests: 20,
    message: "",
    results: [...results],
    archiveDigest: "a".repeat(64),
    chainDigest: "c".repeat(64),
    ...{ saved: "saved", savedAt: "2026-11-01T00:00:00Z", savedBy: "佐藤 昇" },
    ...run,
  };
}

/** A restore as its record would tell it, on the same days. */
export function toldRestore(number: number, restore: Partial<ToldRestore> = {}): ToldRestore {
  const { recordId, startedAt, finishedAt } = told(number, []);
  return {
    ...{ recordId, runId: `restore-${number}`, startedAt, finishedAt, type: "restore", kind: "restore" },
    ...{ status: "success", verdict: "as-planned", trigger: "button", operator: "佐藤 昇", reason: "誤って削除した" },
    ...{ key: "1", appName: "アプリ1", sourceAppId: "1", archiveRunId: "run-1", archiveDigest: "d".repeat(64) },
    ...{ archiveCreated: "2026-10-31T18:00:07.123Z", archiveKnown: true, safetyRunId: "safety-1" },
    planned: { add: 3, putBack: 2, remove: 0 },
    counts: {
      ...{ added: 3, "put-back": 2, removed: 0, refused: 0 },
      ...{ "changed-meanwhile": 0, gone: 0, hidden: 0, undecided: 0 },
    },
    ...{ notReached: 0, deviations: 0, requests: 41, message: "", chainDigest: "c".repeat(64) },
    ...restore,
  };
}

/** A drill as its record would tell it, on the same days. */
export function toldDrill(number: number, drill: Partial<ToldDrill> = {}): ToldDrill {
  const { recordId, startedAt, finishedAt } = told(number, []);
  return {
    ...{ recordId, runId: `drill-${number}`, startedAt, finishedAt, type: "drill" },
    ...{ status: "success", verdict: "passed", trigger: "headless", operator: "佐藤 昇", reason: "月次の復元訓練" },
    ...{ correctiveAction: "", key: "1", appName: "アプリ1", scratchAppId: "91", scratchFate: "emptied" },
    ...{ archiveRunId: "run-1", archiveCreated: "2026-10-31T18:00:07.123Z", archiveDigest: "d".repeat(64) },
    ...{ archiveKnown: true, newestRecord: "2026-10-31T17:00:00.000Z", scope: "sample" },
    ...{ sample: "random 100 of 1200, seed 2026-11", rpoSeconds: 90067, rtoSeconds: 293 },
    counts: { archived: 1200, expected: 104, restored: 104, identical: 100, explained: 4, different: 0, files: 31 },
    ...{ reportDigest: "e".repeat(64), requests: 77, message: "", chainDigest: "c".repeat(64) },
    ...drill,
  };
}

export function result(appId: string, facts: Partial<ToldResult> = {}): ToldResult {
  return {
    ...{ key: appId, appId, guestSpaceId: "", appName: `アプリ${appId}` },
    ...{
      status: "success",
      errorCode: "",
      message: "",
      gaps: [],
      acceptedGaps: [],
      records: 1000,
      attachments: 100,
      bytes: 50_000_000,
      seconds: 30,
      asked: undefined,
    },
    ...facts,
  };
}

export function target(appId: string, facts: Partial<ToldTarget> = {}): ToldTarget {
  return {
    ...{ recordId: appId, key: appId, appId, guestSpaceId: "", appName: `アプリ${appId}`, enabled: true },
    ...{ lastStatus: undefined, lastSuccess: "", lastSaved: "", unsavedSince: "", createdAt: "2026-10-01T00:00:00Z" },
    ...facts,
  };
}
