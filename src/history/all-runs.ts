import type { AppRecord, RecordStore } from "./record-store";

/** Less than kintone's 500: a run over many targets has a long table, and only one page is in memory. */
const PAGE = 100;

/** Every run of the history, by ascending `$id`, which is the order in which their records were made. */
export async function* allRuns(store: RecordStore): AsyncGenerator<AppRecord> {
  let last = "0";
  for (;;) {
    const page = await store.find(`record_type in ("run") and $id > ${last} order by $id asc limit ${PAGE}`);
    yield* page;
    if (page.length < PAGE) return;
    last = String(page.at(-1)?.$id?.value);
  }
}
