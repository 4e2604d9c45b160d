import type { RunOutcome, RunStart } from "../../domain/outcome";
import type { AppValues } from "./app-values";
import { toMinute } from "./to-minute";

/** Who began a run, a restore or a comparison, when, and with which version. */
export function startedBy(start: Pick<RunStart, "operator" | "startedAt">, pluginVersion: string): AppValues {
  const { operator, startedAt } = start;
  return {
    run_operator_code: { value: operator.code },
    run_operator_name: { value: operator.name },
    run_started_at: { value: toMinute(startedAt) },
    run_started_exact: { value: startedAt.toISOString() },
    run_plugin_version: { value: pluginVersion },
  };
}

/** When it ended, and what it took; gives the lock back. */
export function endedAt({ finishedAt, requests }: Pick<RunOutcome, "finishedAt" | "requests">): AppValues {
  return {
    run_lock: { value: "" },
    run_finished_at: { value: toMinute(finishedAt) },
    run_finished_exact: { value: finishedAt.toISOString() },
    run_reported_exact: { value: finishedAt.toISOString() },
    run_requests: { value: String(requests) },
  };
}
