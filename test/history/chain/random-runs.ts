import fc from "fast-check";
import { BackupError } from "../../../src/domain/errors";
import type { RunOutcome, TargetResult } from "../../../src/domain/outcome";
import { PLACE_STATES } from "../../../src/domain/saved";
import { PARTS } from "../../../src/domain/target";
import type { AppRecord } from "../../../src/domain/record-store";
import { VERSIONS } from "../../../src/history/chain/fact-lists";
import { linkAfter } from "../../../src/history/chain/link";
import { finishedRun, startedRun } from "../../../src/history/runs/run-fields";
import { createInMemoryStore } from "../management-app/in-memory-store";
import { everything } from "../runs/runs";

/** Text that kintone takes into one line, with what tends to go wrong. */
const line = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, "")),
  fc.constantFrom("", " 先頭と末尾 ", "0012", "1.50", "null", '"', "𠮷野家", "a\\b"),
);
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
/** So small that kintone keeps the sum of three: of its 16 digits four are for decimals, unless an app says otherwise. */
const count = fc.oneof(fc.nat(), fc.constantFrom(0, 10, 1000, 2 ** 37));
const status = fc.constantFrom("success", "partial", "failed", "cancelled", "interrupted");

const result: fc.Arbitrary<TargetResult> = fc.record({
  target: fc
    .record({ appId: fc.nat().map(String), appName: line, guestSpaceId: fc.nat().map(String) })
    .map((target) => ({
      recordId: "1",
      query: "",
      ...everything,
      ...target,
    })),
  asked: fc.record({
    query: line,
    include: fc.subarray([...PARTS], { minLength: 1 }),
    excludedFields: fc.array(line, { maxLength: 2 }),
  }),
  status,
  accepted: fc.constant([]),
  problems: fc.array(
    line.map((message) => ({ step: "records" as const, error: new BackupError("NO_PERMISSION", message) })),
    { maxLength: 2 },
  ),
  records: count,
  attachments: count,
  bytes: count,
  seconds: fc.double({ min: 0, max: 1e5, noNaN: true }),
  requests: fc.nat(),
});

const ending = fc.record({
  trigger: fc.constantFrom("button" as const, "headless" as const),
  operator: fc.record({ code: line, name: line }),
  status,
  results: fc.array(result, { maxLength: 3 }),
  problems: fc.constant<RunOutcome["problems"]>([]),
  told: fc.constant<RunOutcome["told"]>([]),
  volumes: fc.array(fc.record({ name: line, size: count, sha256 }), { maxLength: 3 }),
  archiveDigest: fc.option(sha256, { nil: undefined }),
  destination: fc.constantFrom("download", "folder"),
  places: fc.array(
    fc.record({
      name: line,
      kind: fc.constantFrom("folder" as const, "rclone" as const, "s3" as const),
      state: fc.constantFrom(...PLACE_STATES),
      error: line.map((message) => new BackupError("DELIVERY_FAILED", message)),
    }),
    { maxLength: 2 },
  ),
  saved: fc.constantFrom("saved" as const, "unconfirmed" as const, undefined),
  records: count,
  attachments: count,
  bytes: count,
  requests: count,
});

/** Runs one after another, each of ten minutes. */
export const outcomes = (size: { minLength: number; maxLength: number }): fc.Arbitrary<RunOutcome[]> =>
  fc.array(ending, size).map((endings) =>
    endings.map((outcome, index) => ({
      ...outcome,
      runId: `run-${index}`,
      historyRecordId: undefined,
      startedAt: new Date(Date.UTC(2026, 10, 23, index, 0, 7, 123)),
      finishedAt: new Date(Date.UTC(2026, 10, 23, index, 10, 8, 456)),
    })),
  );

export const describeProblem = ({ error }: { error: Error }) => error.message;

/** kintone gives every field of an app, also those that nobody wrote. */
const EMPTY = Object.fromEntries([...VERSIONS.values()].flatMap(Object.keys).map((code) => [code, { value: "" }]));

/** The records of chained runs, with `$id`s from 1. */
export async function recordsOf(runs: readonly RunOutcome[]): Promise<AppRecord[]> {
  const app = createInMemoryStore({ now: new Date(0) });
  let last = "";
  for (const run of runs) {
    const values = { ...EMPTY, ...startedRun(run, "0.1.0"), ...finishedRun(run, describeProblem) };
    const link = linkAfter(last, values);
    await app.store.add({ ...values, ...link });
    last = String(link.run_chain_digest?.value);
  }
  return app.records() as AppRecord[];
}
