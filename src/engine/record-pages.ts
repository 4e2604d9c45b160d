import type { KintoneRecord } from "../archive/kintone-app";
import { BackupError } from "./errors";
import type { Source } from "./source";
import type { Target } from "./target";

/**
 * Every record of a target, page by page, in ascending `$id`. The next page is on its way while one is worked on.
 * Paging by `$id` neither skips nor repeats a record when others are added or deleted meanwhile, as offsets would
 * (cybozu.dev, "offset の制限値を考慮した kintone のレコード一括取得").
 */
export async function* recordPages(source: Source, target: Target): AsyncGenerator<KintoneRecord[], void, undefined> {
  const read = (afterId: string) => {
    const page = source.readRecords(target, { query: target.query, afterId });
    page.catch(() => undefined); // awaited below, one page later
    return page;
  };
  let page = await read("0");
  while (page.length > 0) {
    const next = read(lastId(page));
    yield page;
    page = await next;
  }
}

/** `$id` of a record. Rejects an answer without it: nothing could be paged or restored by such a record. */
export function recordId(record: KintoneRecord): string {
  const id = record.$id?.value;
  if (typeof id !== "string") throw new BackupError("BAD_RESPONSE", "A record came without $id");
  return id;
}

function lastId(page: readonly KintoneRecord[]): string {
  return recordId(page[page.length - 1] as KintoneRecord);
}
