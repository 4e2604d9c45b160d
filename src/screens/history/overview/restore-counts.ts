import { RECORD_OUTCOMES } from "../../../domain/restore-outcome";
import type { ToldRestore } from "../../../history/overview/told-restore";
import type { HistoryView } from "./history-view";

/** What became of how many records, one line each: what was planned or done, and whatever else there was any of. */
export function countsOfRestore(restore: ToldRestore, { messages, number }: HistoryView): string[] {
  const { kind, planned, counts, notReached, deviations } = restore;
  const texts = messages.history.restores;
  if (kind === "comparison") {
    return (["add", "putBack", "remove"] as const).flatMap((act) =>
      planned[act] > 0 ? [texts.would[act](number(planned[act]))] : [],
    );
  }
  const wanted: Partial<Record<(typeof RECORD_OUTCOMES)[number], number>> = {
    ...{ added: planned.add, "put-back": planned.putBack, removed: planned.remove },
  };
  const outcomes = RECORD_OUTCOMES.flatMap((outcome) => {
    const [count, of] = [counts[outcome], wanted[outcome] ?? 0];
    if (count + of === 0) return [];
    return [texts.counted(texts.outcome[outcome], number(count), of > 0 ? number(of) : undefined)];
  });
  return [
    ...outcomes,
    ...(notReached > 0 ? [texts.counted(texts.notReached, number(notReached), undefined)] : []),
    ...(deviations > 0 ? [texts.counted(texts.deviations, number(deviations), undefined)] : []),
  ];
}
