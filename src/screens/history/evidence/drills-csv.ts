import type { ToldDrill } from "../../../history/overview/told-drill";
import { csvLines } from "../../csv/write-csv";
import type { DrillColumn } from "../../text/history/drills/messages";
import type { HistoryView } from "../overview/history-view";
import { wordOf } from "../overview/word-of";
import { chainWord, stampsIn } from "./runs-csv";

const COLUMNS = [
  ...(["recordId", "drillId", "startedAt", "finishedAt", "status", "verdict", "trigger", "operator"] as const),
  ...(["reason", "appId", "app", "scratchAppId", "scratchFate", "archive", "archiveRunId", "archiveDigest"] as const),
  ...(["archiveKnown", "newestRecord", "rpo", "rto", "scope", "sample", "archived", "expected", "restored"] as const),
  ...(["identical", "explained", "different", "files", "correctiveAction", "reportDigest", "requests"] as const),
  ...(["message", "chainDigest", "chain"] as const),
] satisfies DrillColumn[];

/** The chosen drills as lines of CSV, the oldest first. Times are those of the settings' time zone, durations are seconds. */
export function drillsCsv(drills: readonly ToldDrill[], view: HistoryView): string[] {
  const { column } = view.messages.history.drills;
  const { timeZone } = view.overview;
  const units: Partial<Record<DrillColumn, string>> = {
    ...Object.fromEntries(["startedAt", "finishedAt", "archive", "newestRecord"].map((code) => [code, timeZone])),
    ...{ rpo: "s", rto: "s" },
  };
  const heads = COLUMNS.map((code) => (units[code] === undefined ? column[code] : `${column[code]} (${units[code]})`));
  const stamp = stampsIn(timeZone);
  return csvLines([heads, ...drills.map((drill) => COLUMNS.map((code) => cellOf(drill, code, view, stamp)))]);
}

function cellOf(
  drill: ToldDrill,
  code: (typeof COLUMNS)[number],
  view: HistoryView,
  stamp: (iso: string) => string,
): string {
  const { words, status } = view.messages;
  switch (code) {
    case "drillId":
      return drill.runId;
    case "startedAt":
    case "finishedAt":
    case "newestRecord":
      return stamp(drill[code]);
    case "archive":
      return stamp(drill.archiveCreated);
    case "status":
      return drill.status ? status[drill.status] : "";
    case "verdict":
      return wordOf(words.drill_verdict, drill.verdict);
    case "trigger":
      return wordOf(words.run_trigger, drill.trigger);
    case "scope":
      return wordOf(words.drill_scope, drill.scope);
    case "scratchFate":
      return wordOf(words.drill_scratch_fate, drill.scratchFate);
    case "archiveKnown":
      return drill.archiveKnown === undefined
        ? ""
        : words.drill_archive_known[drill.archiveKnown ? "known" : "unknown"];
    case "appId":
      return drill.key;
    case "app":
      return drill.appName;
    case "rpo":
      return String(drill.rpoSeconds ?? "");
    case "rto":
      return String(drill.rtoSeconds ?? "");
    case "archived":
    case "expected":
    case "restored":
    case "identical":
    case "explained":
    case "different":
    case "files":
      return String(drill.counts[code]);
    case "chain":
      return chainWord(drill, view);
    default:
      return String(drill[code]);
  }
}
