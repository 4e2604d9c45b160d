import type { AppRecord, RecordStore } from "../../domain/record-store";
import { LINKS } from "../app-definition/conditions";
import { ascendingRecords } from "../records/ascending-records";
import { namesUnknownOption } from "../records/unknown-field";

/** Less than kintone's 500: a run over many targets has a long table, and only one page is in memory. */
const PAGE = 100;

/**
 * Every run, restore and drill of the history, by ascending `$id`, which is the order in which their records were made.
 *
 * @param size of a page, at most 500: for those who keep little of each record and want few requests
 */
export async function* allLinks(store: RecordStore, size = PAGE): AsyncGenerator<AppRecord> {
  for (const [at, types] of LINKS.entries()) {
    try {
      return yield* ascendingRecords(store, types, size);
    } catch (thrown) {
      // It was not prepared since there are such records: there can be none. That is told before the first page.
      if (!namesUnknownOption(thrown) || at === LINKS.length - 1) throw thrown;
    }
  }
}
