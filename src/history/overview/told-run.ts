import type { AcceptedGap } from "../../domain/accepted-gap";
import type { Asked } from "../../domain/asked";
import type { AppRecord } from "../../domain/record-store";
import { type Rule, ruleNamed } from "../../domain/rule";
import { type Status, STATUSES } from "../../domain/status";
import { toldAsked } from "./told-asked";
import { runReference, type RunReference } from "../runs/run-reference";
import { toldSaved, type ToldSaved } from "../saved/told-saved";
import { acceptancesIn } from "../targets/acceptance-lines";

/** What a run's record says of one target. */
export interface ToldResult {
  /** Of the app: guest space and id. */
  key: string;
  appId: string;
  guestSpaceId: string;
  appName: string;
  /** By which it was backed up; absent for a target that names its app. */
  rule?: Rule;
  status: Status | undefined;
  /** Of the first problem; empty when there was none. */
  errorCode: string;
  message: string;
  /** By their lasting names (`domain/accepted-gap.ts`): missing now, and the next time too. */
  gaps: string[];
  /** The same, of what somebody had accepted. */
  acceptedGaps: AcceptedGap[];
  records: number;
  attachments: number;
  bytes: number;
  seconds: number;
  /** What was asked for; `undefined` where the record does not tell. */
  asked: Asked | undefined;
}

/** What the overview keeps of a run's record: a few hundred bytes, never the record itself. */
export interface ToldRun extends RunReference, ToldSaved {
  /** `undefined` for whatever is no status. */
  status: Status | undefined;
  trigger: string;
  /** Of one app, with all that it has, before it was restored. */
  isSafetyBackup: boolean;
  operator: string;
  /** ISO, UTC; empty while the run is under way, or when nobody knows. */
  finishedAt: string;
  /** `undefined` when begin or end is not known. */
  seconds: number | undefined;
  records: number;
  attachments: number;
  bytes: number;
  requests: number;
  message: string;
  results: ToldResult[];
  archiveDigest: string;
  chainDigest: string;
}

/** Whatever the record says: somebody may have changed it, or the user may not read all of it. */
export function toldRun(record: AppRecord): ToldRun {
  const text = (code: keyof AppRecord) => textOf(record[code]);
  const reference = runReference(record);
  // The exact times are texts that somebody may have emptied; kintone's own are cut to the minute.
  const startedAt = reference.startedAt || text("run_started_at");
  const finishedAt = text("run_finished_exact") || text("run_finished_at");
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  return {
    ...reference,
    ...toldSaved(record),
    startedAt,
    finishedAt,
    seconds: Number.isNaN(seconds) ? undefined : Math.max(0, seconds),
    status: statusOf(text("run_status")),
    trigger: text("run_trigger"),
    isSafetyBackup: text("run_trigger") === "restore",
    operator: text("run_operator_name") || text("run_operator_code"),
    records: amountOf(record.run_records),
    attachments: amountOf(record.run_attachments),
    bytes: amountOf(record.run_bytes),
    requests: amountOf(record.run_requests),
    message: text("run_message"),
    results: (record.run_results?.value ?? [])
      .map(({ value }) => toldResult(value))
      .filter(({ appId }) => appId !== ""),
    archiveDigest: text("run_archive_digest"),
    chainDigest: text("run_chain_digest"),
  };
}

type Row = NonNullable<AppRecord["run_results"]>["value"][number]["value"];

function toldResult(row: Partial<Row>): ToldResult {
  const [appId, guestSpaceId] = [textOf(row.result_app_id), textOf(row.result_guest_space_id)];
  const rule = ruleNamed(textOf(row.result_rule));
  return {
    key: appKey(appId, guestSpaceId),
    appId,
    guestSpaceId,
    appName: textOf(row.result_app_name),
    ...(rule && { rule }),
    status: statusOf(textOf(row.result_status)),
    errorCode: textOf(row.result_error_code),
    message: textOf(row.result_message),
    gaps: textOf(row.result_gaps).split("\n").filter(isGapName),
    acceptedGaps: acceptancesIn(textOf(row.result_accepted_gaps)),
    records: amountOf(row.result_records),
    attachments: amountOf(row.result_attachments),
    bytes: amountOf(row.result_bytes),
    seconds: amountOf(row.result_seconds),
    asked: toldAsked(textOf(row.result_query), textOf(row.result_include), textOf(row.result_excluded_fields)),
  };
}

/** The last line may say how many more there were. */
const isGapName = (line: string): boolean => line.includes("/");

/** One text for one app, also in a guest space. */
export function appKey(appId: string, guestSpaceId: string): string {
  return guestSpaceId ? `${guestSpaceId}/${appId}` : appId;
}

export function statusOf(word: string): Status | undefined {
  return STATUSES.find((status) => status === word);
}

export function textOf(cell: { value: unknown } | undefined): string {
  return String(cell?.value ?? "");
}

export function amountOf(cell: { value: unknown } | undefined): number {
  const amount = Number(textOf(cell));
  return Number.isFinite(amount) ? amount : 0;
}
