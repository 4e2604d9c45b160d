import type { Missing, Renamed, TargetFacts, TargetOptions } from "../../archive/manifest/manifest";
import { targetFolder } from "../../archive/names";
import type { NumberedKind } from "../../archive/records/numbered-files";
import { askedOf } from "../../domain/asked";
import { type BackupError, type Step, toBackupError } from "../../domain/errors";
import { ALWAYS_MISSING, type Gap } from "../../domain/gap";
import type { NotedFile } from "../../domain/noted-file";
import type { Problem, TargetResult } from "../../domain/outcome";
import type { FinalStatus } from "../../domain/status";
import type { Target } from "../../domain/target";
import type { StagedEntry } from "../../staging/staging";
import type { RecordCounts } from "../records/record-counts";
import type { RunContext } from "../run-context";
import { totalSize } from "../volumes/pack-volume";
import { inArchiveOrder } from "./archive-order";
import { partByAcceptance } from "./part-by-acceptance";

/** The books of one target: everything that goes into the archive of it, and everything that does not. */
export interface TargetLedger {
  readonly target: Target;
  readonly folder: string;
  /** Requests of the app, before any for this. */
  readonly requestsBefore: number;
  appName: string;
  revision: string;
  /** Whether the records have fields that the form in the archive has not. */
  formIsOutdated: boolean;
  /** How many records kintone says there are; the last count is the one that stands. */
  expectedRecords: number;
  problem(step: Step, thrown: unknown): void;
  /** What people have to know, and nothing is missing for it. */
  tell(step: Step, error: BackupError): void;
  /**
   * Takes an entry for the archive. It waits in the workspace until the target was read to its end: what was read may
   * have to be taken back, which a volume does not allow.
   */
  add(entry: StagedEntry): void;
  renamed(renamed: Renamed): void;
  /** @param lasting what it is called where it can be accepted (`domain/accepted-gap.ts`) */
  missing(gap: Gap, lasting?: string): void;
  /** Fields whose values stay out, whoever decided it. */
  leaveOut(fields: readonly string[]): void;
  /** What is asked for, with the fields that stay out. */
  options(): TargetOptions;
  /** Call it when no more records will come: only then can zero records be a success. */
  recordsComplete(): void;
  /** What is in the files of records, whole or not. */
  recordsWritten(counts: RecordCounts): void;
  /** Records that were found changed, and read again. */
  repaired(changes: { added: number; changed: number; deleted: number }): void;
  /** The run was cancelled while it worked on this target. */
  cancel(): void;
  /** What was kept for a later attempt of the run, until the target is settled. */
  keptMeanwhile(file: NotedFile): void;
  /**
   * Puts what was added into the archive, and tells the manifest. Call it once, in the end.
   *
   * @param seconds that reading took
   */
  commit(seconds: number): Promise<void>;
  /** Gives back the space of what was added: there is nothing of the target any more. */
  discard(): Promise<void>;
  result(seconds: number): TargetResult;
}

const NO_RECORDS: RecordCounts = { records: 0, attachments: { expected: 0, written: 0 }, comments: { written: 0 } };

