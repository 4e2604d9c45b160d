import { jsonLine } from "../../archive/records/json-lines";
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
