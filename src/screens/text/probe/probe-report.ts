import type { Reason, Verdict } from "../../../probe/finding";
import type { ProbeRow } from "../../../probe/probe";
import { counted, type ProbeReport } from "../../../probe/report";
import type { ProbeMessages } from "./messages";
import { wordsOf } from "./words-of";

/** Why something was not even begun here. */
export const ELSEWHERE: ReadonlySet<Reason | undefined> = new Set(["page", "command", "writing", "by-hand"]);

/** The report for a terminal, what is otherwise first. */
export function describeProbe(text: ProbeMessages, { rows, scratchApp }: ProbeReport): string {
  const tried = rows.filter(({ reason }) => !ELSEWHERE.has(reason));
  const counts = counted(tried);
  const lines = [
    text.summary(counts.otherwise, counts["as-assumed"], counts.unknown),
    ...(["otherwise", "as-assumed", "unknown"] as const).flatMap((verdict) => section(verdict, tried, text)),
    "",
    elsewhere(rows, text),
    ...(scratchApp ? ["", text.scratchApp(scratchApp.appId, scratchApp.name)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

export function elsewhere(rows: readonly ProbeRow[], text: ProbeMessages): string {
  const count = (reason: Reason) => rows.filter((row) => row.reason === reason).length;
  return text.elsewhere(count("page"), count("writing"), count("by-hand"));
}

function section(verdict: Verdict, tried: readonly ProbeRow[], text: ProbeMessages): string[] {
  const rows = tried.filter((row) => row.verdict === verdict);
  if (rows.length === 0) return [];
  return ["", `${text.verdict[verdict]} (${rows.length})`, ...rows.flatMap((row) => linesOf(row, text))];
}

function linesOf(row: ProbeRow, text: ProbeMessages): string[] {
  const { assumed, otherwise } = wordsOf(row, text);
  return [
    `  ${row.id}: ${assumed}`,
    ...(row.found ? [`    ${text.found(row.found)}`] : []),
    ...(row.reason ? [`    ${text.reason[row.reason]}`] : []),
    ...(row.verdict === "otherwise" ? [`    ${text.meaning(otherwise)}`] : []),
  ];
}
