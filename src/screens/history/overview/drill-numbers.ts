import type { ToldDrill } from "../../../history/overview/told-drill";
import type { DrillColumn } from "../../text/history/drills/messages";
import type { HistoryView } from "./history-view";

const COUNTS = [
  ...(["archived", "expected", "restored", "identical", "explained", "different", "files"] as const),
] satisfies DrillColumn[];

/** What became of how many records, one line each. */
export function countsOfDrill({ counts }: ToldDrill, { messages, number }: HistoryView): string[] {
  const { column, counted } = messages.history.drills;
  return COUNTS.map((what) => counted(column[what], number(counts[what])));
}

/** Empty where the record does not tell. */
export function spanOf(seconds: number | undefined, { messages }: HistoryView): string {
  return seconds === undefined ? "" : messages.quantities.duration(seconds);
}
