import type { RunOutcome } from "../../src/domain/outcome";
import type { StoredRecord } from "../emulator/records/record";
import type { JudgedRun } from "./one-run";
import { unsaid } from "./words-agreement";

type Row = { id: string; values: Record<string, unknown> };

/** Where the records of the backup-management app say something else than the outcome. */
export function contradictions(judged: JudgedRun, outcome: RunOutcome): string[] {
  const { kintone, log } = judged;
  const { records } = kintone.management;
  const isUnwritable = outcome.problems.some(({ step }) => step === "history");
  const runs = [...records.ascending()].filter(({ values }) => values.run_id === outcome.runId);
  const [run, ...others] = runs;
  const lies: string[] = [];
  if (others.length > 0) lies.push(`the history has the run ${runs.length} times`);
  if (!isUnwritable && outcome.historyRecordId !== String(run?.id)) lies.push("the history has another record");
  if (outcome.historyRecordId === undefined && !isUnwritable) lies.push("no record, and no problem of the history");
  if (run && (!isUnwritable || run.values.run_status !== "running"))
    lies.push(...differences(run, outcome, isUnwritable));
  if (run && !isUnwritable) lies.push(...unsaid(judged, outcome, run));
  if (!isUnwritable && log === "") lies.push("the log is empty");
  if (!isUnwritable) lies.push(...ofTargets(kintone, outcome));
  return lies;
}

function differences({ values }: StoredRecord, outcome: RunOutcome, isUnwritable: boolean): string[] {
  const expected = {
    run_status: outcome.status,
    run_lock: "",
    run_saved: outcome.saved ?? "",
    run_records: String(outcome.records),
    run_attachments: String(outcome.attachments),
    run_bytes: String(outcome.bytes),
    run_archive_digest: outcome.archiveDigest ?? "",
    run_finished_exact: outcome.finishedAt.toISOString(),
  };
  const lies = Object.entries(expected).flatMap(([code, value]) =>
    text(values[code]) === value ? [] : [`history: ${code} is ${text(values[code])}, not ${value}`],
  );
  const volumes = rowsOf(values.run_volumes).map((row) => ({
    ...{ name: text(row.volume_name), size: Number(row.volume_size), sha256: text(row.volume_sha256) },
  }));
  if (
    !isSame(
      volumes,
      outcome.volumes.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    )
  ) {
    lies.push("history: the volumes are others");
  }
  const results = rowsOf(values.run_results).map((row) => [
    ...[text(row.result_app_id), text(row.result_status), text(row.result_step), text(row.result_error_code)],
    ...[Number(row.result_records), Number(row.result_attachments), text(row.result_message) !== ""],
  ]);
  const told = outcome.results.map(({ target, status, problems: [first], records, attachments }) => [
    ...[target.appId, status, first?.step ?? "", first?.error.code ?? "", records, attachments, first !== undefined],
  ]);
  if (!isSame(results, told))
    lies.push(`history: the results are ${JSON.stringify(results)}, not ${JSON.stringify(told)}`);
  const speaks = text(values.run_message) !== "";
  const hasReason = outcome.problems.length > 0 || outcome.results.some(({ problems }) => problems.length > 0);
  if (speaks !== hasReason && !isUnwritable) lies.push(`history: the message is ${speaks ? "surplus" : "missing"}`);
  return lies;
}

function ofTargets({ management, wishes }: JudgedRun["kintone"], outcome: RunOutcome): string[] {
  return wishes.flatMap(({ recordId }) => {
    const result = outcome.results.find(({ target }) => target.recordId === String(recordId));
    const values = management.records.get(recordId)?.values ?? {};
    const status = text(values.target_last_status);
    const lies = status === (result?.status ?? "") ? [] : [`target ${recordId} says ${status}, not ${result?.status}`];
    const succeeded = text(values.target_last_success) !== "";
    if (succeeded !== (result?.status === "success")) lies.push(`target ${recordId}: last success is wrong`);
    const isSaved = text(values.target_last_saved) !== "";
    if (isSaved !== (result?.status === "success" && outcome.saved === "saved")) {
      lies.push(`target ${recordId}: last saved is wrong`);
    }
    return lies;
  });
}

const text = (value: unknown): string => (value === undefined || value === null ? "" : String(value as string));
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function rowsOf(value: unknown): Array<Record<string, unknown>> {
  return ((value ?? []) as Row[]).map(({ values }) => values);
}
