import type { AppRecord, RecordStore } from "../../domain/record-store";
import { RUNS, RUNS_AND_RESTORES } from "../app-definition/conditions";
import { ascendingRecords } from "../records/ascending-records";
import { namesUnknownOption } from "../records/unknown-field";

/** Less than kintone's 500: a run over many targets has a long table, and only one page is in memory. */
const PAGE = 100;

/**
 * Every run and every restore of the history, by ascending `$id`, which is the order in which their records were made.
 *
 * @param size of a page, at most 500: for those who keep little of each record and want few requests
 */
export async function* allLinks(store: RecordStore, size = PAGE): AsyncGenerator<AppRecord> {
  try {
    yield* ascendingRecords(store, RUNS_AND_RESTORES, size);
  } catch (thrown) {
    // It was not prepared since there are restores: there can be none.
    if (!namesUnknownOption(thrown)) throw thrown;
    yield* ascendingRecords(store, RUNS, size);
  }
}
