import type { DrillOutcome, DrillStart } from "../../../src/domain/drill-outcome";
import { BackupError } from "../../../src/domain/errors";
import { start as restore } from "../restores/restores";

export const start: DrillStart = {
  drillId: "20261123-040000-t9k2",
  trigger: "headless",
  operator: restore.operator,
  startedAt: new Date("2026-11-23T04:00:07.123Z"),
  reason: "月次の復元訓練",
  archive: {
    runId: restore.archive.runId,
    createdAt: restore.archive.createdAt,
    digest: restore.archive.digest,
    isTold: true,
  },
  target: { appId: "11", name: "品質記録" },
  scope: { of: "sample", random: 100, seed: "2026-11" },
};

export const outcome: DrillOutcome = {
  ...start,
  verdict: "explained",
  finishedAt: new Date("2026-11-23T04:05:00.000Z"),
  seconds: 292.9,
  newestRecord: new Date("2026-11-22T02:59:00Z"),
  sample: "random 100 of 1200, seed 2026-11\nnewest 1200",
  scratch: { appId: "91", name: "[復元訓練] 品質記録", fate: "emptied" },
  counts: { archived: 1200, expected: 104, restored: 104, identical: 100, explained: 4, different: 0, files: 31 },
  requests: 77,
};

export const stopped: DrillOutcome = {
  ...outcome,
  verdict: "stopped",
  stopped: new BackupError("NO_PERMISSION", "no", { answer: { status: 403, code: "CB_NO02" } }),
};
