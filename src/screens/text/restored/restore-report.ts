import { BackupError } from "../../../domain/errors";
import type { RestoreOutcome } from "../../../domain/restore-outcome";
import type { RestoreReportLine } from "../../../restore/report/report-line";
import { describeProblem } from "../run/problem-sentence";
import type { RestoredMessages } from "./language";

/** Nobody reads more; the report has all. */
export const MOST_TOLD = 20;

/** Every number that is not 0. */
export function toldNumbers(
  { restored, quantities }: RestoredMessages,
  { counts, notReached, deviations }: RestoreOutcome,
): Array<[name: string, number: string]> {
  const numbers = { ...counts, notReached, deviations };
  return Object.entries(restored.outcome).flatMap(([key, name]): Array<[string, string]> => {
    const number = numbers[key as keyof typeof numbers];
    return number > 0 ? [[name, quantities.number(number)]] : [];
  });
}

/** Whether it is about a record that is not as it was wished. */
export function isOtherwise(line: RestoreReportLine): boolean {
  if (line.kind === "deviation" || line.kind === "explained") return true;
  if (line.kind !== "record") return false;
  return !["added", "put-back", "removed"].includes(line.outcome) || "withoutFiles" in line;
}

/** What became of a record that is not as it was wished. */
export function describeReportLine(messages: RestoredMessages, line: RestoreReportLine): string {
  const { restored, restore } = messages;
  if (!("id" in line)) return "";
  const record = restore.record(line.id, line.id);
  if (line.kind === "deviation") {
    return `${record}: ${restored.deviates[line.byOthers ? "byOthers" : "unexplained"]}`;
  }
  if (line.kind === "explained") return `${record}: ${restored.setByKintone(fieldsOf(line.found))}`;
  if (line.kind !== "record") return record;
  if (line.outcome === "added" || line.outcome === "put-back") {
    return `${record}: ${restored.withoutFiles(Object.values(line.withoutFiles ?? {}).flat())}`;
  }
  if (line.outcome === "removed") return record;
  if (line.outcome === "refused" && line.error.code === "ARCHIVE_DAMAGED")
    return `${record}: ${restored.damagedFile(line.error.facts.file ?? "")}`;
  const reasons = line.outcome === "refused" ? refusal(messages, line) : [];
  return [`${record}: ${restored.became[line.outcome]}`, ...reasons].join(" ");
}

const fieldsOf = (found: Extract<RestoreReportLine, { kind: "explained" }>["found"]) => [
  ...new Set("fields" in found ? found.fields.map(({ field, inner }) => inner ?? field) : []),
];

/** kintone's sentences about its fields, or what is said of the error. */
function refusal(messages: RestoredMessages, line: Extract<RestoreReportLine, { outcome: "refused" }>): string[] {
  const fields = Object.entries(line.refused ?? {}).map(([field, sentences]) => `${field}: ${sentences.join(" ")}`);
  if (fields.length > 0) return [`(${fields.join("; ")})`];
  const { code, facts, kintone } = line.error;
  return [
    describeProblem(messages, { error: new BackupError(code, "", { facts, ...(kintone && { answer: kintone }) }) }),
  ];
}
