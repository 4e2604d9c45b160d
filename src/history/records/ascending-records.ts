import type { AppRecord, RecordStore } from "../../domain/record-store";

/** The most that kintone gives at a time (OpenAPI 20250423: records). */
export const LARGEST_PAGE = 500;

/**
 * Every record that fulfils the condition, by ascending `$id`, which is the order in which records are made; in memory is one
 * page. What is added or deleted meanwhile moves none of the others. Rejects with what the store rejects with.
 */
export async function* ascendingRecords(
  store: RecordStore,
  condition: string,
  size = LARGEST_PAGE,
): AsyncGenerator<AppRecord> {
  for (let last = "0"; ;) {
    const page = await store.find(`${condition} and $id > ${last} order by $id asc limit ${size}`);
    yield* page;
    if (page.length < size) return;
    last = String(page.at(-1)?.$id?.value);
  }
}
