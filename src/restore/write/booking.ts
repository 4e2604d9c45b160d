import type { BackupError } from "../../domain/errors";
import type { RecordOutcome } from "../../domain/restore-outcome";
import { NO_RECORDS } from "../no-records";
import { recollect, resultsOf } from "./recollection";
import type { RecordResult } from "./record-result";
import type { RestoreJournal } from "./restore-journal";

/** What came of writing. */
export interface WrittenRecords {
  counts: Record<RecordOutcome, number>;
  /** The archive's ids, and those that kintone gave, of all attempts. */
  newIds: ReadonlyMap<string, string>;
  /** Why it ended before the end of the plan. */
  stopped?: BackupError;
}

/** Counts what became of each record, and tells it once, whichever attempt did it. */
export function createBooking(result: (result: RecordResult) => Promise<void> | void) {
  const counts = { ...NO_RECORDS };
  const newIds = new Map<string, string>();
  const told = new Set<string>();

  async function book(results: readonly RecordResult[]): Promise<void> {
    for (const each of results) {
      if (told.has(each.id)) continue;
      told.add(each.id);
      counts[each.outcome] += 1;
      if (each.outcome === "added") newIds.set(each.id, each.newId);
      await result(each);
    }
  }

  return {
    book,
    written: { counts, newIds } satisfies WrittenRecords,
    /** No more is written: what was done and not heard of is in the journal, and of what was sent last nobody can tell. */
    async ended(journal: Pick<RestoreJournal, "lines">, stopped: BackupError): Promise<WrittenRecords> {
      const last = await recollect(journal);
      await book(resultsOf(last));
      await book((last.open?.ids ?? []).map((id) => ({ id, outcome: "undecided", error: stopped })));
      return { counts, newIds, stopped };
    },
  };
}
