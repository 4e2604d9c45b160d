import { PROVEN } from "../../../../domain/drill-outcome";
import type { DrillRun } from "../../../../restore/drill/run-drill";
import { harmlessLine } from "../../harmless";
import { describeProblem } from "../../run/problem-sentence";
import { describeDrill } from "../drill-report";
import type { DrillCommandMessages } from "./language";

/** What came of the drill of one app, for who reads a terminal. */
export function summarizeDrill(messages: DrillCommandMessages, run: DrillRun, path: string): string[] {
  const { drill, quantities } = messages;
  const { number } = quantities;
  const { verdict, counts, scratch, target, stopped } = run.outcome;
  const app = messages.restore.value.nameAndCode(target.name, target.appId);
  const described = describeDrill(messages, run);
  const numbers = drill.counts({
    ...{ expected: number(counts.expected), identical: number(counts.identical) },
    ...{ explained: number(counts.explained), different: number(counts.different), files: number(counts.files) },
  });
  const told = [
    ...(stopped ? [describeProblem(messages, { error: stopped.with({ restores: true }) })] : []),
    described.scope,
    ...(stopped ? [] : [numbers]),
    ...described.records.map((record) => `- ${record}`),
    ...described.besides,
    ...described.ages,
    ...(scratch ? [drill.scratchApp(scratch.name, scratch.appId), drill.fate[scratch.fate]] : []),
    ...(PROVEN.has(verdict) ? [] : [drill.action]),
    drill.report(path),
    ...(run.historyRecordId === undefined ? [] : [drill.remembered(run.historyRecordId)]),
  ];
  return [drill.verdict[verdict](app), ...told.map((line) => `  ${line}`)].map(harmlessLine);
}
