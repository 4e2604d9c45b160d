import { lastingGaps } from "../../domain/accepted-gap";
import type { Problem, RunOutcome, RunStart, TargetResult, Volume } from "../../domain/outcome";
import { ruleName } from "../../domain/rule";
import type { PlacedArchive, Saved } from "../../domain/saved";
import type { Status } from "../../domain/status";
import type { AppRecord } from "../../domain/record-store";
import type { PlaceCode, ResultCode, VolumeCode } from "../app-definition/fields";
import { LOCK } from "../lock/lock";
import type { AppValues, Values } from "../records/app-values";
import { limited } from "../records/limited-text";
import { endedAt, startedBy } from "../records/started-and-ended";
import { toMinute } from "../records/to-minute";
import { acceptanceLines } from "../targets/acceptance-lines";

/** Says in the operator's language what went wrong. */
export type Describe = (problem: Problem) => string;

/**
 * The record of a run that begins. What defines a target is not named, though kintone fills in its defaults: who backs up may
 * not write it (`app-definition/target-rights.ts`), and whatever is about targets asks for their type.
 */
export function startedRun(start: RunStart, pluginVersion: string): AppValues {
  return {
    record_type: { value: "run" },
    run_id: { value: start.runId },
    run_lock: { value: LOCK },
    run_status: { value: "running" satisfies Status },
    run_trigger: { value: start.trigger },
    ...startedBy(start, pluginVersion),
  };
}

/** What every report changes. */
export function aliveRun(now: Date): AppValues {
  return { run_reported_exact: { value: now.toISOString() } };
}

/** What a report of new results changes. The totals are what the results have so far; kintone takes a table as a whole. */
export function reportedResults(results: readonly TargetResult[], describe: Describe): AppValues {
  const total = (key: "records" | "attachments") => results.reduce((sum, result) => sum + result[key], 0);
  return {
    run_records: { value: String(total("records")) },
    run_attachments: { value: String(total("attachments")) },
    run_results: { value: results.map((result) => ({ value: resultRow(result, describe) })) },
  };
}

/** What is known of the zips when the run ends; of a download it is nothing yet. */
function savedAtTheEnd({ saved, finishedAt, operator }: RunOutcome): AppValues {
  return {
    run_saved: { value: saved ?? "" },
    ...(saved === "saved" && savedBy(operator.name || operator.code, finishedAt)),
  };
}

/** That the zips are known to lie where they should, since when, and who had them. */
export function savedBy(who: string, at: Date): AppValues {
  return {
    run_saved: { value: "saved" satisfies Saved },
    run_saved_at: { value: toMinute(at) },
    run_saved_by: { value: who },
  };
}

/** What the end of a run changes; gives the lock back. */
export function finishedRun(outcome: RunOutcome, describe: Describe): AppValues {
  return {
    ...endedAt(outcome),
    run_status: { value: outcome.status },
    run_records: { value: String(outcome.records) },
    run_attachments: { value: String(outcome.attachments) },
    run_bytes: { value: String(outcome.bytes) },
    run_volumes: { value: outcome.volumes.map((volume) => ({ value: volumeRow(volume) })) },
    run_archive_digest: { value: outcome.archiveDigest ?? "" },
    run_log_sha256: { value: "" },
    run_destination: { value: outcome.destination },
    ...savedAtTheEnd(outcome),
    run_places: { value: outcome.places.map((place) => ({ value: placeRow(place, outcome.finishedAt, describe) })) },
    run_results: { value: outcome.results.map((result) => ({ value: resultRow(result, describe) })) },
    run_message: { value: limited(summary(outcome, describe)) },
  };
}

/** What a list of runs can show: the problems of the run as a whole and what else is told of it, then what each target met first. */
function summary({ problems, told, results }: RunOutcome, describe: Describe): string[] {
  const ofTargets = results.flatMap(({ target, problems: [first] }) =>
    first ? [`${target.appName || target.appId || target.recordId}: ${describe(first)}`] : [],
  );
  return [...[...problems, ...told].map(describe), ...ofTargets];
}

function resultRow(result: TargetResult, describe: Describe): Values<ResultCode> {
  const first = result.problems[0];
  return {
    result_app_id: { value: result.target.appId },
    result_app_name: { value: result.target.appName },
    result_guest_space_id: { value: result.target.guestSpaceId ?? "" },
    result_rule: { value: result.target.rule ? ruleName(result.target.rule) : "" },
    result_status: { value: result.status },
    result_step: { value: first?.step ?? "" },
    result_error_code: { value: first?.error.code ?? "" },
    result_kintone_code: { value: first?.error.answer?.code ?? "" },
    result_message: { value: limited([...result.problems, ...result.accepted].map(describe)) },
    result_gaps: { value: limited(result.problems.flatMap(({ error }) => lastingGaps(error))) },
    result_accepted_gaps: { value: acceptanceLines(result.accepted.flatMap(({ accepted = [] }) => accepted)) },
    result_records: { value: String(result.records) },
    result_attachments: { value: String(result.attachments) },
    result_bytes: { value: String(result.bytes) },
    // Whole: kintone rounds to the decimal places of the app's settings, and the chain needs what it will read back.
    result_seconds: { value: String(Math.round(result.seconds)) },
    result_requests: { value: String(result.requests) },
    result_requests_last_day: { value: String(result.requestsOfLastDay ?? "") },
    result_query: { value: result.asked.query },
    result_include: { value: result.asked.include.join(", ") },
    result_excluded_fields: { value: result.asked.excludedFields.join("\n") },
  };
}

function volumeRow({ name, size, sha256, zip }: Volume): Values<VolumeCode> {
  return {
    volume_name: { value: name },
    volume_size: { value: String(size) },
    volume_sha256: { value: sha256 },
    volume_zip_size: { value: String(zip?.size ?? "") },
    volume_zip_sha256: { value: zip?.sha256 ?? "" },
  };
}

function placeRow({ name, kind, state, error }: PlacedArchive, at: Date, describe: Describe): Values<PlaceCode> {
  return {
    place_name: { value: name },
    place_kind: { value: kind },
    place_state: { value: state },
    place_saved_at: { value: state === "saved" ? toMinute(at) : "" },
    place_message: { value: error ? limited([describe({ step: "deliver", error })]) : "" },
  };
}

/** What makes the record of a run that stopped reporting an `interrupted` one, with its results, and frees the lock. */
export function interruptedRun(record: AppRecord): AppValues {
  const interrupted = "interrupted" satisfies Status;
  const stopped = (record.run_results?.value ?? []).map(({ id, value }) => ({
    id,
    value: Object.fromEntries(
      Object.entries(value).map(([code, cell]) => [
        code,
        { value: code === "result_status" && cell.value === "running" ? interrupted : cell.value },
      ]),
    ),
  }));
  return { run_lock: { value: "" }, run_status: { value: interrupted }, run_results: { value: stopped } };
}
