import type { Attachment } from "../archive/attachments-of-record";
import type { Missing, Renamed, TargetFacts } from "../archive/manifest";
import { targetFolder } from "../archive/names";
import { type BackupError, type Step, toBackupError } from "./errors";
import type { FinalStatus, Problem, TargetResult } from "./outcome";
import type { RunContext } from "./run-context";
import type { StagedEntry } from "./staging";
import type { Target } from "./target";

/** What kintone's API does not give, of any app. From its absence in the official OpenAPI description 20250423. */
const NOT_OFFERED: ReadonlyArray<[what: string, text: string]> = [
  ["record-history", "The change history of records: kintone has no API for it."],
  ["process-history", "The history of process management: kintone has no API for it."],
  ["api-tokens", "API tokens: kintone has no API for them, and they are secrets."],
  ["webhooks", "Webhook settings: kintone has no API for them."],
  ["plugin-configurations", "The configurations of plugins: kintone has no generally available API for them."],
];

/** What this version leaves for a later one. */
const NOT_READ: ReadonlyArray<[what: string, text: string]> = [
  ["comments", "Comments on records: this version does not read them."],
  [
    "other-settings",
    "Settings other than app, general settings, views, form fields and form layout: this version does not read them.",
  ],
];

/** The books of one target: everything that was archived of it, and everything that was not. */
export interface TargetLedger {
  readonly target: Target;
  readonly folder: string;
  appName: string;
  revision: string;
  /** How many records kintone says there are; the last count is the one that stands. */
  expectedRecords: number;
  problem(step: Step, thrown: unknown): void;
  /** Puts an entry into the archive and counts it. */
  add(entry: StagedEntry): Promise<void>;
  recordWritten(recordId: string): void;
  attachmentExpected(): void;
  attachmentArchived(attachment: Attachment): void;
  missing(missing: Missing): void;
  /** Call it when no more records will come: only then can zero records be a success. */
  recordsComplete(): void;
  /** The run was cancelled while it worked on this target. */
  cancel(): void;
  facts(): TargetFacts;
  result(seconds: number): TargetResult;
}

export function createTargetLedger(target: Target, context: Pick<RunContext, "archive" | "log">): TargetLedger {
  const folder = targetFolder(target);
  const problems: Problem[] = [];
  const renamed: Renamed[] = [];
  const missing: Missing[] = [
    ...NOT_OFFERED.map(([what, text]) => ({ code: "NOT_OFFERED_BY_KINTONE" as const, what, text })),
    ...NOT_READ.map(([what, text]) => ({ code: "NOT_READ" as const, what, text })),
  ];
  const records = { written: 0, first: "", last: "", complete: false };
  const attachments = { expected: 0, written: 0 };
  let bytes = 0;
  let cancelled = false;

  const status = (): FinalStatus => {
    if (cancelled) return "cancelled";
    if (problems.length === 0) return "success";
    return records.written > 0 || records.complete ? "partial" : "failed";
  };

  const ledger: TargetLedger = {
    target,
    folder,
    appName: target.appName,
    revision: "",
    expectedRecords: 0,
    problem(step, thrown) {
      const error: BackupError = toBackupError(thrown).with(appFacts(target));
      const problem = { step: error.step ?? step, error };
      problems.push(problem);
      context.log.add({ kind: "problem", target, problem });
    },
    async add(entry) {
      await context.archive.add(entry);
      bytes += entry.size;
    },
    recordWritten(recordId) {
      records.first ||= recordId;
      records.last = recordId;
      records.written += 1;
    },
    attachmentExpected() {
      attachments.expected += 1;
    },
    attachmentArchived(attachment) {
      attachments.written += 1;
      if (attachment.renamed) {
        renamed.push({ path: `${folder}/attachments/${attachment.path}`, trueName: attachment.file.name });
      }
    },
    missing(gap) {
      missing.push(gap);
    },
    recordsComplete() {
      records.complete = true;
    },
    cancel() {
      cancelled = true;
    },
    facts: () => ({
      folder,
      appId: target.appId,
      ...(target.guestSpaceId !== undefined && { guestSpaceId: target.guestSpaceId }),
      appName: ledger.appName,
      revision: ledger.revision,
      options: { query: target.query, excludedFields: [] },
      records: { expected: ledger.expectedRecords, written: records.written },
      attachments: { ...attachments },
      ...(records.written > 0 && { firstId: records.first, lastId: records.last }),
      renamed,
      missing,
    }),
    result: (seconds) => ({
      target: { ...target, appName: ledger.appName },
      status: status(),
      problems,
      records: records.written,
      attachments: attachments.written,
      bytes,
      seconds,
    }),
  };
  return ledger;
}

function appFacts({ appId, guestSpaceId }: Target) {
  return { ...(appId && { app: appId }), ...(guestSpaceId !== undefined && { guestSpaceId }) };
}
