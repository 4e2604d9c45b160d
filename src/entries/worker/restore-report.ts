import { jsonLine } from "../../archive/records/json-lines";
import type { RestoreChoices } from "../../restore/plan/restore-choices";
import type { RestorePlan } from "../../restore/plan/restore-plan";
import type { RestoreReport } from "../../restore/report/plan-report";
import type { RestoreReportLine } from "../../restore/report/report-line";

/** In memory: a hundred thousand lines are a few megabytes. What an earlier attempt told is told again. */
export function reportInto(lines: RestoreReportLine[]): RestoreReport {
  lines.length = 0;
  return {
    async tell(line) {
      lines.push(line);
    },
    *texts() {
      for (const line of lines) yield jsonLine(line);
    },
  };
}

/** What was decided and planned, as people can read it again. */
export function planText(choices: RestoreChoices, plan: RestorePlan): string {
  return JSON.stringify({ choices, plan }, undefined, 2);
}
