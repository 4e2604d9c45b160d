import type { ToldDrill } from "../../../history/overview/told-drill";
import type { DrillColumn } from "../../text/history/drills/messages";
import type { HistoryView } from "./history-view";

const COUNTS = [
  ...(["archived", "expected", "restored", "identical", "explained", "different", "files"] as const),
] satisfies DrillColumn[];

/** How old the newest record was, how long it took, and what became of how many records: one line each. */
export function numbersOfDrill(
  { rpoSeconds, rtoSeconds, counts }: ToldDrill,
  { messages, number }: HistoryView,
): string[] {
  const { column, counted, spanned } = messages.history.drills;
  const span = (what: "rpo" | "rto", seconds: number | undefined) =>
    seconds === undefined ? [] : [spanned(column[what], messages.quantities.duration(seconds))];
  return [
    ...span("rpo", rpoSeconds),
    ...span("rto", rtoSeconds),
    ...COUNTS.map((what) => counted(column[what], number(counts[what]))),
  ];
}
