import type { DrillLine } from "../../../restore/drill/drill-line";
import type { DrillRun } from "../../../restore/drill/run-drill";
import { harmlessLine } from "../harmless";
import { describeProblem } from "../run/problem-sentence";
import type { DrillMessages } from "./language";

/** Nobody reads more of them; the report file has all. */
const MOST_TOLD = 20;

/** What came of the drill of one app, for people. */
export function describeDrill(messages: DrillMessages, { outcome, lines, ...run }: DrillRun, path: string): string[] {
  const { drill, quantities } = messages;
  const { number } = quantities;
  const { verdict, counts, scope, scratch, target, stopped } = outcome;
  const app = messages.restore.value.nameAndCode(target.name, target.appId);
  const inForm = (instead: "plain-field" | "refused") =>
    lines.flatMap((line) => (line.kind === "field" && line.instead === instead ? [line.field] : []));
  const [plain, refused] = [inForm("plain-field"), inForm("refused")];
  const told = [
    ...(stopped ? [describeProblem(messages, { error: stopped.with({ restores: true }) })] : []),
    scope.of === "all"
      ? drill.scope.all(number(counts.archived))
      : drill.scope.sample(number(counts.expected), number(counts.archived), scope.seed),
    ...(stopped
      ? []
      : [
          drill.counts({
            ...{ expected: number(counts.expected), identical: number(counts.identical) },
            ...{ explained: number(counts.explained), different: number(counts.different) },
            files: number(counts.files),
          }),
        ]),
    ...recordLines(messages, lines),
    ...lines.flatMap((line) => (line.kind === "gone" ? [drill.gone(line.code, number(line.records))] : [])),
    ...(plain.length > 0 ? [drill.plainLookups(plain)] : []),
    ...(refused.length > 0 ? [drill.refusedFields(refused)] : []),
    ...ages(messages, outcome),
    ...(scratch ? [drill.scratchApp(scratch.name, scratch.appId), drill.fate[scratch.fate]] : []),
    ...(verdict === "failed" || verdict === "stopped" ? [drill.action] : []),
    drill.report(path),
    ...(run.historyRecordId === undefined ? [] : [drill.remembered(run.historyRecordId)]),
  ];
  return [drill.verdict[verdict](app), ...told.map((line) => `  ${line}`)].map(harmlessLine);
}

function ages(
  { drill, quantities }: DrillMessages,
  { newestRecord, startedAt, seconds }: DrillRun["outcome"],
): string[] {
  const age = newestRecord && (startedAt.getTime() - newestRecord.getTime()) / 1000;
  const newest = newestRecord && quantities.moment(newestRecord);
  return [
    ...(age !== undefined && newest !== undefined ? [drill.rpo(quantities.duration(age), newest)] : []),
    drill.rto(quantities.duration(seconds)),
  ];
}

/** The first ones that are others, and then those of which it is known why. */
function recordLines({ drill, quantities }: DrillMessages, lines: readonly DrillLine[]): string[] {
  const sentences = lines.flatMap((line) => {
    if (line.kind !== "record" || line.outcome === "identical") return [];
    if (line.outcome === "different") {
      return [{ isWrong: true, said: drill.record(line.id, drill.different[line.why], line.fields ?? []) }];
    }
    const reasons = [...new Set(Object.values(line.fields))].map((why) => drill.explained[why]);
    return [{ isWrong: false, said: drill.record(line.id, reasons.join(", "), Object.keys(line.fields)) }];
  });
  const gravestFirst = sentences.toSorted((a, b) => Number(b.isWrong) - Number(a.isWrong));
  const left = gravestFirst.length - MOST_TOLD;
  return [
    ...gravestFirst.slice(0, MOST_TOLD).map(({ said }) => `- ${said}`),
    ...(left > 0 ? [`- ${drill.more(quantities.number(left))}`] : []),
  ];
}
