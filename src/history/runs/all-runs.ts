import type { AppRecord, RecordStore } from "../../domain/record-store";
import { ascendingRecords } from "../records/ascending-records";

/** Less than kintone's 500: a run over many targets has a long table, and only one page is in memory. */
const PAGE = 100;

/**
 * Every run of the history, by ascending `$id`, which is the order in which their records were made.
 *
 * @param size of a page, at most 500: for those who keep little of each record and want few requests
 */
export function allRuns(store: RecordStore, size = PAGE): AsyncGenerator<AppRecord> {
  return ascendingRecords(store, 'record_type in ("run")', size);
}
