import type { AppRecord, RecordStore } from "./record-store";

/** Less than kintone's 500: a run over many targets has a long table, and only one page is in memory. */
const PAGE = 100;

/**
 * Every run of the history, by ascending `$id`, which is the order in which their records were made.
 *
 * @param size of a page, at most 500: for those who keep little of each record and want few requests
 */
export async function* allRuns(store: RecordStore, size = PAGE): AsyncGenerator<AppRecord> {
  let last = "0";
  for (;;) {
    const page = await store.find(`record_type in ("run") and $id > ${last} order by $id asc limit ${size}`);
    yield* page;
    if (page.length < size) return;
    last = String(page.at(-1)?.$id?.value);
  }
}
