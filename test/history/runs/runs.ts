import { BackupError } from "../../../src/domain/errors";
import type { RunOutcome, RunStart, TargetResult } from "../../../src/domain/outcome";

export const start: RunStart = {
  runId: "20261123-030000-a1b2",
  trigger: "button",
  operator: { code: "sato", name: "佐藤 昇" },
  startedAt: new Date("2026-11-23T03:00:07.123Z"),
};

/** What a target asks for when nobody has chosen. */
export const everything = {
  include: { records: true, attachments: true, comments: true, settings: true, administration: true },
  excludedFields: [],
  includedIdentifiers: [],
  acceptedGaps: [],
};

export const success: TargetResult = {
  target: { recordId: "1", appId: "11", appName: "品質記録", query: "", ...everything },
  asked: {
    query: "",
    include: ["records", "attachments", "comments", "settings", "administration"],
    excludedFields: [],
  },
  status: "success",
  problems: [],
  accepted: [],
  records: 1200,
  attachments: 34,
  bytes: 5_678_901,
  seconds: 12.34,
  requests: 12,
};

export const failure: TargetResult = {
  target: { recordId: "2", appId: "12", guestSpaceId: "3", appName: "図面", query: 'a in ("b")', ...everything },
  asked: { query: 'a in ("b")', include: ["records"], excludedFields: ["氏名", "表"] },
  status: "failed",
  accepted: [],
  problems: [
    {
      step: "records",
      error: new BackupError("NO_PERMISSION", "no", { answer: { status: 403, code: "CB_NO02" }, facts: { app: "12" } }),
    },
    { step: "verify", error: new BackupError("COUNT_MISMATCH", "no", { facts: { expected: 2, actual: 1 } }) },
  ],
  records: 0,
  attachments: 0,
  bytes: 0,
  seconds: 0.5,
  requests: 3,
};

export const outcome: RunOutcome = {
  ...start,
  historyRecordId: "1",
  status: "partial",
  finishedAt: new Date("2026-11-23T03:04:59.999Z"),
  results: [success, failure],
  problems: [{ step: "deliver", error: new BackupError("DELIVERY_FAILED", "no") }],
  told: [],
  volumes: [
    { name: "kintone-backup_20261123_120007.zip", size: 1_073_741_824, sha256: "a".repeat(64) },
    { name: "kintone-backup_20261123_120007.part02.zip", size: 42, sha256: "b".repeat(64) },
  ],
  archiveDigest: "c".repeat(64),
  destination: "download",
  places: [],
  saved: "unconfirmed",
  records: 1200,
  attachments: 34,
  bytes: 1_073_741_866,
  requests: 77,
};