export function createTargetLedger(
  target: Target,
  context: Pick<RunContext, "archive" | "log" | "memory" | "requestsOf" | "staging">,
): TargetLedger {
  const folder = targetFolder(target);
  const meanwhile: NotedFile[] = [];
  const entries: StagedEntry[] = [];
  const problems: Problem[] = [];
  const accepted: Problem[] = [];
  const renamed: Renamed[] = [];
  const missing: Missing[] = [...ALWAYS_MISSING];
  const changedMeanwhile = { added: 0, changed: 0, deleted: 0 };
  let excludedFields: readonly string[] = target.excludedFields;
  let counts = NO_RECORDS;
  let complete = false;
  let cancelled = false;
  let bytes = 0;

  const status = (): FinalStatus => {
    if (cancelled) return "cancelled";
    if (problems.length === 0) return "success";
    return counts.records > 0 || complete ? "partial" : "failed";
  };

  const filesOf = (kind: NumberedKind) => entries.filter((entry) => entry.kind === kind).length;

  const facts = (): TargetFacts => ({
    folder,
    appId: target.appId,
    ...(target.guestSpaceId !== undefined && { guestSpaceId: target.guestSpaceId }),
    appName: ledger.appName,
    revision: ledger.revision,
    options: ledger.options(),
    records: { expected: ledger.expectedRecords, written: counts.records },
    attachments: { ...counts.attachments },
    comments: counts.comments,
    files: { records: filesOf("records"), csv: filesOf("csv"), comments: filesOf("comments") },
    changedMeanwhile: { ...changedMeanwhile },
    ...(counts.firstId !== undefined && { firstId: counts.firstId }),
    ...(counts.lastId !== undefined && { lastId: counts.lastId }),
    renamed,
    missing,
  });

  const dropMeanwhile = async () => {
    for (const file of meanwhile.splice(0)) await context.staging.remove(file).catch(() => undefined);
  };

  const ledger: TargetLedger = {
    target,
    folder,
    requestsBefore: context.requestsOf(target.appId),
    appName: target.appName,
    revision: "",
    formIsOutdated: false,
    expectedRecords: 0,
    problem(step, thrown) {
      const error: BackupError = toBackupError(thrown).with(appFacts(target));
      const parted = partByAcceptance({ step: error.step ?? step, error }, target.acceptedGaps);
      if (parted.open) problems.push(parted.open);
      if (parted.accepted) accepted.push(parted.accepted);
      for (const problem of [parted.open, parted.accepted]) {
        if (problem) context.log.add({ kind: "problem", target, problem });
      }
    },
    tell(step, error) {
      const problem = { step, error: error.with(appFacts(target)) };
      accepted.push(problem);
      context.log.add({ kind: "problem", target, problem });
    },
    add(entry) {
      entries.push(entry);
    },
    renamed(name) {
      renamed.push(name);
    },
    missing(gap, lasting) {
      const met = target.acceptedGaps.find((one) => one.gap === lasting);
      const booked = met ? { ...gap, accepted: { by: met.by, at: met.at, reason: met.reason } } : gap;
      // What kintone does not give stands together, whatever else was found first: the same data is the same archive.
      const last = gap.code === "NOT_OFFERED_BY_KINTONE" ? missing.findLastIndex(({ code }) => code === gap.code) : -1;
      missing.splice(last < 0 ? missing.length : last + 1, 0, booked);
    },
    leaveOut(fields) {
      excludedFields = fields;
    },
    options: () => askedOf(target, excludedFields),
    recordsComplete() {
      complete = true;
    },
    recordsWritten(written) {
      counts = written;
    },
    repaired({ added, changed, deleted }) {
      changedMeanwhile.added += added;
      changedMeanwhile.changed += changed;
      changedMeanwhile.deleted += deleted;
    },
    cancel() {
      cancelled = true;
    },
    keptMeanwhile(file) {
      meanwhile.push(file);
    },
    async commit(seconds) {
      const ordered = inArchiveOrder(entries);
      bytes = totalSize(ordered);
      // Before a volume takes anything: what was settled can be taken up again by another attempt.
      await context.memory.settle(facts(), ordered, ledger.result(seconds));
      await dropMeanwhile();
      context.archive.addTarget(facts());
      for (const entry of ordered) await context.archive.add(entry);
    },
    async discard() {
      counts = NO_RECORDS;
      complete = false;
      renamed.length = 0;
      await dropMeanwhile();
      for (const entry of entries.splice(0)) await entry.remove();
    },
    result: (seconds) => ({
      target: { ...target, appName: ledger.appName },
      asked: ledger.options(),
      status: status(),
      ...{ problems, accepted },
      records: counts.records,
      attachments: counts.attachments.written,
      bytes,
      seconds,
      requests: context.requestsOf(target.appId),
    }),
  };
  return ledger;
}

function appFacts({ appId, guestSpaceId }: Target) {
  return { ...(appId && { app: appId }), ...(guestSpaceId !== undefined && { guestSpaceId }) };
}
