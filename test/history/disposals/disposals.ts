import type { Confirmation, DisposalOutcome, DisposalStart, Hold } from "../../../src/domain/disposal-outcome";
import { BackupError } from "../../../src/domain/errors";

const operator = { code: "sato", name: "佐藤 昇" };
const generation = {
  archiveRunId: "20260901-180000-a1b2",
  archiveCreated: new Date("2026-09-01T18:00:00.123Z"),
  archiveDigest: "a".repeat(64),
};
const volume = (name: string, digit: string) => ({ name, size: 1_000_000, sha256: digit.repeat(64) });

export const confirmation: Confirmation = {
  disposalId: "20261123-040000-c9k2",
  ...{ operator, startedAt: new Date("2026-11-23T04:00:07.123Z") },
  ...{ place: "nas", rule: "daily 14, monthly 12", previewDigest: "b".repeat(64), keeps: 26, goes: 41 },
};

export const hold: Hold = {
  disposalId: "20261123-050000-h9k2",
  ...{ operator, startedAt: new Date("2026-11-23T05:00:07.123Z"), ...generation },
  ...{ isHeld: true, reason: "税務調査が終わるまで" },
};

export const start: DisposalStart = {
  disposalId: "20261123-060000-d9k2",
  ...{ operator, startedAt: new Date("2026-11-23T06:00:07.123Z"), ...generation },
  ...{ place: confirmation.place, rule: confirmation.rule, previewDigest: confirmation.previewDigest },
  ...{ approvedBy: "佐藤 昇", approvedAt: confirmation.startedAt },
  volumes: [
    volume("kintone-backup_20260902_030000.zip", "1"),
    volume("kintone-backup_20260902_030000.part02.zip", "2"),
  ],
};

export const outcome: DisposalOutcome = {
  ...start,
  verdict: "disposed",
  finishedAt: new Date("2026-11-23T06:00:09.000Z"),
  disposed: start.volumes.map((one) => ({ ...one, fate: "deleted" })),
  elsewhere: ["drive"],
  requests: 5,
};

export const remaining: DisposalOutcome = {
  ...outcome,
  verdict: "remains",
  disposed: start.volumes.map((one, at) =>
    at === 0 ? { ...one, fate: "trashed" } : { ...one, fate: "kept", answer: "AccessDenied" },
  ),
};

export const stopped: DisposalOutcome = {
  ...remaining,
  verdict: "stopped",
  stopped: new BackupError("UNREACHABLE", "no network"),
};
