import type { ToldRestore } from "../../../history/overview/told-restore";
import { csvLines } from "../../csv/write-csv";
import type { RestoreColumn } from "../../text/history/restores/messages";
import type { HistoryView } from "../overview/history-view";
import { countsOfRestore } from "../overview/restore-counts";
import { wordOf } from "../overview/word-of";
import { chainWord, stampsIn } from "./runs-csv";

const COLUMNS = [
  ...(["recordId", "restoreId", "startedAt", "finishedAt", "kind", "status", "verdict", "trigger"] as const),
  ...(["operator", "reason", "appId", "app", "sourceAppId", "archive", "archiveRunId", "archiveDigest"] as const),
  ...(["archiveKnown", "safetyRunId", "counts", "requests", "message", "chainDigest", "chain"] as const),
] satisfies RestoreColumn[];

/** The chosen restores as lines of CSV, the oldest first. Times are those of the settings' time zone. */
export function restoresCsv(restores: readonly ToldRestore[], view: HistoryView): string[] {
  const { column } = view.messages.history.restores;
  const { timeZone } = view.overview;
  const moments: ReadonlySet<RestoreColumn> = new Set(["startedAt", "finishedAt", "archive"]);
  const heads = COLUMNS.map((code) => `${column[code]}${moments.has(code) ? ` (${timeZone})` : ""}`);
  const stamp = stampsIn(timeZone);
  return csvLines([heads, ...restores.map((restore) => COLUMNS.map((code) => cellOf(restore, code, view, stamp)))]);
}

function cellOf(restore: ToldRestore, code: RestoreColumn, view: HistoryView, stamp: (iso: string) => string): string {
  const { messages } = view;
  switch (code) {
    case "restoreId":
      return restore.runId;
    case "startedAt":
    case "finishedAt":
      return stamp(restore[code]);
    case "archive":
      return stamp(restore.archiveCreated);
    case "kind":
      return messages.words.restore_kind[restore.kind];
    case "status":
      return restore.status ? messages.status[restore.status] : "";
    case "verdict":
      return wordOf(messages.words.restore_verdict, restore.verdict);
    case "trigger":
      return wordOf(messages.words.run_trigger, restore.trigger);
    case "appId":
      return restore.key;
    case "app":
      return restore.appName;
    case "archiveKnown":
      if (restore.archiveKnown === undefined) return "";
      return messages.words.restore_archive_known[restore.archiveKnown ? "known" : "unknown"];
    case "counts":
      return countsOfRestore(restore, view).join("\n");
    case "chain":
      return chainWord(restore, view);
    default:
      return String(restore[code]);
  }
}
