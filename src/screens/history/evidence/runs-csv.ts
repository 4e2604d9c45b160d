import type { ToldRun } from "../../../history/overview/told-run";
import type { RunColumn } from "../../text/history/messages";
import type { HistoryView } from "../overview/history-view";
import { wordOf } from "../overview/word-of";
import { limitsOfRun } from "../overview/run-limits";
import { csvLines } from "../../csv/write-csv";
import type { Selection } from "./selection";

const COLUMNS = [
  ...(["recordId", "runId", "startedAt", "finishedAt", "seconds", "status", "trigger", "operator"] as const),
  ...(["records", "attachments", "bytes", "requests", "message", "archiveDigest", "chainDigest", "chain"] as const),
  // Behind the others: people have spreadsheets that go by the place of a column.
  ...(["saved", "savedAt", "savedBy", "limits"] as const),
] satisfies RunColumn[];

/** The chosen runs as lines of CSV, the oldest first. Amounts are plain numbers, times are those of the settings' time zone. */
export function runsCsv({ runs }: Selection, view: HistoryView): string[] {
  const { messages, overview } = view;
  const { column } = messages.history.runs;
  const withZone: Partial<Record<RunColumn, string>> = {
    startedAt: ` (${overview.timeZone})`,
    finishedAt: ` (${overview.timeZone})`,
    savedAt: ` (${overview.timeZone})`,
    bytes: " (bytes)",
    seconds: " (s)",
  };
  const stamp = stampsIn(overview.timeZone);
  const heads = COLUMNS.map((code) => `${column[code]}${withZone[code] ?? ""}`);
  return csvLines([heads, ...runs.map((run) => COLUMNS.map((code) => cellOf(run, code, view, stamp)))]);
}

function cellOf(run: ToldRun, code: RunColumn, view: HistoryView, stamp: (iso: string) => string): string {
  const { messages } = view;
  switch (code) {
    case "startedAt":
    case "finishedAt":
    case "savedAt":
      return stamp(run[code]);
    case "status":
      return run.status ? messages.status[run.status] : "";
    case "saved":
      return run.saved ? messages.saved[run.saved] : "";
    case "trigger":
      return wordOf(messages.words.run_trigger, run.trigger);
    case "limits":
      return limitsOfRun(run, view).join("\n");
    case "chain":
      return chainWord(run, view);
    default:
      return String(run[code] ?? "");
  }
}

/** What the check of the chain says of a run or a restore. */
export function chainWord(run: Parameters<HistoryView["chainOf"]>[0], { messages, chainOf }: HistoryView): string {
  const kind = chainOf(run);
  const { integrity } = messages.history;
  return kind === "fits" || kind === "unknown" ? integrity[kind] : messages.chain.misfit[kind];
}

/** `2026-11-23 12:00:07`, which spreadsheets know for a date. */
export function stampsIn(timeZone: string): (iso: string) => string {
  const format = new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return (iso) => {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? "" : format.format(date);
  };
}
