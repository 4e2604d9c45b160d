import { jsonLine } from "../../archive/records/json-lines";
import { undoPlan } from "../../restore/report/undo-plan";
import type { ToldRestore } from "../../screens/restore/restore-desk";
import type { RestoredMessages } from "../../screens/text/restored/language";
import { describeReportLine, isOtherwise, MOST_TOLD, toldNumbers } from "../../screens/text/restored/restore-report";
import { describeProblem } from "../../screens/text/run/problem-sentence";
import type { RestoredInBrowser } from "./restoring";

/** As a page shows it: in words, as errors do not cross from a Worker. */
export function toldRestore(messages: RestoredMessages, restored: RestoredInBrowser, baseUrl: string): ToldRestore {
  if ("refused" in restored) throw new Error(restored.refused.reason);
  const { run, lines } = restored;
  const { outcome, historyRecordId, unrecorded } = run;
  const { verdict, planned, stopped, safetyBackup, app } = outcome;
  const undo = undoPlan(outcome, lines, baseUrl);
  const otherwise = lines.filter(isOtherwise);
  return {
    ...{ restoreId: outcome.restoreId, verdict, planned, app, numbers: toldNumbers(messages, outcome) },
    otherwise: otherwise.slice(0, MOST_TOLD).map((line) => describeReportLine(messages, line)),
    more: Math.max(0, otherwise.length - MOST_TOLD),
    report: new Blob(lines.map(jsonLine), { type: "application/jsonl" }),
    ...(stopped && { stopped: describeProblem(messages, { error: stopped }) }),
    ...(historyRecordId !== undefined && { historyRecordId }),
    ...(unrecorded && { unrecorded: describeProblem(messages, { error: unrecorded }) }),
    ...(safetyBackup && { safetyRunId: safetyBackup.runId }),
    ...(undo && { undo }),
  };
}
