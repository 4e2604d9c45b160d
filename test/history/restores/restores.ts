import { BackupError } from "../../../src/domain/errors";
import type { ComparisonOutcome, RestoreOutcome, RestoreStart } from "../../../src/domain/restore-outcome";
import { start as run } from "../runs/runs";

export const start: RestoreStart = {
  restoreId: "20261123-030000-r7k9",
  trigger: "button",
  operator: run.operator,
  startedAt: run.startedAt,
  reason: "月次の一括更新を誤ったため",
  archive: {
    runId: "20261122-030000-a1b2",
    createdAt: new Date("2026-11-22T03:00:07.123Z"),
    digest: "d".repeat(64),
    isTold: true,
    appId: "11",
  },
  app: { appId: "11", name: "品質記録" },
  planned: { add: 3, putBack: 2, remove: 0 },
  safetyBackup: { runId: "20261123-025500-s3c4", archiveDigest: "e".repeat(64) },
};

export const counts: RestoreOutcome["counts"] = {
  ...{ added: 3, "put-back": 1, removed: 0, refused: 0 },
  ...{ "changed-meanwhile": 1, gone: 0, hidden: 0, undecided: 0 },
};

export const outcome: RestoreOutcome = {
  ...start,
  verdict: "explained",
  finishedAt: new Date("2026-11-23T03:04:59.999Z"),
  counts,
  notReached: 0,
  deviations: 0,
  requests: 41,
};

export const stopped: RestoreOutcome = {
  ...outcome,
  verdict: "stopped",
  notReached: 2,
  stopped: new BackupError("NO_PERMISSION", "no", { answer: { status: 403, code: "CB_NO02" } }),
};

export const compared: ComparisonOutcome = {
  comparisonId: "20261124-030000-c5d6",
  ...{ trigger: start.trigger, operator: start.operator, reason: "監査の抜き取り", archive: start.archive },
  ...{ app: start.app, startedAt: new Date("2026-11-24T03:00:07.123Z") },
  finishedAt: new Date("2026-11-24T03:01:00.000Z"),
  verdict: "differs",
  differing: { add: 3, putBack: 2, remove: 1 },
  requests: 12,
};
